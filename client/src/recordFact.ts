import { l10n, window } from 'vscode';
import type { LanguageClient, Range as ProtocolRange } from 'vscode-languageclient/node';
import { selectionFrom } from './articleSelection.js';
import { ask, type Choices, type Question } from './factQuestions.js';
import { applyAndShow, askServer, show, type ServerEdit, type Shown } from './serverEdit.js';

interface Selection {
  readonly uri: string;
  readonly range: ProtocolRange;
}

interface Proposal {
  readonly questions: readonly Question[];
  readonly recorded: readonly Recorded[];
  /** Everything that these words say is on record with them. */
  readonly isOnRecord: boolean;
}

/** A fact that quotes some of the words already. */
interface Recorded {
  readonly reference: string;
  readonly label: string;
  readonly uri: string;
  readonly range: ProtocolRange;
}

/**
 * Records the words that are selected in an article as a fact of its sidecar, and shows the fact
 * beside. The server's guesses are confirmed one by one; Escape leaves everything as it was. With
 * `accept` there are no questions. Resolves to where the fact stands; to undefined without one.
 */
export async function recordFact(
  client: LanguageClient,
  argument: unknown,
): Promise<Shown | undefined> {
  const selected = selectionFrom(argument);
  if (selected === undefined) return undefined;
  const selection = {
    uri: client.code2ProtocolConverter.asUri(selected.uri),
    range: client.code2ProtocolConverter.asRange(selected.range),
  };
  const proposal = await propose(client, selection, {});
  if (proposal === undefined) return undefined;
  const there = await alreadyThere(proposal, selected.accept);
  if (there === undefined) return undefined;
  if (there !== 'none') return goTo(client, there);
  const choices = selected.accept ? {} : await askAll(client, selection, proposal);
  if (choices === undefined) return undefined;
  const answer = await askServer<ServerEdit>(client, 'policyFacts.factEdit', {
    ...selection,
    choices,
  });
  return answer === undefined ? undefined : applyAndShow(client, answer);
}

function propose(
  client: LanguageClient,
  selection: Selection,
  choices: Choices,
): Promise<Proposal | undefined> {
  return askServer<Proposal>(client, 'policyFacts.proposeFact', { ...selection, choices });
}

/** The fact to go to instead of recording a new one; undefined when the user gave up. */
async function alreadyThere(
  { recorded, isOnRecord }: Proposal,
  accept: boolean,
): Promise<Recorded | 'none' | undefined> {
  const [first] = recorded;
  if (first === undefined) return 'none';
  if (accept) return isOnRecord ? first : 'none';
  const another = { label: l10n.t('Record another fact'), description: '', fact: 'none' as const };
  const known = recorded.map((fact) => ({
    label: l10n.t('Go to {0}', fact.reference),
    description: fact.label,
    fact,
  }));
  const choice = await window.showQuickPick(
    isOnRecord ? [...known, another] : [another, ...known],
    {
      title: l10n.t('Record as Fact: these words are quoted already'),
      matchOnDescription: true,
      ignoreFocusOut: true,
    },
  );
  return choice?.fact;
}

async function goTo(client: LanguageClient, fact: Recorded): Promise<Shown> {
  const shown = {
    uri: client.protocol2CodeConverter.asUri(fact.uri),
    range: client.protocol2CodeConverter.asRange(fact.range),
    changed: false,
  };
  await show(shown);
  return shown;
}

/** Asks question after question: each answer may change what is guessed for the next. */
async function askAll(
  client: LanguageClient,
  selection: Selection,
  first: Proposal,
): Promise<Choices | undefined> {
  let choices: Choices = {};
  let proposal: Proposal | undefined = first;
  const asked = new Set<string>();
  for (;;) {
    const { questions }: Proposal = proposal;
    const next = questions.find(({ key }) => !asked.has(key));
    if (next === undefined) return choices;
    asked.add(next.key);
    const answer = await ask(next, asked.size, asked.size + remaining(questions, asked));
    if (answer === undefined) return undefined;
    choices = { ...choices, ...answer };
    proposal = await propose(client, selection, choices);
    if (proposal === undefined) return undefined;
  }
}

function remaining(questions: readonly Question[], asked: ReadonlySet<string>): number {
  return questions.filter(({ key }) => !asked.has(key)).length;
}
