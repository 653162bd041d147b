import type { ArticleEntry, Corpus } from '../../corpus/corpus.js';
import type { Named } from '../../corpus/names.js';
import { idKey } from '../../corpus/register.js';
import { fileName, inFolder } from '../../corpus/uri.js';
import { sectionOf } from '../../sidecars/definition.js';
import { readSidecar } from '../../sidecars/readSidecar.js';
import type { Span } from '../../text/span.js';
import type { FeatureContext } from '../context.js';
import { addDefinition, type NewKeys } from '../sectionEdit.js';
import { applyChanges, scalar, staysSound } from '../sidecarEdit.js';
import { fileOfMost } from './definitionFile.js';
import type { FileEdit } from './fileEdit.js';
import { refused, type Refusal } from './guess.js';
import { onOneLine, statementAt } from './statement.js';

/** What a name in an article can be defined as. */
export const namedKinds = ['organisation', 'person', 'place'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** Under which a name is defined already. */
export interface Known {
  readonly kind: 'known';
  readonly named: Named;
}

/** Nobody's name is longer, in UTF-16 units. */
const LONGEST_NAME = 120;

/**
 * Defines what a selection names: the id is its slug, what stands in brackets behind it an alias.
 * It goes to the file of the folder that holds most definitions of its kind, else to a new register.
 *
 * @param chosenId an id in place of the guessed one
 */
export function defineName(
  context: FeatureContext,
  uri: string,
  selected: Span,
  kind: NamedKind,
  chosenId?: string,
): FileEdit | Known | Refusal {
  const { corpus } = context;
  const statement = statementAt(corpus, uri, selected);
  if (statement.kind === 'refused') {
    return statement;
  }
  if (selected.start === selected.end) {
    return refused(`Select the name of the ${kind} first.`);
  }
  const { article, words } = statement;
  const { name, aliases } = nameIn(article, words, kind);
  if (name === '' || name.length > LONGEST_NAME) {
    return refused('This is no name. Select the words by which the text names it.');
  }
  const known = alreadyNamed(corpus, name, aliases);
  if (known !== undefined) {
    return { kind: 'known', named: known };
  }
  const id = chosenId ?? freeId(corpus, kind, slugOf(name) || kind);
  const keys: NewKeys = [
    ['name', scalar(name, true)],
    ...(aliases.length === 0
      ? []
      : [
          [
            'aliases',
            () => `[${aliases.map((alias) => scalar(alias, true)(true)).join(', ')}]`,
          ] as const,
        ]),
    ...(kind === 'organisation' ? [['kind', scalar(organisationKind(name))] as const] : []),
  ];
  return written(context, article, kind, id, keys);
}

function written(
  { corpus, createsFiles }: FeatureContext,
  { root, uri }: ArticleEntry,
  kind: NamedKind,
  id: string,
  keys: NewKeys,
): FileEdit | Refusal {
  const register = inFolder(root, `${sectionOf[kind]}.facts.yaml`);
  const target =
    fileOfMost(corpus, kind, root) ??
    (corpus.sidecar(register) === undefined ? fileOfMost(corpus, kind) : register);
  if (target === undefined && (createsFiles !== true || uri.startsWith('untitled:'))) {
    return refused(
      `There is no file with ${sectionOf[kind]} yet. Create ${fileName(register)} first.`,
    );
  }
  const content = corpus.sidecar(target ?? '')?.content ?? readSidecar('');
  const change = addDefinition(content, sectionOf[kind], id, keys);
  if (change === null || !staysSound(content, [change])) {
    return refused(`${fileName(target ?? register)} cannot be added to as it is written.`);
  }
  const after = applyChanges(content.text, [change]);
  const added = readSidecar(after).definitions.find(
    (definition) => definition.kind === kind && definition.id.value === id,
  );
  const end = change.span.start + change.text.length;
  const cursor = added?.fields.get('kind')?.span ?? added?.name?.span ?? { start: end, end };
  return { uri: target ?? register, isNew: target === undefined, changes: [change], after, cursor };
}

/** The name that some words give, and other names of the same in brackets in or behind them. */
function nameIn(
  article: ArticleEntry,
  words: Span,
  kind: NamedKind,
): { readonly name: string; readonly aliases: readonly string[] } {
  const { text } = article.content.rendered;
  const behind = /^\s*\(([^()\n]{1,40})\)/.exec(text.slice(words.end, words.end + 60))?.[1];
  const selected = onOneLine(article, words);
  const within = /^(.+?)\s*\(([^()]{1,40})\)?$/.exec(selected);
  const bare = (within?.[1] ?? selected)
    .replace(/^(?:the|an?)\s+/i, '')
    .replace(/['’]s?$/, '')
    .replace(/^[“”"'‘(\s]+|[“”"'’).,;:\s]+$/g, '');
  const untitled = bare.replace(/^(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Prof|Professor)\.? )+/, '');
  const name = kind === 'person' && untitled.includes(' ') ? untitled : bare;
  const alias = (within?.[2] ?? behind ?? '').replace(/^(?:the|or)\s+/i, '').trim();
  // Of all that stands in brackets only an abbreviation is surely another name.
  const isName = /^[\p{Lu}\p{N}][\p{L}\p{N}&]{1,11}$/u.test(alias) && /\p{Lu}.*\p{Lu}/u.test(alias);
  return {
    name: name.charAt(0).toUpperCase() + name.slice(1),
    aliases: isName ? [alias] : [],
  };
}

/** `Catherine O’Connell` is `catherine-oconnell`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}

/** What goes by one of these names already, in any case. */
function alreadyNamed(corpus: Corpus, name: string, aliases: readonly string[]): Named | undefined {
  const wanted = new Set([name, ...aliases].map((each) => each.toLowerCase()));
  return corpus.register
    .all()
    .find(
      ({ definition }) =>
        definition.kind !== 'property' &&
        definition.kind !== 'event' &&
        [definition.name ?? [], definition.aliases]
          .flat()
          .some(({ value }) => wanted.has(value.replace(/^the /i, '').toLowerCase())),
    );
}

function freeId(corpus: Corpus, kind: NamedKind, wanted: string): string {
  let id = wanted;
  for (let number = 2; corpus.register.definitionsOf(idKey(kind, id)).length > 0; number++) {
    id = `${wanted}-${number}`;
  }
  return id;
}

/** What sort of organisation a name tells of; a single body where it does not. */
function organisationKind(name: string): string {
  if (/\b(?:department|ministry|government|treasury|home office|cabinet)\b/i.test(name)) {
    return 'government';
  }
  if (/\bparty$/i.test(name)) {
    return 'party';
  }
  if (/\b(?:alliance|confederation|network|federation|association)$/i.test(name)) {
    return 'network';
  }
  // "Primary care trusts", but not "Essex County Trusts".
  return /^\S+(?: \p{Ll}\S*)+s$/u.test(name) ? 'class' : 'body';
}
