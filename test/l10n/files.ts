import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's root: this runs from `out/test/l10n/`. */
export const root = path.join(import.meta.dirname, '../../..');

/** Where the texts of `package.json` are, in English and in each other language. */
export const manifestTexts = {
  english: 'package.nls.json',
  german: 'package.nls.de.json',
} as const;

/** The translations of the client's texts, by the English text. */
export const clientTexts = 'l10n/bundle.l10n.de.json';

/** A file of texts: key → text. Empty where there is no such file. */
export function readTexts(file: string): Map<string, string> {
  const place = path.join(root, file);
  if (!existsSync(place)) return new Map();
  const entries = JSON.parse(readFileSync(place, 'utf8')) as Record<string, string>;
  return new Map(Object.entries(entries));
}

/** The sources whose texts people see: file, relative to the root → its text. */
export function clientSources(): Map<string, string> {
  return new Map(
    ['client/src', 'client/webview']
      .flatMap((folder) =>
        readdirSync(path.join(root, folder), { recursive: true }).map((file) =>
          path.join(folder, String(file)).split(path.sep).join('/'),
        ),
      )
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  );
}

/** `package.json`, as it stands. */
export function readManifest(): unknown {
  return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
}
