import type { Change } from '../corpus/change.js';
import type { Corpus } from '../corpus/corpus.js';
import type { TouchedKeys } from '../corpus/factIndex.js';
import { atMost, type Finding, type Level, type Remark } from './finding.js';
import { eachOnceByPlace } from './findingOrder.js';
import { findInSlot, findLinked, PairFinding } from './pairFindings.js';
import { findQuotes } from './quoteRules.js';
import { claimsOf } from './figureClaims.js';
import { FindingStore, partsOf, sourceOf, type Source } from './findingStore.js';
import type {
  ArticleRule,
  FigureRule,
  PairRule,
  RegisterRule,
  Rule,
  SettingsRule,
  SidecarRule,
  SlotRule,
  TopicRule,
} from './rule.js';
import { isAcknowledged, isIgnored } from './silence.js';
import { rules } from './table.js';
import { takeOne, Unchecked } from './unchecked.js';

/** How many findings there are of each severity, and what was looked at. */
export interface Summary {
  readonly articles: number;
  readonly sidecars: number;
  readonly facts: number;
  readonly organisations: number;
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

const sidecarRules = rules.filter((rule): rule is SidecarRule => rule.kind === 'sidecar');
const articleRules = rules.filter((rule): rule is ArticleRule => rule.kind === 'article');
const figureRules = rules.filter((rule): rule is FigureRule => rule.kind === 'figures');
const settingsRules = rules.filter((rule): rule is SettingsRule => rule.kind === 'settings');
const slotRules = rules.filter((rule): rule is SlotRule => rule.kind === 'slot');
const topicRules = rules.filter((rule): rule is TopicRule => rule.kind === 'topic');
const registerRules = rules.filter((rule): rule is RegisterRule => rule.kind === 'register');
/** The rules about pairs, by code. */
export const pairRules: ReadonlyMap<string, PairRule> = new Map(
  rules.filter((rule) => rule.kind === 'pair').map((rule) => [rule.code, rule]),
);

/** How many articles are read for what they mention in one step. */
const ARTICLES_A_STEP = 4;

/** A check of a file or a slot that may take long, and goes on step by step. */
interface Ongoing {
  readonly source: Source;
  readonly check: Iterator<undefined, readonly Finding[]>;
  readonly end: (findings: readonly Finding[]) => void;
  /** The corpus changed meanwhile: it is to be done again. */
  readonly again: () => void;
}

/** What a check that fails ends with. */
const nothingMore: IteratorResult<undefined, readonly Finding[]> = { done: true, value: [] };

function isOfPair({ pair }: Finding): boolean {
  return pair === true;
}

/**
 * Keeps the findings of a corpus up to date. Each finding has a source, such as a file or a slot; a
 * change makes the findings of the sources it touched again, and leaves all others alone. Whoever asks
 * for findings gets those of the corpus as it is.
 */
export class Checker {
  private readonly store = new FindingStore();
  private updates = 0;
  /** What was noted and not looked at, and what of it is still to be checked. */
  private changed = new Unchecked();
  private readonly unchecked = new Unchecked();
  private affected = new Set<string>();
  /** The files with findings that were taken over and that nobody was told of yet. */
  private adopted = new Set<string>();
  /** The files that changed, or whose findings did, since findings were taken over. */
  private readonly touched = new Set<string>();
  private ongoing: Ongoing | null = null;
  /** What a folder touched: keys are made one by one when their turn comes, since there are very many. */
  private ofFolder: TouchedKeys | null = null;

  /**
   * @param levelsOf the levels that are set for a file, by rule; a rule that is not among them has
   * its own. Levels are put to findings when these are asked for, so a new setting needs no check.
   * @param onFault told of a mistake of ours in a rule; what it was about has no findings then, and
   * everything else is checked
   */
  constructor(
    private readonly corpus: Corpus,
    private readonly levelsOf: (uri: string) => ReadonlyMap<string, Level> = () => new Map(),
    private readonly onFault: (source: string, error: unknown) => void = rethrow,
  ) {}

