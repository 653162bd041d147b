import type { BoundFact } from '../corpus/boundFact.js';
import { describeDate } from '../values/date.js';
import { describeTime } from '../values/factTime.js';
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
      if (published === undefined || !isLater(bound, published.end)) {
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

/** The whole time lies after publication, and nothing says that it is a plan, a forecast or doubtful. */
function isLater({ rank, certainty, group, time }: BoundFact, publishedEnd: number): boolean {
  return (
    group === 'fact' &&
    rank !== 'deprecated' &&
    certainty === 'certain' &&
    time.kind !== 'unknown' &&
    !(time.kind === 'instant' && time.presumed) &&
    firstDay(time) >= publishedEnd
  );
}
