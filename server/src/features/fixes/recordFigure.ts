import { quoteFinderOf } from '../../articles/article.js';
import type { CountedFigure } from '../../corpus/articleIndex.js';
import type { ArticleEntry } from '../../corpus/corpus.js';
import { covers } from '../../text/span.js';
import { readValue } from '../../values/value.js';
import { addFact } from '../sectionEdit.js';
import { scalar } from '../sidecarEdit.js';
import { fileWords, fix, type FixProvider } from './fix.js';

/** Records a figure of an article as a fact of its sidecar. */
export const recordFigure: FixProvider = {
  codes: ['figure-unrecorded', 'figure-disagrees'],
  *fixes({ uri, span }, { corpus }) {
    const article = corpus.article(uri);
    const [sidecar] = corpus.sidecarsFor(uri);
    const counted =
      article === undefined
        ? undefined
        : corpus
            .countedIn(article)
            .find(({ figure }) => figure.span.start === span.start && figure.span.end === span.end);
    if (article === undefined || sidecar === undefined || counted === undefined) {
      return;
    }
    const value = valueText(counted);
    const quote = quoteFor(article, counted);
    if (value === undefined || quote === undefined) {
      return;
    }
    const change = addFact(sidecar.content, [
      ['subject', scalar(counted.counted.definition.id.value, true)],
      ['property', scalar('count')],
      ['value', scalar(value)],
      ['quote', scalar(quote)],
    ]);
    const title = `Record “${quote}” as a fact in ${fileWords(sidecar.uri, uri)}`;
    yield* fix(title, sidecar.uri, [change]);
  },
};

/** The figure as written, where that is a value; else its number. */
function valueText({ figure }: CountedFigure): string | undefined {
  const written = figure.text.replace(/\s+/g, ' ');
  const reading = readValue(written, 'quantity', 'organisation');
  if (reading.kind === 'value' && reading.value.kind === 'quantity') {
    return written;
  }
  const { min, max } = figure.quantity;
  return min !== null && max !== null && min.eq(max) ? min.toFixed() : undefined;
}

/** The figure and what it counts, with as many words around as it takes to stand there only once. */
function quoteFor(article: ArticleEntry, { figure, mention }: CountedFigure): string | undefined {
  const { text } = article.content.rendered;
  const block = article.content.blocks.find(({ rendered }) => covers(rendered, figure.rendered));
  const limit = block?.rendered ?? { start: 0, end: text.length };
  const finder = quoteFinderOf(article.content);
  let { start } = figure.rendered;
  let { end } = mention.span;
  for (let words = 0; words < 40; words++) {
    const quote = text.slice(start, end).replace(/\s+/g, ' ').trim();
    if (finder.find({ exact: quote }).kind === 'found') {
      return quote;
    }
    if (start > limit.start && (words % 2 === 0 || end >= limit.end)) {
      start = limit.start + text.slice(limit.start, start).trimEnd().search(/\S+$/);
    } else if (end < limit.end) {
      end += /^\s*\S+/.exec(text.slice(end, limit.end))?.[0].length ?? limit.end - end;
    } else {
      return undefined;
    }
    start = Math.max(start, limit.start);
  }
  return undefined;
}