  /**
   * Checks what a change touched, and what was noted before.
   * @returns the files whose findings may be others now
   */
  update(change: Change): ReadonlySet<string> {
    this.note(change);
    this.finish();
    return this.takeAffected();
  }

  /** Notes what a change touched. It is checked step by step, or when somebody asks for findings. */
  note(change: Change): void {
    this.updates++; // facts may stand elsewhere now, and findings with them
    for (const uri of [...change.files, ...change.moved]) {
      this.touched.add(uri);
    }
    this.changed.add(change);
    this.ongoing?.again();
    this.ongoing = null;
  }

  /** Notes what reading a whole folder touched. With it a change is noted, or nothing would be checked yet. */
  noteFolder(touched: TouchedKeys): void {
    this.ofFolder = touched;
  }

  /**
   * Checks files by themselves while what they say is in memory. What they mean for others, and what
   * others say of their facts, is checked with the changes that were noted. The caller may pause
   * wherever a value is yielded.
   */
  *checkFiles(uris: Iterable<string>): Generator<undefined> {
    for (const uri of uris) {
      const source = sourceOf('file', uri);
      this.attempt(source, undefined, () => {
        this.corpus.readMentions(uri);
      });
      yield;
      const check = this.checkFile(uri);
      let findings: readonly Finding[] | undefined;
      while (findings === undefined) {
        const { done, value } = this.attempt(source, nothingMore, () => check.next());
        findings = done === true ? value : undefined;
        yield;
      }
      this.replace(source, findings);
      const article = this.corpus.article(uri);
      const claims = this.attempt(`figures ${uri}`, [], () =>
        article === undefined ? [] : claimsOf(article, this.corpus),
      );
      if (claims.length > 0) {
        this.unchecked.figures.add(uri);
      }
    }
  }

  /**
   * Checks a little of what was noted.
   * @returns false when there was nothing left
   */
  step(): boolean {
    if (this.ongoing !== null) {
      this.goOn(this.ongoing);
      return true;
    }
    if (!this.changed.isEmpty) {
      // What is mentioned where has to be known before anything is checked.
      const more = this.attempt('names', true, () =>
        this.corpus.readStaleMentions(ARTICLES_A_STEP),
      );
      if (!more) {
        this.spread();
      }
      return true;
    }
    const { files, figures, slots, topics } = this.unchecked;
    const file = takeOne(files);
    if (file !== undefined) {
      const source = sourceOf('file', file);
      this.ongoing = {
        source,
        check: this.checkFile(file),
        end: (findings) => {
          this.replace(source, findings);
        },
        again: () => this.unchecked.files.add(file),
      };
      return true;
    }
    const withFigures = takeOne(figures);
    if (withFigures !== undefined) {
      this.renew(sourceOf('figures', withFigures), () => this.checkFigures(withFigures));
      return true;
    }
    const slot = takeOne(slots) ?? this.nextOfFolder('slots');
    if (slot !== undefined) {
      const source = sourceOf('slot', slot);
      this.ongoing = {
        source,
        check: this.checkSlot(slot),
        end: (findings) => {
          this.replace(sourceOf('pairs', slot), findings.filter(isOfPair));
          this.replace(
            source,
            findings.filter((finding) => !isOfPair(finding)),
          );
        },
        again: () => this.unchecked.slots.add(slot),
      };
      return true;
    }
    const topic = takeOne(topics) ?? this.nextOfFolder('topics');
    if (topic !== undefined) {
      this.renew(sourceOf('topic', topic), () => this.checkTopic(topic));
      return true;
    }
    this.ofFolder = null;
    const { register } = this.unchecked;
    if (register) {
      this.unchecked.register = false;
      this.renew(sourceOf('register', ''), () =>
        registerRules.flatMap((rule) => named(rule, rule.check(this.corpus))),
      );
    }
    return register;
  }

  private nextOfFolder(kind: keyof TouchedKeys): string | undefined {
    return this.ofFolder?.[kind].next().value;
  }

