import { CompletionItemKind } from 'vscode-languageserver-types';
import { datesOf } from '../../articles/figures.js';
import { describeDate, readDate } from '../../values/date.js';
import { findDates } from '../../values/prose.js';
import type { Candidate } from './candidate.js';
import { distance, quotedPlace } from './nearby.js';
import { factQuotes, type Typing } from './typing.js';

/** Dates as EDTF: those in the fact's quote, when its article was published, those that it states. */
export function* dateCandidates(typing: Typing): Generator<Candidate> {
  const { article, context, sidecar } = typing;
  const seen = new Set<string>();
  let rank = 0;
  const offer = function* (edtf: string, told: string): Generator<Candidate> {
    const reading = readDate(edtf);
    if (reading.kind === 'date' && !seen.has(edtf)) {
      seen.add(edtf);
      const meaning = describeDate(reading.date);
      yield {
        label: edtf,
        kind: CompletionItemKind.Value,
        insert: { kind: 'value', text: edtf },
        detail: `${meaning} · ${told}`,
        words: `${meaning} ${told}`,
        rank: rank++,
      };
    }
  };
  for (const { edtf, text } of factQuotes(typing).flatMap((quote) => findDates(quote))) {
    yield* offer(edtf, `“${oneLine(text)}” in the quote`);
  }
  const info = sidecar?.info ?? (article && context.corpus.infoOf(article.uri));
  const isPublished = typing.path[0] === 'article';
  if (info?.publishedText != null && !isPublished) {
    yield* offer(info.publishedText, 'when the article was published');
  }
  const at = quotedPlace(typing);
  const dates = article === undefined ? [] : datesOf(article.content);
  const near =
    at === undefined
      ? dates
      : [...dates].sort((a, b) => distance(a.rendered, at) - distance(b.rendered, at));
  for (const { edtf, text } of near) {
    yield* offer(edtf, `“${oneLine(text)}” in the article`);
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
