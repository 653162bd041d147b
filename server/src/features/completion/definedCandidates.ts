import { CompletionItemKind } from 'vscode-languageserver-types';
import { builtInProperties } from '../../corpus/property.js';
import type { Register } from '../../corpus/register.js';
import type { Definition, DefinitionKind } from '../../sidecars/definition.js';
import { inOrder, type Candidate } from './candidate.js';
import { searched } from './match.js';

const itemKinds: Readonly<Record<DefinitionKind, CompletionItemKind>> = {
  organisation: CompletionItemKind.Class,
  person: CompletionItemKind.Interface,
  place: CompletionItemKind.Module,
  document: CompletionItemKind.File,
  property: CompletionItemKind.Property,
  event: CompletionItemKind.Event,
};

/** Those who can be credited and are no people rank from here on. */
export const SPEAKING_BODIES = 100_000;
const UNUSED = 2_000_000;

/** Something that is defined, as a candidate of the rank it has where nobody speaks of it. */
export interface Listed {
  readonly candidate: Candidate;
  /** How far behind others it comes that are used in the same way. */
  readonly after: number;
}

/** What stands between an id and the names in what is searched, and between two definitions. */
const BEHIND_ID = '\t';
const BEHIND_NAMES = '\n';

/** All that is defined of some kinds, in the order in which it is offered, and quick to be searched. */
class DefinedCandidates {
  private readonly ids: ReadonlyMap<string, Listed>;
  /** The words of all of them, and where those of each begin. */
  private readonly text: string;
  private readonly starts: readonly number[];

  constructor(readonly all: readonly Listed[]) {
    this.ids = new Map(all.map((listed) => [listed.candidate.label, listed]));
    const texts = all.map(
      ({ candidate: { label, words = '' } }) =>
        `${searched(label)}${BEHIND_ID}${searched(words)}${BEHIND_NAMES}`,
    );
    let at = 0;
    this.starts = texts.map((text) => (at += text.length) - text.length);
    this.text = texts.join('');
  }

  byId(id: string): Listed | undefined {
    return this.ids.get(id);
  }

  /** Those whose id or names contain something, in their order. @param wanted made by `searched` */
  containing(wanted: string): readonly Listed[] {
    if (wanted === '' || wanted.includes(BEHIND_ID) || wanted.includes(BEHIND_NAMES)) {
      return this.all;
    }
    const { all, starts, text } = this;
    const found: Listed[] = [];
    let index = 0;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, starts[index])) {
      index = lastAtOrBefore(starts, at, index);
      found.push(...all.slice(index, index + 1));
      index++;
      if (index === starts.length) {
        break;
      }
    }
    return found;
  }
}

/** The index of the last number that is not greater. The numbers ascend; the first is not greater. */
function lastAtOrBefore(numbers: readonly number[], most: number, from: number): number {
  let low = from;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= most) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

interface Lists {
  readonly version: number;
  readonly byKinds: Map<string, DefinedCandidates>;
}

const lists = new WeakMap<Register, Lists>();

/** What is defined of some kinds; made anew when anything is defined otherwise. */
export function definedCandidates(
  register: Register,
  kinds: readonly DefinitionKind[],
  isSpeaker: boolean,
): DefinedCandidates {
  let known = lists.get(register);
  if (known?.version !== register.version) {
    known = { version: register.version, byKinds: new Map() };
    lists.set(register, known);
  }
  const key = [...kinds, isSpeaker].join(' ');
  let list = known.byKinds.get(key);
  if (list === undefined) {
    const all = listed(register, kinds, isSpeaker);
    list = new DefinedCandidates(all.sort((a, b) => inOrder(a.candidate, b.candidate)));
    known.byKinds.set(key, list);
  }
  return list;
}

function listed(
  register: Register,
  kinds: readonly DefinitionKind[],
  isSpeaker: boolean,
): Listed[] {
  const all: Listed[] = [];
  const seen = new Set<string>();
  for (const { definition } of register.ofKinds(kinds)) {
    seen.add(definition.id.value);
    // Of those who can be credited, people are before the bodies that are mentioned beside them.
    const after = isSpeaker && definition.kind !== 'person' ? SPEAKING_BODIES : 0;
    all.push({ candidate: ofDefinition(definition, UNUSED + after), after });
  }
  for (const { id, name, type } of kinds.includes('property') ? builtInProperties.values() : []) {
    if (!seen.has(id)) {
      const candidate: Candidate = {
        label: id,
        kind: itemKinds.property,
        insert: { kind: 'value', text: id, isText: true },
        detail: `${name} · ${type}`,
        words: name,
        data: { kind: 'definition', of: 'property', id },
        rank: UNUSED - 1,
      };
      all.push({ candidate, after: 0 });
    }
  }
  return all;
}

function ofDefinition(definition: Definition, rank: number): Candidate {
  const { id, kind, name, aliases } = definition;
  const sort = definition.fields.get(kind === 'organisation' ? 'kind' : 'type')?.value ?? kind;
  const names = [name?.value ?? '', ...aliases.map(({ value }) => value)];
  return {
    label: id.value,
    kind: itemKinds[kind],
    insert: { kind: 'value', text: id.value, isText: true },
    detail: `${name?.value ?? id.value} · ${sort}`,
    words: names.join(' ').replace(/\s+/g, ' '),
    data: { kind: 'definition', of: kind, id: id.value },
    rank,
  };
}
