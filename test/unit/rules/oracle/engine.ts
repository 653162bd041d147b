import type { BoundFact } from '../../../../server/src/corpus/boundFact.js';
import { Corpus } from '../../../../server/src/corpus/corpus.js';
import { judgePair, type PairCode } from '../../../../server/src/rules/judgePair.js';
import { root, uriOf } from '../world.js';
import { writeFact, writeWhen, type Case, type Statement } from './statement.js';

/** What the engine calls a pair of facts; null where it has nothing to say. */
export type Judge = (here: BoundFact, there: BoundFact, corpus: Corpus) => PairCode | null;

export const engine: Judge = (here, there, corpus) => judgePair(here, there, corpus)?.code ?? null;

const register = `organisations: {pct: {name: Primary care trusts}}
properties:
  members-366: {type: quantity}
  members-90: {type: quantity, stableFor: P90D}
`;

/** What a judge makes of each of these cases. Articles hold the facts of many cases, which saves time. */
export function judgeAll(cases: readonly Case[], judge: Judge): readonly (PairCode | null)[] {
  const articles = new Map<string, string[]>();
  const places = cases.map((test) => {
    const dateOfA = publishedText(test.a);
    return [
      place(`a${dateOfA}`, test.a, test),
      test.oneArticle
        ? place(`a${dateOfA}`, test.b, test)
        : place(`b${publishedText(test.b)}`, test.b, test),
    ] as const;
  });
  const corpus = new Corpus();
  corpus.setFile({ uri: uriOf('register.facts.yaml'), root, text: register });
  for (const [name, facts] of articles) {
    const date = name.slice(1);
    const article = date === '' ? '' : `article: {published: "${date}"}\n`;
    const text = `${article}facts:\n${facts.map((fact) => `  - ${fact}\n`).join('')}`;
    corpus.setFile({ uri: uriOf(`${name}.facts.yaml`), root, text });
  }
  return places.map(([here, there]) => judge(factAt(here), factAt(there), corpus));

  function place(article: string, one: Statement, { stableDays }: Case): readonly [string, number] {
    const facts = articles.get(article) ?? [];
    articles.set(article, facts);
    return [article, facts.push(writeFact(one, stableDays)) - 1];
  }

  function factAt([article, index]: readonly [string, number]): BoundFact {
    const fact = corpus.sidecar(uriOf(`${article}.facts.yaml`))?.facts[index];
    if (fact === undefined || fact.problems.length > 0 || fact.slot === null) {
      throw new Error(
        `The engine does not read ${article} ${index}: ${JSON.stringify(fact?.problems)}`,
      );
    }
    return fact;
  }
}

function publishedText({ published }: Statement): string {
  return published === undefined ? '' : writeWhen(published);
}
