import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectReport } from '../../../../server/src/features/report/collectReport.js';
import {
  pageLimits,
  type Report,
  type ReportLimits,
} from '../../../../server/src/features/report/report.js';
import { reportHtml } from '../../../../server/src/features/report/reportHtml.js';
import { reportMarkdown } from '../../../../server/src/features/report/reportMarkdown.js';
import { relativeLinks } from '../../../../server/src/features/report/reportPlace.js';
import { root, worldOf, type Files, type World } from '../../rules/world.js';

const seedsFolder = join(import.meta.dirname, '../../../../../seeds');

export const seeds: Files = Object.fromEntries(
  readdirSync(seedsFolder)
    .filter((name) => !name.startsWith('.'))
    .map((name) => [name, readFileSync(join(seedsFolder, name), 'utf8')]),
);

export interface Reported extends World {
  readonly report: Report;
  readonly html: string;
  readonly markdown: string;
}

/** The report of some files, in both forms, standing in their folder. */
export function reportOf(files: Files, limits: Partial<ReportLimits> = {}): Reported {
  const world = worldOf(files);
  const context = {
    ...world,
    encoding: 'utf-16',
    markdown: true,
    rulePage: () => undefined,
  } as const;
  const head = { folder: 'w', date: '2 January 2026' };
  const report = collectReport(context, head, { ...pageLimits, ...limits });
  const linkTo = relativeLinks(root);
  return {
    ...world,
    report,
    html: reportHtml(report, linkTo),
    markdown: reportMarkdown(report, linkTo),
  };
}

/** Two articles that contradict each other: `words` are the texts of people in all places there are. */
export function conflict(words: string): Files {
  const text = JSON.stringify(words);
  return {
    'register.facts.yaml': `organisations:
  pct: {name: ${text}, kind: class}
  herald: {name: ${text}}
people:
  jane: {name: ${text}}
places:
  essex: {name: ${text}}
`,
    'a.md': 'There are 152 trusts.\n',
    'a.facts.yaml': `article: {title: ${text}, publisher: herald, published: 2010-07-12}
facts:
  - id: one
    subject: pct
    property: count
    value: 152
    place: essex
    quote: There are 152 trusts.
  - id: two
    subject: pct
    property: status
    value: ${text}
    saidBy: anonymous
    saidAs: ${text}
    quote: ${text}
    acknowledged:
      - {code: quote-not-found, reason: ${text}}
`,
    'b.md': 'There were 148 trusts, they said.\n',
    'b.facts.yaml': `article: {title: ${text}, published: 2010-07-12}
facts:
  - id: one
    subject: pct
    property: count
    value: 148
    place: essex
    quote: There were 148 trusts
`,
  };
}

/** Words that mean something to HTML, to Markdown or to the eye. */
export const hostile: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '</td></table></section><script>alert(1)</script>',
  '"><a href="javascript:alert(1)">x</a>',
  "' onmouseover='alert(1)",
  '&lt;script&gt; &amp; &#60;',
  '<!-- --> ]]> <style>*{display:none}</style>',
  '[click](javascript:alert(1))',
  '](javascript:alert(1)) ![x](http://example.com/x.png)',
  '<http://example.com> http://example.com www.example.com me@example.com',
  '| a | b | \\| c \\\\| d |',
  '``` `code` ```',
  '**bold** _em_ ~~gone~~ $x$ [^1] [ ] #',
  '# heading',
  '1. list',
  '- list',
  '> quote',
  'a\nb\r\nc\n\n---\n\n# d',
  '\u202eabc\u202c \u200fdef\u2066ghi\u2069',
  'הנאמנויות של PCT',
  '\ud83d\udc69\u200d\ud83d\udcbb e\u0301',
  '\u0000\u0007\u001b[31m',
  '__proto__',
  '   ',
];
