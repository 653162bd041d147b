import assert from 'node:assert/strict';
import { Corpus } from '../../../server/src/corpus/corpus.js';
import { topicKey } from '../../../server/src/corpus/slot.js';
import { OpenDocuments } from '../../../server/src/lsp/openDocuments.js';
import { Checker } from '../../../server/src/rules/checker.js';
import type { Finding } from '../../../server/src/rules/finding.js';
import { LineIndex } from '../../../server/src/text/lineIndex.js';
import { pool } from '../corpus/pool.js';
import { topicPool } from '../corpus/topicPool.js';
import { root, uriOf } from '../rules/world.js';
import { SeededRandom } from '../text/seededRandom.js';

/*
 * Random typing in a few files that touch each other in every way, against a model: the text is the
 * one a plain string would be, and the findings are those of a fresh start.
 */

/** What people and accidents put into a text. */
const pieces: readonly string[] = [
  ...'abcpct :-#[]{}"\'|>&*!%@`,?~0159\n\n\n\t\r'.split(''),
  '\r\n',
  '\u2028',
  '🙂',
  'e\u0301',
  '\uFEFF',
  '  ',
  '- ',
  'facts:\n',
  '  - {subject: pct, property: count, value: 151}\n',
  '  - {id: now, subject: pct, property: count, value: 152, asOf: 2010-07}\n',
  '  - subject: pct\n    property: count\n    value: 300\n    quote: So 152 trusts\n',
  'article: {published: 2010-07-12}\n',
  'organisations:\n  pct: {name: Trusts}\n',
  ', basedOn: [b]',
  ', disputes: b#now',
  ', supersedes: 1',
  ', place: england',
  ', from: 2006-10',
  '# policy-facts: ignore value-conflict — for a reason\n',
  'All 151 trusts stay in England. ',
  '*name',
  '&name ',
  '---\n',
];

export interface Trial {
  /** Edits made, and comparisons with a fresh start. */
  readonly steps: number;
  readonly compared: number;
}

/**
 * @param every how many edits lie between two comparisons with a fresh start
 * @throws an assertion error at the first difference; its message holds the seed and the step
 */
export function tryEdits(steps: number, seed: number, every: number): Trial {
  const random = new SeededRandom(seed);
  let compared = 0;
  let left = steps;
  for (let world = 0; left > 0; world++) {
    const length = Math.min(left, 40 + random.below(160));
    const trial = new World(random, random.chance(0.5) ? pool : topicPool);
    for (let step = 0; step < length; step++) {
      try {
        trial.edit();
        if (step % every === every - 1 || step === length - 1) {
          compared++;
          trial.compare();
        }
      } catch (error) {
        const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
        throw new Error(
          `Seed ${seed}, world ${world}, step ${step}: ${said}\n${trial.describe()}`,
          { cause: error },
        );
      }
    }
    trial.end();
    left -= length;
  }
  return { steps, compared };
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly added: string;
}

/** Lines that fit between the lines of a sidecar, or of an article. */
const wholeLines: readonly string[] = [
  '# a comment\n',
  '\n',
  '  - {subject: pct, property: count, value: 151}\n',
  '  - {id: now, subject: pct, property: count, value: 152, asOf: 2010-07}\n',
  '  - {subject: pct, property: count, value: 40, supersedes: 1}\n',
  '  - {subject: pct, property: count, value: 7, saidBy: union, disputes: b#now}\n',
  '  - {subject: pct, property: count, place: england, value: 300, quote: So 152 trusts}\n',
  '  - subject: pct\n    property: count\n    value: 300\n    from: 2006-10\n',
  'All 151 trusts stay in England.\n',
  '  pct: {name: Trusts, aliases: [trusts]}\n',
];

class World {
  private readonly model = new Map<string, string>();
  private readonly corpus = new Corpus();
  private readonly checker = new Checker(this.corpus);
  private readonly names: readonly string[];
  private readonly told = new Map<string, string>();
  /** What a client has that is sent the findings of the files whose findings may be others. */
  private readonly shown = new Map<string, readonly string[]>();
  private readonly documents = new OpenDocuments((uri, text) => {
    this.told.set(uri, text);
    this.checker.note(this.corpus.setFile({ uri, root, text }));
  });
  private version = 0;

  constructor(
    private readonly random: SeededRandom,
    private readonly texts: Readonly<Record<string, readonly string[]>>,
  ) {
    const all = Object.keys(texts);
    this.names = [random.pick(all), random.pick(all), random.pick(all), random.pick(all)];
    for (const name of this.names) {
      this.open(name);
    }
  }