  /** Follows what was noted to everything that is to be checked. */
  private spread(): void {
    const { changed, unchecked } = this;
    const { files, figures } = this.attempt<ReturnType<Corpus['withMentions']>>(
      'names',
      { files: changed.files, figures: new Set() },
      () => this.corpus.withMentions(changed),
    );
    for (const uri of files) {
      this.affected.add(uri);
      unchecked.files.add(uri);
    }
    for (const uri of figures) {
      unchecked.figures.add(uri);
    }
    unchecked.add(changed);
    for (const uri of changed.moved) {
      this.followMoved(uri);
    }
    unchecked.moved.clear();
    unchecked.counted.clear();
    unchecked.places = false;
    this.changed = new Unchecked();
  }

  /** Places in a file are others now. A finding about a pair looks them up; the others are made again. */
  private followMoved(uri: string): void {
    this.affected.add(uri);
    for (const source of this.store.touching(uri)) {
      const { kind, key } = partsOf(source);
      switch (kind) {
        case 'pairs':
          for (const finding of this.store.of(source)) {
            this.affected.add(finding.uri);
          }
          break;
        case 'file':
          this.unchecked.files.add(key);
          break;
        case 'figures':
          this.unchecked.figures.add(key);
          break;
        case 'slot':
          this.unchecked.slots.add(key);
          break;
        case 'topic':
          this.unchecked.topics.add(key);
          break;
        case 'register':
          this.unchecked.register = true;
      }
    }
  }

  private goOn(ongoing: Ongoing): void {
    const { done, value } = this.attempt(ongoing.source, nothingMore, () => ongoing.check.next());
    if (done === true) {
      this.ongoing = null;
      ongoing.end(value);
    }
  }

  private renew(source: Source, check: () => readonly Finding[]): void {
    this.replace(source, this.attempt(source, [], check));
  }

  private attempt<T>(source: string, fallback: T, work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.onFault(source, error);
      return fallback;
    }
  }

  private finish(): void {
    while (this.step());
  }

  /** Whether there is something to check. */
  get isBehind(): boolean {
    const isDone = this.unchecked.isDone && this.ofFolder === null;
    return this.ongoing !== null || !this.changed.isEmpty || !isDone;
  }

  /** Everything that has findings, with these: all that is to be known of what was checked. */
  *bySource(): Iterable<readonly [Source, readonly Finding[]]> {
    for (const source of this.store.sources()) {
      yield [source, this.store.of(source)];
    }
  }

  /** Takes over findings that another checker made of the same. */
  adopt(source: Source, findings: readonly Finding[]): void {
    this.updates++;
    this.store.replace(source, findings, this.adopted);
  }

  /**
   * Whether these files are as they were when their findings were taken over, and these findings too:
   * whatever alters the words or the place of a finding touches its file or the one it points to.
   */
  areAsAdopted(uris: readonly string[]): boolean {
    return !uris.some((uri) => this.touched.has(uri) || this.affected.has(uri));
  }

  /** The files whose findings may be others since the last time somebody took them. */
  takeAffected(): ReadonlySet<string> {
    const { affected, adopted } = this;
    this.affected = new Set();
    this.adopted = new Set();
    for (const uri of affected) {
      this.touched.add(uri);
    }
    return adopted.size === 0 ? affected : new Set([...adopted, ...affected]);
  }

  /** Another number after every change and step: what was made from the findings known by then is to be made again. */
  get revision(): number {
    return this.updates;
  }

  private *checkSlot(slot: string): Generator<undefined, readonly Finding[]> {
    const facts = this.corpus.factsInSlotForNow(slot);
    if (facts.length < 2) {
      return [];
    }
    return [
      ...(yield* findInSlot(this.corpus, slot, pairRules)),
      ...slotRules.flatMap((rule) => named(rule, rule.check(facts, this.corpus))),
    ];
  }

  private checkTopic(topic: string): readonly Finding[] {
    const facts = this.corpus.factsOfTopicForNow(topic);
    return facts.length < 2
      ? []
      : topicRules.flatMap((rule) => named(rule, rule.check(facts, this.corpus)));
  }

