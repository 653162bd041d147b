import { nearest } from '../text/didYouMean.js';
import type { Definition, DefinitionKind, PropertyDefinition } from '../sidecars/definition.js';
import { MultiMap } from './multiMap.js';
import type { Named } from './names.js';
import { builtInProperties, propertyFrom, type Property } from './property.js';

/**
 * Definitions by id, from all sidecars. Organisations, people, places and documents share one
 * space of ids, since each can be the subject of a fact; properties and events have their own.
 */
export type IdSpace = 'entity' | 'property' | 'event';

export function spaceOf(kind: DefinitionKind): IdSpace {
  return kind === 'property' || kind === 'event' ? kind : 'entity';
}

/** The key of an id within its space: `entity:pct`. */
export type IdKey = `${IdSpace}:${string}`;

export function idKey(kind: DefinitionKind, id: string): IdKey {
  return `${spaceOf(kind)}:${id}`;
}

interface Places {
  readonly count: number;
  readonly wholes: ReadonlySet<string>;
}

export class Register {
  /** By id, for each space, these in order: looked up for every id in every file. */
  private readonly spaces: Readonly<Record<IdSpace, Map<string, readonly Named[]>>> = {
    entity: new Map(),
    event: new Map(),
    property: new Map(),
  };
  private readonly properties = new Map<string, Property>();
  private readonly events = new MultiMap<string, Named>();
  private placesNow: Places | undefined;
  private versionNow = 0;
  private suggestions = { version: -1, byWord: new Map<string, string | undefined>() };

  /** Adds what a file defines. Order of files never matters: definitions of one id sort by place. */
  add(uri: string, definitions: readonly Definition[]): void {
    for (const definition of definitions) {
      const named: Named = { uri, definition };
      this.put(definition, this.alike(definition).concat(named).sort(byPlace));
      const subject = definition.fields.get('subject')?.value;
      if (definition.kind === 'event' && subject !== undefined) {
        this.events.add(subject, named);
      }
      this.forgetMemo(definition);
    }
  }

  remove(uri: string, definitions: readonly Definition[]): void {
    for (const definition of definitions) {
      this.put(
        definition,
        this.alike(definition).filter((named) => named.uri !== uri),
      );
      for (const named of this.events.get(definition.fields.get('subject')?.value ?? '')) {
        if (named.uri === uri) {
          this.events.delete(definition.fields.get('subject')?.value ?? '', named);
        }
      }
      this.forgetMemo(definition);
    }
  }

  /** Another number whenever anything is defined otherwise. */
  get version(): number {
    return this.versionNow;
  }

  /** All that is defined under the same id. */
  private alike({ kind, id }: Definition): readonly Named[] {
    return this.spaces[spaceOf(kind)].get(id.value) ?? [];
  }

  private put({ kind, id }: Definition, named: readonly Named[]): void {
    this.versionNow++;
    const space = this.spaces[spaceOf(kind)];
    if (named.length === 0) {
      space.delete(id.value);
    } else {
      space.set(id.value, named);
    }
  }

  private forgetMemo(definition: Definition): void {
    if (definition.kind === 'place') {
      this.placesNow = undefined;
    }
    if (definition.kind === 'property') {
      this.properties.delete(definition.id.value);
    }
  }

  /** The definition of an id; the first by place where there are several (a finding says so). */
  find(kind: DefinitionKind, id: string): Named | undefined {
    const all = this.spaces[spaceOf(kind)].get(id);
    const first = all?.[0];
    return first === undefined || first.definition.kind === kind
      ? first
      : all?.find((named) => named.definition.kind === kind);
  }

  /** The organisation, person, place or document of an id. */
  findEntity(id: string): Named | undefined {
    return this.spaces.entity.get(id)?.[0];
  }

  /** Every definition of an id, in order of place. More than one is a `duplicate-id`. */
  definitionsOf(key: IdKey): readonly Named[] {
    const colon = key.indexOf(':');
    return this.spaces[key.slice(0, colon) as IdSpace].get(key.slice(colon + 1)) ?? [];
  }

  /** A property by id, declared or built in. */
  property(id: string): Property | undefined {
    const known = this.properties.get(id);
    if (known !== undefined) {
      return known;
    }
    const declared = this.find('property', id)?.definition as PropertyDefinition | undefined;
    const property = declared === undefined ? builtInProperties.get(id) : propertyFrom(declared);
    if (property !== undefined) {
      this.properties.set(id, property);
    }
    return property;
  }

  /** The events of a subject, in order of place. */
  eventsOf(subject: string): readonly Named[] {
    return [...this.events.get(subject)].sort(byPlace);
  }

  /** How many places there are, and which of them have parts. */
  places(): Places {
    if (this.placesNow === undefined) {
      const all = [...this.ofKinds(['place'])];
      const wholes = all.flatMap(({ definition: { id, fields } }) => {
        const whole = fields.get('partOf')?.value;
        return whole === undefined || whole === id.value ? [] : whole;
      });
      this.placesNow = { count: all.length, wholes: new Set(wholes) };
    }
    return this.placesNow;
  }

  /** The name behind an id, or the id itself. */
  nameOf(id: string): string {
    return this.findEntity(id)?.definition.name?.value ?? id;
  }

  /** All definitions, one for each id, sorted by space and id. */
  all(): readonly Named[] {
    return Object.values(this.spaces).flatMap((space) =>
      [...space].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, named]) => named.slice(0, 1)),
    );
  }

  /** The same in no particular order, which takes a tenth of the time. */
  *each(): Iterable<Named> {
    for (const space of Object.values(this.spaces)) {
      for (const [first] of space.values()) {
        if (first !== undefined) {
          yield first;
        }
      }
    }
  }

  /** What is defined of some kinds, the first by place for each id, in no particular order. */
  *ofKinds(kinds: readonly DefinitionKind[]): Iterable<Named> {
    for (const space of Object.values(this.spaces)) {
      for (const named of space.values()) {
        const first = named.find(({ definition }) => kinds.includes(definition.kind));
        if (first !== undefined) {
          yield first;
        }
      }
    }
  }

  /**
   * The known id of one of these kinds that is one or two edits away. What was found is remembered until anything is
   * defined otherwise: where an id is misspelt in its definition, thousands of files ask for the same.
   */
  suggest(id: string, kinds: readonly DefinitionKind[]): string | undefined {
    if (this.suggestions.version !== this.version) {
      this.suggestions = { version: this.version, byWord: new Map() };
    }
    const { byWord } = this.suggestions;
    const word = `${kinds.join(' ')}:${id}`;
    if (!byWord.has(word)) {
      byWord.set(word, nearest(id, this.idsOf(kinds)));
    }
    return byWord.get(word);
  }

  private *idsOf(kinds: readonly DefinitionKind[]): Iterable<string> {
    for (const { definition } of this.each()) {
      if (kinds.includes(definition.kind)) {
        yield definition.id.value;
      }
    }
    if (kinds.includes('property')) {
      yield* builtInProperties.keys();
    }
  }
}

function byPlace(a: Named, b: Named): number {
  if (a.uri !== b.uri) {
    return a.uri < b.uri ? -1 : 1;
  }
  return a.definition.span.start - b.definition.span.start;
}
