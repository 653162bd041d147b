import type { Range } from 'vscode-languageserver/node';
import type { FactChoices, Speaker, StatedTime } from '../features/recording/guess.js';
import { namedKinds, type NamedKind } from '../features/recording/defineName.js';
import { modalities } from '../sidecars/sidecar.js';

/* The arguments of the writing commands. Any program may send anything: what is not as it should be is none. */

/** A stretch of a document, as the client spells and counts it. */
export interface Selection {
  readonly uri: string;
  readonly range: Range;
}

type Parts = Readonly<Record<string, unknown>>;

function partsOf(value: unknown): Parts | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Parts)
    : undefined;
}

export function readUri(argument: unknown): string | undefined {
  const uri = partsOf(argument)?.['uri'];
  return typeof uri === 'string' ? uri : undefined;
}

export function readSelection(argument: unknown): Selection | undefined {
  const uri = readUri(argument);
  const range = partsOf(partsOf(argument)?.['range']);
  const start = readPosition(range?.['start']);
  const end = readPosition(range?.['end']);
  return uri === undefined || start === undefined || end === undefined
    ? undefined
    : { uri, range: { start, end } };
}

function readPosition(value: unknown): Range['start'] | undefined {
  const { line, character } = partsOf(value) ?? {};
  return isCount(line) && isCount(character) ? { line, character } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

export function readKind(argument: unknown): NamedKind | undefined {
  const kind = partsOf(argument)?.['kind'];
  return namedKinds.find((known) => known === kind);
}

/** An id that a person typed; undefined for what is no slug. */
export function readId(argument: unknown): string | undefined {
  const id = partsOf(argument)?.['id'];
  return typeof id === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) ? id : undefined;
}

/** Choices about a fact; undefined where one of them is none. Without choices everything is guessed. */
export function readChoices(argument: unknown): FactChoices | undefined {
  const written = partsOf(argument)?.['choices'];
  const parts = partsOf(written ?? {});
  if (parts === undefined) {
    return undefined;
  }
  const choices: Record<string, unknown> = {};
  for (const [key, read] of readers) {
    const value = parts[key];
    if (value !== undefined) {
      const choice = read(value);
      if (choice === undefined) {
        return undefined;
      }
      choices[key] = choice;
    }
  }
  return choices;
}

const readers: readonly (readonly [keyof FactChoices, (value: unknown) => unknown])[] = [
  ['subject', readText],
  ['property', readText],
  ['value', readText],
  ['place', (value) => (value === null ? null : readText(value))],
  ['speaker', readSpeaker],
  ['modality', (value) => modalities.find((known) => known === value)],
  ['time', readTime],
  ['polarity', (value) => (['positive', 'negative'] as const).find((known) => known === value)],
];

/** In UTF-16 units: nobody types more into a box. */
const LONGEST_TEXT = 2000;

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT
    ? value.trim()
    : undefined;
}

function readSpeaker(value: unknown): Speaker | undefined {
  const { saidBy, saidAs } = partsOf(value) ?? {};
  if (!Array.isArray(saidBy) || saidBy.length > 20) {
    return undefined;
  }
  const ids = saidBy.map(readText);
  const words = saidAs === undefined ? undefined : readText(saidAs);
  return ids.every((id) => id !== undefined) && (saidAs === undefined || words !== undefined)
    ? { saidBy: ids, ...(words === undefined ? {} : { saidAs: words }) }
    : undefined;
}

function readTime(value: unknown): StatedTime | undefined {
  const parts = partsOf(value);
  if (parts === undefined) {
    return undefined;
  }
  const time: Record<string, string> = {};
  for (const key of ['asOf', 'from', 'until'] as const) {
    if (parts[key] !== undefined) {
      const text = readText(parts[key]);
      if (text === undefined) {
        return undefined;
      }
      time[key] = text;
    }
  }
  return time;
}
