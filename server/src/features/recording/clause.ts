import { span, type Span } from '../../text/span.js';
import type { Statement } from './statement.js';

/** Where one clause ends and another begins. */
const BREAK =
  /[;:–—()[\]“”"]|,\s+(?=(?:but|so|and|yet|while|whereas|which|who|as|where|although|though|since|because|if|unless|after|before)\b)/gi;

/**
 * The clause around the words: what is said in another clause of the sentence is not said of them.
 * A span of the article's rendered text.
 */
export function clauseOf({ article, words, sentence }: Statement): Span {
  const text = article.content.rendered.text.slice(sentence.start, sentence.end);
  let { start, end } = sentence;
  for (const { index, 0: found } of text.matchAll(BREAK)) {
    const at = sentence.start + index;
    if (at + found.length <= words.start) {
      start = at + found.length;
    } else if (at >= words.end) {
      end = at;
      break;
    }
  }
  return span(Math.min(start, words.start), Math.max(end, words.end));
}

/** A stretch of the statement's article, its line breaks made spaces: offsets stay what they are. */
export function textOf({ article }: Pick<Statement, 'article'>, { start, end }: Span): string {
  return article.content.rendered.text.slice(start, end).replace(/\s/g, ' ');
}
