import { entities, speakers, type Target } from '../../corpus/idUse.js';

/** What an id may stand for under a key; undefined where no id stands. */
export function targetsAt(keys: readonly string[]): readonly Target[] | undefined {
  const [section = '', ...rest] = keys;
  const key = rest.at(-1) ?? '';
  switch (section) {
    case 'article':
      return rest.length === 1 ? ofArticle.get(key) : undefined;
    case 'facts':
      return rest.length === 1 || rest[0] === 'qualifiers' || rest[0] === 'acknowledged'
        ? ofFact.get(key)
        : undefined;
    case 'people':
      return rest.length === 3 && rest[1] === 'roles' ? ofRole.get(key) : undefined;
    case 'organisations':
    case 'places':
    case 'documents':
    case 'events':
      return rest.length === 2 ? ofDefinition[section].get(key) : undefined;
    default:
      return undefined;
  }
}

type Targets = ReadonlyMap<string, readonly Target[]>;

const fact = ['fact'] as const;
const organisation = ['organisation'] as const;
const place = ['place'] as const;

const ofArticle: Targets = new Map<string, readonly Target[]>([
  ['publisher', organisation],
  ['author', ['person', 'organisation']],
  ['basedOn', ['article']],
]);

const ofFact: Targets = new Map<string, readonly Target[]>([
  ['subject', entities],
  ['property', ['property']],
  ['saidBy', speakers],
  ['place', place],
  ['denies', fact],
  ['disputes', fact],
  ['supersedes', fact],
  ['derivedFrom', fact],
  ['with', fact],
]);

const ofRole: Targets = new Map([['organisation', organisation]]);

const ofDefinition: Readonly<Record<'organisations' | 'places' | 'documents' | 'events', Targets>> =
  {
    organisations: new Map<string, readonly Target[]>([
      ['class', organisation],
      ['partOf', organisation],
      ['place', place],
      ['members', ['organisation', 'person']],
      ['predecessors', organisation],
      ['successors', organisation],
    ]),
    places: new Map([['partOf', place]]),
    documents: new Map([['publisher', organisation]]),
    events: new Map<string, readonly Target[]>([
      ['subject', entities],
      ['property', ['property']],
      ['place', place],
    ]),
  };