  private open(name: string): void {
    const text = this.random.pick(this.texts[name] ?? ['']);
    this.model.set(name, text);
    this.documents.open({ uri: uriOf(name), text, version: this.version, languageId: 'x' });
  }

  edit(): void {
    const name = this.random.pick(this.names);
    const text = this.model.get(name);
    if (text === undefined || this.random.chance(0.02)) {
      this.open(name);
      return;
    }
    if (this.random.chance(0.01)) {
      const uri = this.documents.close(uriOf(name));
      this.model.delete(name);
      this.told.delete(uri);
      this.checker.note(this.corpus.removeFile(uri));
      return;
    }
    const { start, end, added } = this.change(text, this.texts[name] ?? []);
    this.version++;
    const range = new LineIndex(text).rangeAt({ start, end }, 'utf-16');
    this.documents.change({ uri: uriOf(name), version: this.version }, [{ range, text: added }]);
    this.model.set(name, spliced(text, range, added));
    if (this.random.chance(0.8)) {
      this.documents.flush();
    }
    if (this.random.chance(0.3)) {
      this.checker.step();
    }
    if (this.random.chance(0.1)) {
      this.corpus.rest(uriOf(this.random.pick(this.names)));
    }
  }

  /** Mostly what leaves the file readable, so that much of it stays as it was; sometimes anything. */
  private change(text: string, versions: readonly string[]): Change {
    const { random } = this;
    const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const line = random.below(lineStarts.length);
    const start = lineStarts[line] ?? 0;
    const next = lineStarts[line + 1] ?? text.length;
    switch (random.below(10)) {
      case 0:
      case 1:
      case 2: {
        const digits = [...text.matchAll(/\d/g)];
        const at = digits.length === 0 ? 0 : random.pick(digits).index;
        return { start: at, end: at + random.below(2), added: String(random.below(10)) };
      }
      case 3:
      case 4:
        return { start, end: start, added: random.pick(wholeLines) };
      case 5:
        return { start, end: start, added: text.slice(start, next) };
      case 6:
        return { start, end: next, added: '' };
      case 7:
        return { start: 0, end: text.length, added: random.pick(versions) };
      default: {
        const from = random.below(text.length + 1);
        const end = Math.min(text.length, from + (random.chance(0.9) ? random.below(4) : 60));
        return { start: from, end, added: random.chance(0.7) ? random.pick(pieces) : '' };
      }
    }
  }

  compare(): void {
    this.documents.flush();
    for (const [name, text] of this.model) {
      assert.equal(this.told.get(uriOf(name)), text, `the text of ${name}`);
    }
    const all = lines(this.checker.all());
    for (const uri of this.checker.takeAffected()) {
      this.shown.set(uri, lines(this.checker.findingsIn(uri)));
    }
    const fresh = this.fresh();
    assert.deepEqual(all, lines(fresh.all()));
    for (const [uri, shown] of this.shown) {
      assert.deepEqual(shown, lines(fresh.findingsIn(uri)), `what is shown of ${uri}`);
    }
    for (const finding of this.checker.all()) {
      for (const { uri, span } of [finding, ...finding.related]) {
        const { length } = this.told.get(uri) ?? '';
        assert.ok(
          this.told.has(uri) && 0 <= span.start && span.start <= span.end && span.end <= length,
          `${span.start}-${span.end} of ${length} in ${uri}: ${finding.message}`,
        );
      }
    }
  }

  private fresh(): Checker {
    const corpus = new Corpus();
    for (const [uri, text] of this.told) {
      corpus.setFile({ uri, root, text });
    }
    const checker = new Checker(corpus);
    checker.update({
      files: new Set(this.told.keys()),
      slots: new Set(corpus.slotKeys()),
      topics: new Set(corpus.sidecars().flatMap(({ facts }) => facts.map(topicKey))),
      moved: new Set(),
      counted: new Set(),
      places: false,
      register: true,
    });
    return checker;
  }

  end(): void {
    this.documents.flush();
  }

  describe(): string {
    return JSON.stringify(Object.fromEntries(this.model), null, 1);
  }
}

/** A position between the halves of a pair, or between CR and LF, is another place than it seems. */
function spliced(text: string, range: ReturnType<LineIndex['rangeAt']>, added: string): string {
  const lines = new LineIndex(text);
  const start = lines.offsetAt(range.start, 'utf-16');
  return text.slice(0, start) + added + text.slice(lines.offsetAt(range.end, 'utf-16'));
}

function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map(
    ({ uri, span, code, severity, message, related }) =>
      `${uri}@${span.start}-${span.end} ${code} ${severity} ${message} ` +
      related.map((at) => `${at.uri}@${at.span.start}-${at.span.end} ${at.message}`).join(' | '),
  );
}
