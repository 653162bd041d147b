import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { scanYaml } from '../../../server/src/text/yamlScanner.js';
import { difference, inputs, madeUpKinds, tryScanner, type Scan } from './scannerTrial.js';

/* Would the fuzz notice? Each fault is put into a copy of the scanner, and must be found. */

interface Fault {
  readonly what: string;
  readonly file: string;
  /** The compiled words, once in the file, and what they become. */
  readonly from: string;
  readonly to: string;
}

const faults: readonly Fault[] = [
  {
    what: 'a comment as deep as its collection goes to what follows',
    file: 'yamlScanCursor.js',
    from: '(this.comments[i] ?? 0) >= indent',
    to: '(this.comments[i] ?? 0) > indent',
  },
  {
    what: 'a comment below a value is not the value’s',
    file: 'yamlScanCursor.js',
    from: '(this.comments[i] ?? 0) > indent',
    to: 'false',
  },
  {
    what: 'a collection without indentation takes comments',
    file: 'yamlScanCursor.js',
    from: 'if (indent === 0)',
    to: 'if (false)',
  },
  {
    what: 'an absent value ignores the comments after it',
    file: 'yamlScanCursor.js',
    from: 'commented || this.comments.length > 0 ? this.pos : at',
    to: 'at',
  },
  {
    what: 'a comment may touch what stands before it, or start a line in a flow mapping',
    file: 'yamlScanCursor.js',
    from: 'this.text.charCodeAt(this.pos - 1) !== SPACE',
    to: 'false',
  },
  {
    what: 'a document may begin anywhere in its line',
    file: 'yamlScanner.js',
    from: 'cursor.column === 0 &&',
    to: '',
  },
  {
    what: 'a colon at the end of a line is text',
    file: 'yamlScanCursor.js',
    from: 'return char === SPACE || char === LF || char === CR;',
    to: 'return char === SPACE;',
  },
  {
    what: 'a hash after a space is text',
    file: 'yamlScanScalar.js',
    from: 'char === HASH && end > start',
    to: 'false',
  },
  {
    what: 'a repeated key is passed over',
    file: 'yamlScanKeys.js',
    from: 'other === text',
    to: 'false',
  },
  {
    what: 'a known key that is repeated is passed over',
    file: 'yamlScanEntries.js',
    from: 'keys.addKnown(known.word(key), known.bit(key));',
    to: '',
  },
  {
    what: 'a known key before anything but text is passed over if repeated',
    file: 'yamlScanCursor.js',
    from: 'this.keys.addKnown(known.word(key), known.bit(key));',
    to: '',
  },
  {
    what: 'a known key starts a longer one',
    file: 'yamlKnownKeys.js',
    from: 'text.charCodeAt(end) !== COLON',
    to: 'false',
  },
  {
    what: 'keys that start alike are the same',
    file: 'yamlKnownKeys.js',
    from: 'if (text.charCodeAt(i) !== codes[code])',
    to: 'if (false)',
  },
  {
    what: 'a null word is a known key',
    file: 'yamlKnownKeys.js',
    from: 'nullWord.test(word)',
    to: 'false',
  },
  {
    what: 'a known key’s text hides what starts something else',
    file: 'yamlScanEntries.js',
    from: 'startsPlain(text.charCodeAt(start))',
    to: 'true',
  },
  {
    what: 'nothing in a known key’s text is a comment',
    file: 'yamlScanPlainEnds.js',
    from: 'this.hash < end',
    to: 'false',
  },
  {
    what: 'a colon in a known key’s text is text',
    file: 'yamlScanPlainEnds.js',
    from: 'this.colon < end',
    to: 'false',
  },
  {
    what: 'a colon in a known key’s text is text where wide characters stand',
    file: 'yamlScanPlainEnds.js',
    from: '!(text.charCodeAt(end + 1) > SPACE)',
    to: 'false',
  },
  {
    what: 'a tab is text',
    file: 'yamlScanPlainEnds.js',
    from: "!text.includes('\\t') &&",
    to: '',
  },
  {
    what: 'a line with a key may be in any column',
    file: 'yamlScanEntries.js',
    from: 'if (text.charCodeAt(i) !== SPACE)',
    to: 'if (false)',
  },
  {
    what: 'a merge key is a key',
    file: 'yamlScanKeys.js',
    from: "text === '<<'",
    to: 'false',
  },
  {
    what: 'text may stand in a column of its own',
    file: 'yamlScanner.js',
    from: 'return cursor.atEnd ?',
    to: 'return true ?',
  },
  {
    what: 'text goes on after a comment',
    file: 'yamlScanLines.js',
    from: 'if (commented)',
    to: 'if (false)',
  },
  {
    what: 'a comment in a wrong column does not matter to the text after it',
    file: 'yamlScanBlock.js',
    from: 'if (afterStray || indent < 0)',
    to: 'if (indent < 0)',
  },
  {
    what: 'further lines of a flow collection stand anywhere',
    file: 'yamlScanFlow.js',
    from: 'cursor.pos - lineStart <= indent',
    to: 'false',
  },
  {
    what: 'further lines of quoted text stand anywhere',
    file: 'yamlScanLines.js',
    from: 'if (!isBlankOrDeeper(text, i + 1, indent))',
    to: 'if (false)',
  },
  {
    what: 'blank lines in text are lost',
    file: 'yamlScanLines.js',
    from: "separator = '\\n';",
    to: '',
  },
  {
    what: 'a block scalar takes the blank lines below it',
    file: 'yamlScanBlockScalar.js',
    from: 'blankLines++;',
    to: 'end = lineEnd;',
  },
  {
    what: 'an unknown escape stands for itself',
    file: 'yamlScanScalar.js',
    from: "escapes.get(name ?? '') ?? refuse()",
    to: "escapes.get(name ?? '') ?? name",
  },
  {
    what: 'a mark of byte order within the text is text',
    file: 'yamlScanner.js',
    from: "text.includes('\\ufeff', from)",
    to: 'false',
  },
];

const compiled = join(import.meta.dirname, '../../../server/src/text');

/** The scanner with a fault in it. */
async function scannerWith(fault: Fault, folder: string): Promise<Scan> {
  cpSync(compiled, folder, { recursive: true });
  const file = join(folder, fault.file);
  const parts = readFileSync(file, 'utf8').split(fault.from);
  assert.equal(parts.length, 2, `not once in ${fault.file}: ${fault.from}`);
  writeFileSync(file, parts.join(fault.to));
  const scanner = (await import(pathToFileURL(join(folder, 'yamlScanner.js')).href)) as {
    scanYaml: Scan;
  };
  return scanner.scanYaml;
}

/** The parser is asked only where the fault makes a difference: it is slow. */
function isWrong(text: string, scan: Scan): boolean {
  const faulty = scan(text, 0);
  const sound = scanYaml(text, 0);
  return (
    faulty !== null &&
    (sound === null || difference(faulty, sound) !== null) &&
    tryScanner(text, scan).wrong !== null
  );
}

describe('the trial of the scanner', () => {
  for (const fault of faults) {
    it(`finds that ${fault.what}`, async () => {
      const folder = mkdtempSync(join(compiled, '../planted-'));
      try {
        const scan = await scannerWith(fault, folder);
        const source = inputs(1, madeUpKinds);
        let tried = 0;
        while (!isWrong(source.next().value.text, scan)) {
          assert.ok(++tried < 60_000, 'not found');
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    }).timeout(60_000);
  }
});
