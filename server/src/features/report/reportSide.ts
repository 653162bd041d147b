import type { BoundFact } from '../../corpus/boundFact.js';
import type { Corpus } from '../../corpus/corpus.js';
import { covers, type Span } from '../../text/span.js';
import type { FeatureContext, Place } from '../context.js';
import type { ReportSide, ReportWords } from './report.js';
import { reportFact, wordsIn } from './reportFact.js';
import { placeIn } from './reportPlace.js';

/** A side that is a fact. */
export function factSide(context: FeatureContext, label: string, bound: BoundFact): ReportSide {
  const fact = reportFact(context, bound);
  return { label, place: fact.place, fact, words: null };
}

/** A side that is a place: the fact there, if it is in one, else what stands there. */
export function placeSide(context: FeatureContext, label: string, at: Place): ReportSide {
  const { corpus } = context;
  const bound = factAt(corpus, at);
  return {
    label,
    place: placeIn(corpus, at),
    fact: bound === undefined ? null : reportFact(context, bound),
    words: bound === undefined ? wordsAt(corpus, at) : null,
  };
}

/** The fact that a place of a sidecar is in. */
export function factAt(corpus: Corpus, { uri, span }: Place): BoundFact | undefined {
  return corpus.sidecar(uri)?.facts.find(({ fact }) => covers(fact.span, span));
}

function wordsAt(corpus: Corpus, { uri, span }: Place): ReportWords | null {
  const article = corpus.article(uri);
  if (article !== undefined) {
    const at = article.content.rendered.renderedSpan(span);
    if (at.start < at.end) {
      return wordsIn(corpus, article, at);
    }
  }
  return lineAt(corpus, { uri, span });
}

/** So much of a line is shown on each side, in UTF-16 units. */
const REACH = 120;
const LONGEST = 400;

/** The line as the file has it, around the place. */
function lineAt(corpus: Corpus, { uri, span }: Place): ReportWords | null {
  const source = corpus.source(uri);
  if (source === undefined) {
    return null;
  }
  const { text, lines } = source;
  const line: Span = lines.lineSpan(lines.positionAt(span.start).line);
  const end = Math.max(span.start, Math.min(span.end, line.end, span.start + LONGEST));
  const from = Math.max(line.start, span.start - REACH);
  const to = Math.min(line.end, end + REACH);
  return {
    before: `${from > line.start ? '…' : ''}${text.slice(from, span.start)}`,
    words: text.slice(span.start, end),
    after: `${text.slice(end, Math.max(end, to))}${to < line.end ? '…' : ''}`,
    place: placeIn(corpus, { uri, span }),
  };
}
