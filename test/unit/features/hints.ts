import { provideInlayHints, type HintKinds } from '../../../server/src/features/inlayHints.js';
import { uriOf, type Files } from '../rules/world.js';
import { contextOf } from './fixing.js';

const all: HintKinds = { values: true, dates: true, names: true };

/** The hints of a file as its lines show them: `value: ~40«35–45»`, for the lines that have any. */
export function hintedLines(
  files: Files,
  name: string,
  kinds: Partial<HintKinds> = all,
): readonly string[] {
  const context = contextOf(files);
  const uri = uriOf(name);
  const text = files[name] ?? '';
  const whole = { start: 0, end: text.length };
  const wanted = { values: false, dates: false, names: false, ...kinds };
  const form = { parts: false, tooltip: false };
  const hints = provideInlayHints(context, uri, whole, wanted, form);
  const lines = text.split(/\r\n|\r|\n/);
  const shown = new Map<number, string>();
  for (const { position, label } of [...hints].reverse()) {
    const line = shown.get(position.line) ?? lines[position.line] ?? '';
    const words = typeof label === 'string' ? label : '';
    shown.set(
      position.line,
      `${line.slice(0, position.character)}«${words}»${line.slice(position.character)}`,
    );
  }
  return [...shown].sort(([a], [b]) => a - b).map(([, line]) => line.trim());
}
