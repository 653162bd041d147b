import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { scanMarkdown } from '../../../server/src/articles/markdownScan.js';
import { difference, inputs, madeUpKinds, tryScanner, type ScanMarkdown } from './markdownTrial.js';

/* Would the fuzz notice? Each fault is put into a copy of the scanner of Markdown, and must be found. */

interface Fault {
  readonly what: string;
  readonly file: string;
  /** The compiled words, once in the file, and what they become. */
  readonly from: string;
  readonly to: string;
}

const scan = 'markdownScan.js';
const inline = 'markdownScanInline.js';
const markers = 'markdownScanMarkers.js';
const containers = 'markdownScanContainers.js';

const faults: readonly Fault[] = [
  { what: 'a delimiter row makes no table', file: scan, from: 'isDelimiterRow(text, words)', to: 'isUnderline(text, words)' },
  { what: 'hashes may close a heading', file: scan, from: '=== HASH)', to: '=== -1)' },
  { what: 'any number begins a list below a paragraph', file: scan, from: '!isDigit(code) || ', to: 'true || ' },
  { what: 'code goes on in spaces', file: scan, from: 'this.#codeStart >= 0 && words - lineStart', to: 'false && words - lineStart' },
  { what: 'code outside its list is one with the next', file: scan, from: '!isInside && isIndented)', to: 'false)' },
  { what: 'a task is words', file: scan, from: 'isTask(text, pos)', to: 'false' },
  { what: 'a fence may be indented as code', file: scan, from: 'isIndented || this.#pastSpaces(end)', to: 'this.#pastSpaces(end)' },
  { what: 'an item whose marker stands alone goes on after a blank line', file: containers, from: 'this.#state[entered] = BLANK_LINE', to: 'this.#state[entered] = NOTHING' },
  { what: 'a quotation needs no space', file: containers, from: 'words - pos > MAX_INDENT', to: 'false' },
  { what: 'two spaces at a line’s end break nothing', file: inline, from: 'lineEnd - end > 1', to: 'lineEnd - end > 2' },
  { what: 'emphasis may be closed by another mark', file: inline, from: 'opener !== code || ', to: '' },
  { what: 'emphasis may be closed by fewer marks', file: inline, from: '|| this.#lengths.pop() !== length', to: '' },
  { what: 'underscores in words are emphasis', file: inline, from: "opens &&= !both || before !== 'word';", to: '' },
  { what: 'marks in addresses are emphasis', file: inline, from: 'if (ADDRESS.test(this.#text.slice(this.#runStart(pos), end)))', to: 'if (false)' },
  { what: 'references are words', file: inline, from: '=== SEMICOLON ? refuse() : end', to: '=== -1 ? refuse() : end' },
  { what: 'definitions do not matter', file: inline, from: '??= hasDefinitions(text)', to: '??= false' },
  { what: 'footnotes need no definition', file: scan, from: '!this.#footnotes.has(label)', to: 'false' },
  { what: 'a footnote’s lines need no indentation', file: containers, from: 'words - pos < FOOTNOTE_INDENT', to: 'false' },
  { what: 'an item without words begins in a paragraph', file: scan, from: 'if (isLineEnd(text.charCodeAt(words)))\n        return false;', to: '' },
  { what: 'what opens is words where the mark comes again', file: inline, from: 'next < 0 || ', to: 'next >= 0 || ' },
  { what: 'a second tilde is words', file: inline, from: '++this.#tildes > 1', to: 'false' },
  { what: 'seven hashes make a heading', file: markers, from: 'level <= 6', to: 'level <= 7' },
  { what: 'two marks make a rule', file: markers, from: 'marks >= 3', to: 'marks >= 2' },
  { what: 'ten digits make a list', file: markers, from: 'end - pos > 9', to: 'end - pos > 11' },
]; // prettier-ignore

const compiled = join(import.meta.dirname, '../../../server/src/articles');

async function scannerWith(fault: Fault, folder: string): Promise<ScanMarkdown> {
  cpSync(compiled, folder, { recursive: true });
  const file = join(folder, fault.file);
  const parts = readFileSync(file, 'utf8').split(fault.from);
  assert.equal(parts.length, 2, `not once in ${fault.file}: ${fault.from}`);
  writeFileSync(file, parts.join(fault.to));
  const scanner = (await import(pathToFileURL(join(folder, scan)).href)) as {
    scanMarkdown: ScanMarkdown;
  };
  return scanner.scanMarkdown;
}

/** The parser is asked only where the fault makes a difference: it is slow. */
function isWrong(text: string, faulty: ScanMarkdown): boolean {
  const one = faulty(text);
  const sound = scanMarkdown(text);
  return (
    one !== null &&
    (sound === null || difference(one, sound, text.length) !== null) &&
    tryScanner(text, faulty).wrong !== null
  );
}

describe('the trial of the scanner of Markdown', () => {
  for (const fault of faults) {
    it(`finds that ${fault.what}`, async () => {
      const folder = mkdtempSync(join(compiled, '../planted-'));
      try {
        const faulty = await scannerWith(fault, folder);
        const source = inputs(1, madeUpKinds);
        let tried = 0;
        while (!isWrong(source.next().value.text, faulty)) {
          assert.ok(++tried < 60_000, 'not found');
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    }).timeout(60_000);
  }
});
