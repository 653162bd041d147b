import { stableForDays } from '../../rules/judgePair.js';
import type { Column, ColumnType } from './column.js';
import { inList } from './exportedFact.js';
import { isoDay } from './exportedTime.js';
import { inSmallestUnit } from './exportedValue.js';

/** The columns of CSV and NDJSON, in their order: what each means is told in docs/exports.md. */
export const factColumns: readonly Column[] = [
  // Where it is
  column('fact_key', 'VARCHAR', ({ key }) => key),
  column('reference', 'VARCHAR', ({ bound }) => bound.reference),
  column('file', 'VARCHAR', ({ file }) => file),
  column('line', 'BIGINT', ({ line }) => line),
  column('column', 'BIGINT', (fact) => fact.column),
  // The statement
  column('subject', 'VARCHAR', ({ fact }) => fact.subject?.value ?? null),
  column('subject_name', 'VARCHAR', ({ bound }, { entity }) => some(entity(bound.subject))),
  column('property', 'VARCHAR', ({ fact }) => fact.property?.value ?? null),
  column('property_name', 'VARCHAR', ({ bound }) => bound.property?.name ?? null),
  column('value', 'VARCHAR', ({ bound }) => some(bound.valueText)),
  column('value_kind', 'VARCHAR', ({ value }) => value.kind),
  column('value_min', 'DOUBLE', ({ value }) => value.bounds.min),
  column('value_max', 'DOUBLE', ({ value }) => value.bounds.max),
  column('value_min_open', 'BOOLEAN', ({ value }) => value.minOpen),
  column('value_max_open', 'BOOLEAN', ({ value }) => value.maxOpen),
  column('unit', 'VARCHAR', ({ value }) => value.unit),
  column('approximate', 'BOOLEAN', ({ value }) => value.approximate),
  column('vague', 'BOOLEAN', ({ value }) => value.kind === 'vague'),
  column('value_ids', 'VARCHAR', ({ value }) => list(value.ids)),
  column('value_id_count', 'BIGINT', ({ value }) => value.ids.length),
  // What sets it apart
  column('place', 'VARCHAR', ({ bound }) => conditionOf(bound.conditions, 'place')),
  column('separators', 'VARCHAR', ({ bound }) => jsonObject(bound.conditions)),
  column('slot', 'VARCHAR', ({ slot }) => slot),
  // Who says it, and how
  column('said_by', 'VARCHAR', ({ fact }) => list(fact.saidBy.map(({ value }) => value))),
  column('said_as', 'VARCHAR', ({ fact }) => fact.saidAs?.value ?? null),
  column('own_voice', 'BOOLEAN', ({ bound }) => bound.ownVoice),
  column('voices', 'VARCHAR', ({ voices }) => list(voices)),
  column('voice_count', 'BIGINT', ({ voices }) => voices.length),
  column('modality', 'VARCHAR', ({ bound }) => bound.modality),
  column('modality_group', 'VARCHAR', ({ bound }) => bound.group),
  column('certainty', 'VARCHAR', ({ bound }) => bound.certainty),
  column('polarity', 'VARCHAR', ({ bound }) => (bound.negative ? 'negative' : 'positive')),
  column('rank', 'VARCHAR', ({ bound }) => bound.rank),
  column('reason', 'VARCHAR', ({ reason }) => reason),
  column('note', 'VARCHAR', ({ note }) => note),
  // When it held, as written and as read
  column('as_of', 'VARCHAR', ({ fact }) => fact.asOf?.value ?? null),
  column('held_from', 'VARCHAR', ({ fact }) => fact.from?.value ?? null),
  column('held_until', 'VARCHAR', ({ fact }) => fact.until?.value ?? null),
  column('time_kind', 'VARCHAR', ({ time }) => time.kind),
  column('time_presumed', 'BOOLEAN', ({ time }) => time.presumed),
  column('start_stated', 'BOOLEAN', ({ time }) => time.statedStart),
  column('end_stated', 'BOOLEAN', ({ time }) => time.statedEnd),
  column('earliest_start', 'VARCHAR', ({ time }) => isoDay(time.earliestStart)),
  column('latest_start', 'VARCHAR', ({ time }) => isoDay(time.latestStart)),
  column('earliest_end', 'VARCHAR', ({ time }) => isoDay(time.earliestEnd)),
  column('latest_end', 'VARCHAR', ({ time }) => isoDay(time.latestEnd)),
  // The article
  column('article', 'VARCHAR', ({ bound }) => bound.article.id),
  column('article_title', 'VARCHAR', ({ bound }) => bound.article.title),
  column('article_file', 'VARCHAR', ({ articleFile }) => articleFile),
  column('article_url', 'VARCHAR', ({ bound }) => bound.article.url),
  column('publisher', 'VARCHAR', ({ bound }) => bound.article.publisher),
  column('publisher_name', 'VARCHAR', ({ bound: { article } }, { entity }) =>
    article.publisher === null ? null : entity(article.publisher),
  ),
  column('author', 'VARCHAR', ({ bound }) => bound.article.author),
  column('published', 'VARCHAR', ({ bound }) => bound.article.publishedText),
  column('draft', 'BOOLEAN', ({ bound }) => bound.article.draft),
  column('ancestors', 'VARCHAR', ({ ancestors }) => list(ancestors)),
  column('roots', 'VARCHAR', ({ roots }) => list(roots)),
  column('repeats_source', 'BOOLEAN', ({ repeatsSource }) => repeatsSource),
  // The words that state it
  column('quote', 'VARCHAR', ({ quotes }) => quotes[0]?.exact ?? null),
  column('quote_prefix', 'VARCHAR', ({ quotes }) => quotes[0]?.prefix ?? null),
  column('quote_suffix', 'VARCHAR', ({ quotes }) => quotes[0]?.suffix ?? null),
  column('quote_status', 'VARCHAR', ({ quotes }) => quotes[0]?.status ?? null),
  column('quote_in_file', 'VARCHAR', ({ quotes }) => quotes[0]?.place?.text ?? null),
  column('quote_start', 'BIGINT', ({ quotes }) => quotes[0]?.place?.start ?? null),
  column('quote_end', 'BIGINT', ({ quotes }) => quotes[0]?.place?.end ?? null),
  column('quote_start_cp', 'BIGINT', ({ quotes }) => quotes[0]?.place?.startPoint ?? null),
  column('quote_end_cp', 'BIGINT', ({ quotes }) => quotes[0]?.place?.endPoint ?? null),
  column('quotes', 'VARCHAR', ({ quotes }) =>
    quotes.length === 0 ? null : JSON.stringify(quotes.map(({ exact }) => exact)),
  ),
  // What ties it to others
  column('denies', 'VARCHAR', ({ fact }) => list(fact.denies.map(({ value }) => value))),
  column('disputes', 'VARCHAR', ({ fact }) => list(fact.disputes.map(({ value }) => value))),
  column('supersedes', 'VARCHAR', ({ fact }) => list(fact.supersedes.map(({ value }) => value))),
  column('derived_from', 'VARCHAR', ({ fact }) => list(fact.derivedFrom.map(({ value }) => value))),
  column('linked_to', 'VARCHAR', ({ linked }) => list(linked)),
  column('acknowledged', 'VARCHAR', ({ fact: { acknowledged } }) =>
    acknowledged.length === 0
      ? null
      : JSON.stringify(
          acknowledged.map((entry) => ({
            code: entry.code?.value ?? null,
            with: entry.with?.value ?? null,
            reason: entry.reason?.value ?? null,
          })),
        ),
  ),
  // For comparing by machine
  column('value_wide_min', 'DOUBLE', ({ value }) => value.wide.min),
  column('value_wide_max', 'DOUBLE', ({ value }) => value.wide.max),
  column('dimension', 'VARCHAR', ({ value }) => value.dimension),
  column('base_min', 'DOUBLE', ({ value }) => inSmallestUnit(value.bounds, value.unitSize).min),
  column('base_max', 'DOUBLE', ({ value }) => inSmallestUnit(value.bounds, value.unitSize).max),
  column('base_wide_min', 'DOUBLE', ({ value }) => inSmallestUnit(value.wide, value.unitSize).min),
  column('base_wide_max', 'DOUBLE', ({ value }) => inSmallestUnit(value.wide, value.unitSize).max),
  column('earliest_start_day', 'BIGINT', ({ time }) => time.earliestStart),
  column('latest_start_day', 'BIGINT', ({ time }) => time.latestStart),
  column('earliest_end_day', 'BIGINT', ({ time }) => time.earliestEnd),
  column('latest_end_day', 'BIGINT', ({ time }) => time.latestEnd),
  column('time_hedged', 'BOOLEAN', ({ time }) => time.hedged),
  column('start_follows', 'BOOLEAN', ({ time }) => time.startFollows),
  column('end_follows', 'BOOLEAN', ({ time }) => time.endFollows),
  column('stable_for_days', 'BIGINT', ({ bound }) => stableForDays(bound)),
];

function column(name: string, type: ColumnType, cell: Column['cell']): Column {
  return { name, type, cell };
}

function some(text: string): string | null {
  return text === '' ? null : text;
}

function list(entries: readonly string[]): string | null {
  return entries.length === 0 ? null : entries.map(inList).join('|');
}

type Conditions = readonly (readonly [key: string, value: string])[];

function conditionOf(conditions: Conditions, wanted: string): string | null {
  return conditions.find(([key]) => key === wanted)?.[1] ?? null;
}

/** Written by hand: an object would not keep the key `__proto__`, nor the order of numbers. */
function jsonObject(conditions: Conditions): string | null {
  const entries = conditions.map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return entries.length === 0 ? null : `{${entries.join(',')}}`;
}
