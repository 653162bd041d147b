import type { SeededRandom } from '../../unit/text/seededRandom.js';
import type { Head } from './articleFiles.js';

export type Format = 'markdown' | 'text';

const headings = ['What is planned', 'How long it may last', 'What others say', 'The money'];

/** Sentences as an article: paragraphs, headings and lists in Markdown, lines that wrap. */
export function prose(
  sentences: readonly string[],
  { title, publisher, published }: Head,
  { format, hasFrontMatter }: { readonly format: Format; readonly hasFrontMatter: boolean },
  random: SeededRandom,
): string {
  const isMarkdown = format === 'markdown';
  const parts: string[] = [];
  if (hasFrontMatter) {
    const date = published === null ? '' : `published: ${published}\n`;
    parts.push(`---\ntitle: ${title}\npublisher: ${publisher}\n${date}---`);
  }
  parts.push(isMarkdown ? `# ${title}` : title.toUpperCase());
  let next = 0;
  for (let block = 0; next < sentences.length; block++) {
    const some = sentences.slice(next, next + 2 + random.below(5));
    next += some.length;
    if (block % 4 === 3 && isMarkdown) {
      parts.push(`## ${random.pick(headings)}`);
    }
    const isList = isMarkdown && block % 5 === 1;
    // Plain text has its paragraphs on one line each.
    parts.push(
      isList
        ? some.map((item) => wrapped(item, '- ', '  ')).join('\n')
        : isMarkdown
          ? wrapped(some.join(' '), '', '')
          : some.map(plain).join(' '),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function plain(sentence: string): string {
  return sentence.replaceAll('*', '');
}

const WIDTH = 100;

function wrapped(text: string, first: string, others: string): string {
  let lines = '';
  let line = first;
  for (const word of text.split(' ')) {
    if (line.length + word.length > WIDTH && line.trim() !== '') {
      lines += `${line.trimEnd()}\n`;
      line = others;
    }
    line += `${word} `;
  }
  return lines + line.trimEnd();
}
