import type { BoundFact } from '../corpus/boundFact.js';
import { describeDate } from '../values/date.js';
import { describeTime, type FactTime } from '../values/factTime.js';
import { firstDay } from './explainedChange.js';
import type { SidecarRule } from './rule.js';

/** Something asserted as a fact of a time after the article was published. */
export const futureAsserted: SidecarRule = {
  kind: 'sidecar',
  code: 'future-asserted',
  level: 'warning',
  summary: 'Asserted as a fact about a time after publication.',
  *check({ uri, facts }) {
    for (const bound of facts) {
      const { published } = bound.article;
      if (published === undefined || !isLater(bound.time, published.end) || !isAsserted(bound)) {
        continue;
      }
      const { fact, time } = bound;
      yield {
        uri,
        span: (fact.from ?? fact.asOf ?? fact.value ?? fact).span,
        message: `This is asserted ${describeTime(time)}, but the article was published ${describeDate(published)}. If it was a plan or a forecast, say so with \`modality\`; otherwise check the dates.`,
        related: [],
      };
    }
  },
};

/** The whole time is stated and lies after publication. */
function isLater(time: FactTime, publishedEnd: number): boolean {
  return (
    time.kind !== 'unknown' &&
    !(time.kind === 'instant' && time.presumed) &&
    firstDay(time) >= publishedEnd
  );
}

/** Nothing says that it is a plan, a forecast or doubtful. */
function isAsserted({ rank, certainty, group }: BoundFact): boolean {
  return group === 'fact' && rank !== 'deprecated' && certainty === 'certain';
}