  private checkFigures(uri: string): readonly Finding[] {
    const article = this.corpus.article(uri);
    return article === undefined
      ? []
      : figureRules.flatMap((rule) => named(rule, rule.check(article, this.corpus)));
  }

  private *checkFile(uri: string): Generator<undefined, readonly Finding[]> {
    const sidecar = this.corpus.sidecar(uri);
    const article = this.corpus.article(uri);
    const findings: Finding[] = [];
    if (sidecar !== undefined) {
      yield* findQuotes(sidecar, this.corpus);
      for (const rule of sidecarRules) {
        for (const finding of named(rule, rule.check(sidecar, this.corpus))) {
          const isJudged = isAcknowledged(sidecar, finding);
          findings.push(isJudged ? { ...finding, severity: 'hint' } : finding);
        }
        yield;
      }
      findings.push(...findLinked(this.corpus, uri, pairRules));
    }
    const settings = this.corpus.settings(uri);
    if (settings !== undefined) {
      findings.push(...settingsRules.flatMap((rule) => named(rule, rule.check(settings))));
    }
    if (article !== undefined) {
      for (const rule of articleRules) {
        findings.push(...named(rule, rule.check(article, this.corpus)));
      }
    }
    return findings;
  }

  private replace(source: Source, findings: readonly Finding[]): void {
    this.updates++;
    this.store.replace(source, findings, this.affected);
  }

  /** The findings in a file, by place, with the levels that are set. Two that say the same are one. */
  findingsIn(uri: string): readonly Finding[] {
    this.finish();
    return this.knownFindingsIn(uri);
  }

  /**
   * The same as far as it is checked: for what must not wait. A moment ago things may have been others.
   * @param codes the rules whose findings are wanted, where not those of all are
   */
  knownFindingsIn(uri: string, codes?: ReadonlySet<string>): readonly Finding[] {
    const levels = this.levelsOf(uri);
    const findings: Finding[] = [];
    for (const finding of this.store.in(uri)) {
      const { code } = finding;
      if ((codes === undefined || codes.has(code)) && !isIgnored(this.corpus, finding)) {
        const level = levels.get(code);
        const told = level === undefined ? finding : atLevel(finding, level);
        if (told !== null) {
          findings.push(told);
        }
      }
    }
    return eachOnceByPlace(findings);
  }

  /** The files that have findings, sorted. */
  files(): readonly string[] {
    this.finish();
    return this.store.files();
  }

  /** All findings, by file and place. */
  all(): readonly Finding[] {
    return this.files().flatMap((uri) => this.findingsIn(uri));
  }

  /** @param findings all there are, from whoever has them already */
  summary(findings: Iterable<Pick<Finding, 'severity'>> = this.all()): Summary {
    const counts = { error: 0, warning: 0, information: 0, hint: 0 };
    for (const { severity } of findings) {
      counts[severity]++;
    }
    const sidecars = this.corpus.sidecars();
    let organisations = 0;
    for (const { definition } of this.corpus.register.each()) {
      organisations += Number(definition.kind === 'organisation');
    }
    return {
      articles: this.corpus.articles().length,
      sidecars: sidecars.length,
      facts: sidecars.reduce((sum, { factCount }) => sum + factCount, 0),
      organisations,
      ...counts,
    };
  }
}

function rethrow(_source: string, error: unknown): never {
  throw error;
}

/** Remarks as findings of their rule. */
function named({ code, level }: Rule, remarks: Iterable<Remark>): readonly Finding[] {
  const findings: Finding[] = [];
  for (const remark of remarks) {
    findings.push({ code, severity: level, ...remark });
  }
  return findings;
}

/** What was softened stays so: someone has judged it, or it is of little weight. Null where it is off. */
function atLevel(finding: Finding, level: Level): Finding | null {
  if (level === 'off') {
    return null;
  }
  const own = rules.find(({ code }) => code === finding.code)?.level;
  const severity = finding.severity === own ? level : atMost(finding.severity, level);
  return finding instanceof PairFinding ? finding.at(severity) : { ...finding, severity };
}
