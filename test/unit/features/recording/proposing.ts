import assert from 'node:assert/strict';
import type { FactChoices } from '../../../../server/src/features/recording/guess.js';
import {
  proposeFact,
  type FactProposal,
} from '../../../../server/src/features/recording/proposeFact.js';
import {
  statementAt,
  type Statement,
} from '../../../../server/src/features/recording/statement.js';
import { uriOf, worldOf, type Files } from '../../rules/world.js';

/* Selecting words of an article as a user does. */

export const register = `organisations:
  trust: {name: Care trusts, aliases: [care trust, trusts], kind: class}
  herald: {name: The Herald, kind: publisher}
  union: {name: Nurses' Union, aliases: [the Union], kind: union}
  ministry: {name: Ministry of Care, aliases: [the ministry], kind: government}
people:
  jane-doe: {name: Jane Doe, aliases: [Dr Doe]}
  john-roe: {name: John Roe, aliases: [Mr Roe]}
places:
  kent: {name: Kent}
  surrey: {name: Surrey}
properties:
  staff-cut: {name: Cut in staff costs, type: percentage}
`;

export function filesOf(words: string): Files {
  return {
    'register.facts.yaml': register,
    'a.md': `---\npublisher: herald\npublished: 2010-07-12\n---\n\n${words}\n`,
  };
}

/** The statement between `[` and `]` in the words of an article; at `|` there is only a cursor. */
export function select(words: string): {
  files: Files;
  statement: Statement;
  proposal: FactProposal;
} {
  const start = words.indexOf('[');
  const end = words.indexOf(']') - 1;
  const files = filesOf(words.replace('[', '').replace(']', ''));
  const offset = (files['a.md'] ?? '').length - 1 - (words.length - 2);
  return { files, ...proposed(files, offset + start, offset + end) };
}

export function proposed(
  files: Files,
  start: number,
  end: number,
  choices: FactChoices = {},
): { statement: Statement; proposal: FactProposal } {
  const { corpus } = worldOf(files);
  const statement = statementAt(corpus, uriOf('a.md'), { start, end });
  assert.equal(statement.kind, 'statement', statement.kind === 'refused' ? statement.why : '');
  return { statement, proposal: proposeFact(statement, choices, corpus) };
}
