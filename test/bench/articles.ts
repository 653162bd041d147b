import { parseArticle } from '../../server/src/articles/article.js';
import { parseMarkdown } from '../../server/src/articles/markdown.js';
import { measureMarkdown } from '../../server/src/articles/markdownCost.js';
import { scanMarkdown } from '../../server/src/articles/markdownScan.js';
import { render } from '../../server/src/articles/render.js';
import { fold } from '../../server/src/text/fold.js';
import { ownMarkdown } from '../unit/articles/markdownTrial.js';
import { article } from './burstCorpus.js';

/* `node out/test/bench/articles.js`: how quickly articles are read, with the scanner and without. */

/** Characters a second of processor time, in millions: the best of several rounds over all texts. */
function speed(texts: readonly string[], rounds: number, read: (text: string) => unknown): number {
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const started = process.cpuUsage();
    for (const text of texts) read(text);
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, user + system);
  }
  return size / best;
}

const laws = Array.from({ length: 300 }, (_, n) => {
  const item = `${1 + (n % 9)}.  der Betrag, um den sich die Obergrenze nach § ${n} im Jahr 2006\n    erhöht hat,\n\n    a)  für das Jahr 2007 und\n\n\n`;
  return `# Gesetz ${n}\n\n## § ${n} Anwendung\n\n(1) Die Verordnung wird ab dem\n1. Januar 2005 nach Maßgabe der Vorschriften angewandt:\n\n${item.repeat(20)}`;
});
const sets = {
  'made up': Array.from({ length: 500 }, (_, n) => article(n, 39).text),
  'lists as in laws': laws,
  'own documents': ownMarkdown.filter((text) => scanMarkdown(text) !== null),
};

const rows = Object.entries(sets).map(([name, texts]) => {
  const whole = speed(texts, 15, (text) => parseArticle(text, 'markdown'));
  const few = texts.slice(0, 40);
  const remark = speed(few, 2, (text) => {
    const root = parseMarkdown(text);
    return root && render(root, text);
  });
  return {
    texts: name,
    'scanner, MB/s': speed(texts, 15, scanMarkdown),
    'look-ahead, MB/s': speed(texts, 15, measureMarkdown),
    'article, MB/s': whole,
    'as plain text, MB/s': speed(texts, 15, (text) => parseArticle(text, 'text')),
    'fold, MB/s': speed(texts, 15, fold),
    'remark, MB/s': remark,
    ratio: whole / remark,
  };
});
console.table(rows);
