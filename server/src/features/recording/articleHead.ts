import { datesOf } from '../../articles/figures.js';
import type { ArticleEntry, Corpus } from '../../corpus/corpus.js';
import { covers, span, type Span } from '../../text/span.js';

/** What an article plainly says about itself, outside its front matter. */
export interface ArticleHead {
  readonly title: string | undefined;
  /** EDTF. */
  readonly published: string | undefined;
  /** An organisation's id. */
  readonly publisher: string | undefined;
}

/** A date or a publisher stands in one of the first lines, if anywhere. */
const FIRST_LINES = 6;
const LONGEST_LINE = 120;

/** Words beside a date that make it no other date than that of publication. */
const label =
  /\b(?:first published|published|posted|updated|date|dated|source|publisher|on|by|in|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b:?/gi;

/**
 * Reads the first lines: the title is the first heading or a short first line; the date that of a
 * line that holds nothing else but names and words such as "published"; the publisher a publisher
 * that such a line names.
 */
export function headOf(article: ArticleEntry, corpus: Corpus): ArticleHead {
  const lines = firstLines(article);
  const { text } = article.content.rendered;
  const [first] = lines;
  const title =
    article.content.title ??
    (first === undefined ? '' : oneLine(text.slice(first.start, first.end)).replace(/^.*\.$/, ''));
  const head = { title: title === '' ? undefined : title }; // a sentence is no title
  for (const line of lines) {
    const dates = datesOf(article.content).filter(({ rendered }) => covers(line, rendered));
    const mentions = corpus.mentionsIn(article).filter((mention) => covers(line, mention.span));
    const [date] = dates;
    const publisher = mentions
      .flatMap(({ candidates }) => (candidates.length === 1 ? candidates : []))
      .find(({ definition }) => definition.fields.get('kind')?.value === 'publisher');
    const known = [...dates.map(({ rendered }) => rendered), ...mentions.map((each) => each.span)];
    const rest = without(text, line, known).replace(label, '');
    if (dates.length === 1 && date !== undefined && !/[\p{L}\p{N}]/u.test(rest)) {
      return { ...head, published: date.edtf, publisher: publisher?.definition.id.value };
    }
  }
  return { ...head, published: undefined, publisher: undefined };
}

function firstLines({ content }: ArticleEntry): readonly Span[] {
  const lines: Span[] = [];
  for (const { kind, rendered } of content.blocks.slice(0, FIRST_LINES)) {
    if (kind !== 'paragraph' && kind !== 'heading') {
      continue;
    }
    let { start } = rendered;
    const head = content.rendered.text.slice(start, Math.min(rendered.end, start + 1000));
    for (const line of head.split('\n')) {
      if (line.length <= LONGEST_LINE) {
        lines.push(span(start, start + line.length));
      }
      start += line.length + 1;
    }
  }
  return lines.slice(0, FIRST_LINES);
}

function without(text: string, line: Span, parts: readonly Span[]): string {
  let rest = '';
  let at = line.start;
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    rest += `${text.slice(at, Math.max(at, part.start))} `;
    at = Math.max(at, part.end);
  }
  return rest + text.slice(at, line.end);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
