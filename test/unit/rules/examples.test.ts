import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleCodes, rules } from '../../../server/src/rules/table.js';
import { checkFiles, inOneLine, type Files } from './world.js';

/* Every rule's page is a promise: its bad example gives the finding, its good example gives none. */

const folder = join(import.meta.dirname, '../../../../docs/rules');

/** Rules whose example would be a file too large to print; `checker.test.ts` tests them instead. */
const withoutExample = new Set(['not-analysed']);

/** Other codes that a bad example gives too, with the reason why it cannot be helped. */
const alsoGiven: ReadonlyMap<string, readonly string[]> = new Map();

const headings = ['Why it matters', 'Bad', 'Good', 'How to settle it', 'Silent on'];

interface Page {
  readonly text: string;
  /** By heading. */
  readonly sections: ReadonlyMap<string, string>;
}

function readPage(code: string): Page {
  const text = readFileSync(join(folder, `${code}.md`), 'utf8');
  const parts = text.split(/^## (.+)\n/m);
  const sections = new Map<string, string>();
  for (let index = 1; index < parts.length; index += 2) {
    sections.set(parts[index] ?? '', parts[index + 1] ?? '');
  }
  return { text, sections };
}

/** The files of an example: fenced blocks, each under its name in bold code. */
function filesIn(section: string | undefined): Files {
  const blocks = (section ?? '').matchAll(/^\*\*`([^`\n]+)`\*\*\n\n```\w+\n([\s\S]*?)^```$/gm);
  return Object.fromEntries([...blocks].map(([, name, text]) => [name ?? '', text ?? '']));
}

const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => name.slice(0, -'.md'.length));

describe('the pages of the rules', () => {
  it('are there for every code, and for nothing else', () => {
    assert.deepEqual(pages.toSorted(), [...ruleCodes].sort());
  });

  it('are listed in README.md with level and summary', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| \[`([^`]+)`\]\(([^)]+)\) \| (\w+) \| (.+) \|$/gm)];
    assert.deepEqual(
      rows.map(([, code, link, level, summary]) => ({ code, link, level, summary })),
      ruleCodes.map((code) => {
        const rule = rules.find((candidate) => candidate.code === code);
        return { code, link: `${code}.md`, level: rule?.level, summary: rule?.summary };
      }),
    );
  });

  for (const code of pages) {
    describe(code, () => {
      const page = readPage(code);

      it('has the shape of all pages', () => {
        assert.ok(page.text.startsWith(`# ${code}\n\n`), 'the title is the code');
        assert.deepEqual([...page.sections.keys()], headings);
      });

      it('states the level of the table', () => {
        const stated = /Default level: \*\*(\w+)\*\*\.$/m.exec(page.text)?.[1];
        assert.equal(stated, rules.find((rule) => rule.code === code)?.level);
      });

      it('says how to switch it off', () => {
        const settle = page.sections.get('How to settle it') ?? '';
        assert.ok(settle.includes(`set \`${code}\` in the setting \`policyFacts.rules\``));
      });

      it('links only to pages that are there', () => {
        for (const [, target] of page.text.matchAll(/\]\(([a-z-]+)\.md\)/g)) {
          assert.ok(pages.includes(target ?? ''), target);
        }
      });

      if (withoutExample.has(code)) {
        it('has no example, and says so', () => {
          assert.match(page.sections.get('Bad') ?? '', /^\s*There is no short example/);
          assert.deepEqual(filesIn(page.sections.get('Bad')), {});
        });
        return;
      }

      it('gives its finding on the bad example, and no other', () => {
        const findings = checkFiles(filesIn(page.sections.get('Bad'))).filter(
          ({ severity, code: given }) => severity !== 'hint' || given === code,
        );
        const allowed = [code, ...(alsoGiven.get(code) ?? [])];
        const lines = findings.map(inOneLine);
        assert.ok(
          findings.some((finding) => finding.code === code),
          `not found: ${lines.join('\n')}`,
        );
        assert.deepEqual(
          findings.filter((finding) => !allowed.includes(finding.code)).map(inOneLine),
          [],
        );
      });

      it('gives no warning and no error on the good example', () => {
        // A finding that is settled with a reason is a hint; a rule of hints has to be silent.
        const isHint = rules.find((rule) => rule.code === code)?.level === 'hint';
        const findings = checkFiles(filesIn(page.sections.get('Good'))).filter(
          ({ severity, code: given }) =>
            severity === 'error' ||
            severity === 'warning' ||
            (given === code && (severity !== 'hint' || isHint)),
        );
        assert.deepEqual(findings.map(inOneLine), []);
      });
    });
  }
});
