import type { Change, Corpus } from '../corpus/corpus.js';
import { atMost, byPlace, type Finding, type Level, type Remark } from './finding.js';
import { findInSlot, findLinked } from './pairFindings.js';
import type {
  ArticleRule,
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
const settingsRules = rules.filter((rule): rule is SettingsRule => rule.kind === 'settings');
const slotRules = rules.filter((rule): rule is SlotRule => rule.kind === 'slot');
const topicRules = rules.filter((rule): rule is TopicRule => rule.kind === 'topic');
const registerRules = rules.filter((rule): rule is RegisterRule => rule.kind === 'register');
const pairRules: ReadonlyMap<string, PairRule> = new Map(
  rules.filter((rule) => rule.kind === 'pair').map((rule) => [rule.code, rule]),
);

/**
 * Keeps the findings of a corpus up to date. Each finding has a source, a file or a slot; a change
 * makes the findings of the sources it touched again, and leaves all others alone.
 */
export class Checker {
  private readonly bySource = new Map<string, readonly Finding[]>();
  /** The sources that have findings in a file. */
  private readonly sourcesOf = new Map<string, Set<string>>();
  private updates = 0;

  /**
   * @param levelsOf the levels that are set for a file, by rule; a rule that is not among them has
   * its own. Levels are put to findings when these are asked for, so a new setting needs no check.
   */
  constructor(
    private readonly corpus: Corpus,
    private readonly levelsOf: (uri: string) => ReadonlyMap<string, Level> = () => new Map(),
  ) {}

  /**
   * Checks what a change touched.
   * @returns the files whose findings may be others now
   */
  update(change: Change): ReadonlySet<string> {
    this.updates++;
    const files = this.corpus.withMentions(change);
    const affected = new Set(files);
    for (const uri of files) {
      this.replace(`file ${uri}`, this.checkFile(uri), affected);
    }
    for (const slot of change.slots) {
      this.replace(`slot ${slot}`, this.checkSlot(slot), affected);
    }
    for (const topic of change.topics) {
      this.replace(`topic ${topic}`, this.checkTopic(topic), affected);
    }
    if (change.register) {
      const findings = registerRules.flatMap((rule) => named(rule, rule.check(this.corpus)));
      this.replace('register', findings, affected);
    }
    return affected;
  }

  /** Another number after every change: what was made from the findings is to be made again. */
  get revision(): number {
    return this.updates;
  }

  private checkSlot(slot: string): readonly Finding[] {
    const facts = this.corpus.factsInSlot(slot);
    return [
      ...findInSlot(this.corpus, slot, pairRules),
      ...slotRules.flatMap((rule) => named(rule, rule.check(facts, this.corpus))),
    ];
  }

  private checkTopic(topic: string): readonly Finding[] {
    const facts = this.corpus.factsOfTopic(topic);
    return topicRules.flatMap((rule) => named(rule, rule.check(facts, this.corpus)));
  }

  private checkFile(uri: string): readonly Finding[] {
    const sidecar = this.corpus.sidecar(uri);
    const article = this.corpus.article(uri);
    const findings: Finding[] = [];
    if (sidecar !== undefined) {
      for (const rule of sidecarRules) {
        for (const finding of named(rule, rule.check(sidecar, this.corpus))) {
          const isJudged = isAcknowledged(sidecar, finding);
          findings.push(isJudged ? { ...finding, severity: 'hint' } : finding);
        }
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

  private replace(source: string, findings: readonly Finding[], affected: Set<string>): void {
    for (const { uri } of this.bySource.get(source) ?? []) {
      affected.add(uri);
      this.sourcesOf.get(uri)?.delete(source);
    }
    if (findings.length === 0) {
      this.bySource.delete(source);
      return;
    }
    this.bySource.set(source, findings);
    for (const { uri } of findings) {
      affected.add(uri);
      const sources = this.sourcesOf.get(uri);
      if (sources === undefined) {
        this.sourcesOf.set(uri, new Set([source]));
      } else {
        sources.add(source);
      }
    }
  }

  /** The findings in a file, by place, with the levels that are set. Two that say the same are one. */
  findingsIn(uri: string): readonly Finding[] {
    const findings: Finding[] = [];
    for (const source of this.sourcesOf.get(uri) ?? []) {
      for (const finding of this.bySource.get(source) ?? []) {
        if (finding.uri === uri && !isIgnored(this.corpus, finding)) {
          findings.push(...this.atLevel(finding));
        }
      }
    }
    return withoutRepeats(findings.sort(byPlace));
  }

  /** What was softened stays so: someone has judged it, or it is of little weight. */
  private atLevel(finding: Finding): readonly Finding[] {
    const level = this.levelsOf(finding.uri).get(finding.code);
    if (level === undefined) {
      return [finding];
    }
    if (level === 'off') {
      return [];
    }
    const own = rules.find(({ code }) => code === finding.code)?.level;
    const severity = finding.severity === own ? level : atMost(finding.severity, level);
    return [{ ...finding, severity }];
  }

  /** The files that have findings, sorted. */
  files(): readonly string[] {
    return [...this.sourcesOf]
      .filter(([, sources]) => sources.size > 0)
      .map(([uri]) => uri)
      .sort();
  }

  /** All findings, by file and place. */
  all(): readonly Finding[] {
    return this.files().flatMap((uri) => this.findingsIn(uri));
  }

  summary(): Summary {
    const counts = { error: 0, warning: 0, information: 0, hint: 0 };
    for (const { severity } of this.all()) {
      counts[severity]++;
    }
    const sidecars = this.corpus.sidecars();
    return {
      articles: this.corpus.articles().length,
      sidecars: sidecars.length,
      facts: sidecars.reduce((sum, { facts }) => sum + facts.length, 0),
      organisations: this.corpus.register
        .all()
        .filter(({ definition }) => definition.kind === 'organisation').length,
      ...counts,
    };
  }
}

/** Remarks as findings of their rule. */
function named({ code, level }: Rule, remarks: Iterable<Remark>): readonly Finding[] {
  return [...remarks].map((remark) => ({ code, severity: level, ...remark }));
}

function withoutRepeats(sorted: readonly Finding[]): readonly Finding[] {
  return sorted.filter((finding, index) => {
    const before = sorted[index - 1];
    return (
      before === undefined ||
      before.code !== finding.code ||
      before.message !== finding.message ||
      before.span.start !== finding.span.start ||
      before.span.end !== finding.span.end
    );
  });
}
