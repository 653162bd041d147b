import type { Range, ResponseError, WorkspaceEdit } from 'vscode-languageserver/node';
import { canonicalUri } from '../corpus/uri.js';
import { rangeOf, type FeatureContext } from '../features/context.js';
import { defineName } from '../features/recording/defineName.js';
import { cursorRange, workspaceEdit, type FileEdit } from '../features/recording/fileEdit.js';
import { createSidecar } from '../features/recording/newSidecar.js';
import { isOnRecord, proposeFact, type FactProposal } from '../features/recording/proposeFact.js';
import { questionsFor } from '../features/recording/questions.js';
import { recordFact } from '../features/recording/recordFact.js';
import { statementAt } from '../features/recording/statement.js';
import { describeSlot, describeStatement } from '../rules/describe.js';
import type { RequestHost } from './requestHost.js';
import { refusal, type ServerCommand } from './serverCommand.js';
import { editForClient } from './workspaceEdit.js';
import { readChoices, readId, readKind, readSelection, readUri } from './writingArguments.js';

/*
 * What the writing aids of a client are made of: the client asks the questions and makes the edits,
 * the server knows both. A refusal is the request's error, with a sentence for the person.
 */

/** An edit to make, if any, and where to look afterwards. */
interface EditAnswer {
  /** Absent where nothing is to be changed: what is wanted is there already. */
  readonly edit?: WorkspaceEdit;
  readonly uri: string;
  readonly range: Range;
}

const badArguments = 'These arguments are not as the command takes them.';

function answerWith(context: FeatureContext, host: RequestHost, edit: FileEdit): EditAnswer {
  return {
    edit: editForClient(workspaceEdit(context, edit), host.documents, host.profile),
    uri: host.documents.spelling(edit.uri),
    range: cursorRange(context, edit),
  };
}

/** `{uri, range, choices?}`: what can be recorded there, as questions with guesses. */
const propose: ServerCommand = {
  name: 'policyFacts.proposeFact',
  run: (context, [argument], host) => {
    const proposal = proposalFor(context, argument, host);
    return 'statement' in proposal
      ? {
          quote: proposal.statement.quote,
          questions: questionsFor(proposal, context.corpus),
          isOnRecord: isOnRecord(proposal),
          recorded: proposal.recorded.map((bound) => ({
            reference: bound.reference,
            label: `${describeSlot(bound, context.corpus)}: ${describeStatement(bound)}`,
            uri: host.documents.spelling(bound.uri),
            range: rangeOf(context, {
              uri: bound.uri,
              span: bound.fact.value?.span ?? bound.fact.span,
            }),
          })),
        }
      : proposal;
  },
};

/** `{uri, range, choices?}`: the edit that records it; what is not chosen is guessed. */
const factEdit: ServerCommand = {
  name: 'policyFacts.factEdit',
  run: (context, [argument], host) => {
    const proposal = proposalFor(context, argument, host);
    if (!('statement' in proposal)) {
      return proposal;
    }
    const edit = recordFact(context, proposal, readChoices(argument)?.polarity !== undefined);
    return 'kind' in edit ? refusal(edit.why) : answerWith(context, host, edit);
  },
};

/** `{uri}`: the edit that creates the article's sidecar; without an edit where it has one. */
const sidecarEdit: ServerCommand = {
  name: 'policyFacts.sidecarEdit',
  run: (context, [argument], host) => {
    const uri = readUri(argument);
    if (uri === undefined) {
      return refusal(badArguments);
    }
    const edit = createSidecar(context, canonicalUri(uri));
    if (!('kind' in edit)) {
      return answerWith(context, host, edit);
    }
    return edit.kind === 'refused'
      ? refusal(edit.why)
      : whereItIs(context, host, edit.uri, { start: 0, end: 0 });
  },
};

/** `{uri, range, kind, id?}`: the edit that defines what is named there; without one for what is known. */
const definitionEdit: ServerCommand = {
  name: 'policyFacts.definitionEdit',
  run: (context, [argument], host) => {
    const selection = readSelection(argument);
    const kind = readKind(argument);
    const uri = canonicalUri(selection?.uri ?? '');
    const span = selection === undefined ? undefined : host.spanOf(uri, selection.range);
    if (kind === undefined || selection === undefined) {
      return refusal(badArguments);
    }
    if (span === undefined) {
      return refusal('This file is not one of the workspace’s articles.');
    }
    const edit = defineName(context, uri, span, kind, readId(argument));
    if (!('kind' in edit)) {
      return answerWith(context, host, edit);
    }
    return edit.kind === 'refused'
      ? refusal(edit.why)
      : whereItIs(context, host, edit.named.uri, edit.named.definition.id.span);
  },
};

function proposalFor(
  context: FeatureContext,
  argument: unknown,
  host: RequestHost,
): FactProposal | ResponseError {
  const selection = readSelection(argument);
  const choices = readChoices(argument);
  if (selection === undefined || choices === undefined) {
    return refusal(badArguments);
  }
  const uri = canonicalUri(selection.uri);
  const span = host.spanOf(uri, selection.range);
  if (span === undefined) {
    return refusal('This file is not one of the workspace’s articles.');
  }
  const ordered = span.start <= span.end ? span : { start: span.end, end: span.start };
  const statement = statementAt(context.corpus, uri, ordered);
  return statement.kind === 'refused'
    ? refusal(statement.why)
    : proposeFact(statement, choices, context.corpus);
}

function whereItIs(
  context: FeatureContext,
  host: RequestHost,
  uri: string,
  span: { readonly start: number; readonly end: number },
): EditAnswer {
  return { uri: host.documents.spelling(uri), range: rangeOf(context, { uri, span }) };
}

export const writingCommands: readonly ServerCommand[] = [
  propose,
  factEdit,
  sidecarEdit,
  definitionEdit,
];
