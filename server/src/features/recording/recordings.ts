import { fileName } from '../../corpus/uri.js';
import type { FeatureContext } from '../context.js';
import type { FileEdit } from './fileEdit.js';
import type { FactChoices } from './guess.js';
import { isOnRecord, proposeFact } from './proposeFact.js';
import { recordFact } from './recordFact.js';
import type { Statement } from './statement.js';

/** A way to record a statement with the best guess for everything. */
export interface Recording {
  readonly title: string;
  readonly edit: FileEdit;
}

/**
 * The ways to record a statement: one, or two where it may be a denial and only a person can say.
 * None for what cannot be recorded, or is on record with these words.
 */
export function recordings(context: FeatureContext, statement: Statement): readonly Recording[] {
  const proposal = proposeFact(statement, {}, context.corpus);
  if (isOnRecord(proposal)) {
    return [];
  }
  const { exact } = statement.quote;
  const words = `Record “${exact.length > 60 ? `${exact.slice(0, 59)}…` : exact}” as a fact`;
  const ways: readonly (readonly [title: string, choices: FactChoices])[] =
    proposal.denial === undefined
      ? [[words, {}]]
      : [
          [words, { polarity: 'positive' }],
          [`${words} that is denied`, { polarity: 'negative' }],
        ];
  return ways.flatMap(([title, choices]) => {
    const chosen = proposeFact(statement, choices, context.corpus);
    const edit = recordFact(context, chosen, choices.polarity !== undefined);
    return 'kind' in edit ? [] : [{ title: `${title} in ${fileName(edit.uri)}`, edit }];
  });
}
