import { worstFirst, type Finding, type Related, type Severity } from '../../rules/finding.js';
import type { Pair } from '../../rules/pair.js';
import { describeSlot, describeStatement } from '../../rules/describe.js';
import { rules } from '../../rules/table.js';
import { rangeOf, type FeatureContext } from '../context.js';
import { titleOfFile } from './articleTitle.js';
import { keyOfFact, placed, topicOf } from './factBranch.js';
import { foundOnce, type FoundOnce } from './foundOnce.js';
import { byTitle } from './grouping.js';
import { inOneLine, inTooltip, several } from './label.js';
import type { TreeFilter } from './treeFilter.js';
import type { Branch, TreeLine } from './treeNode.js';

/**
 * Findings by kind, the worst first; a kind's by slot where they are about two facts, else by file. A
 * pair stands here once, and its other side below it.
 */
export function findingsTree(context: FeatureContext, filter: TreeFilter): readonly Branch[] {
  const kinds = new Map<string, FoundOnce[]>();
  for (const found of foundOnce(context)) {
    if (isWanted(context, found, filter)) {
      const { code } = found.finding;
      const others = kinds.get(code);
      if (others === undefined) {
        kinds.set(code, [found]);
      } else {
        others.push(found);
      }
    }
  }
  return [...kinds]
    .map(([code, found]) => ({ code, found, worst: worstOf(found) }))
    .sort(
      (a, b) =>
        worstFirst.indexOf(a.worst) - worstFirst.indexOf(b.worst) || (a.code < b.code ? -1 : 1),
    )
    .map(({ code, found, worst }) => kindBranch(context, code, found, worst));
}

function worstOf(found: readonly FoundOnce[]): Severity {
  return (
    worstFirst.find((level) => found.some(({ finding }) => finding.severity === level)) ?? 'hint'
  );
}

/** What it can be found by without reading files. */
function isWanted(context: FeatureContext, found: FoundOnce, filter: TreeFilter): boolean {
  if (filter.isEmpty) {
    return true;
  }
  const { finding, pair } = found;
  const { corpus } = context;
  const about =
    pair === undefined
      ? [finding.message]
      : [pair.here, pair.there].flatMap((bound) => [
          describeSlot(bound, corpus),
          bound.subject,
          bound.valueText,
          bound.article.id,
          bound.article.title,
        ]);
  return filter.matches([
    finding.code,
    inWords(finding.code),
    titleOfFile(corpus, finding.uri),
    ...about,
  ]);
}

/** `Value conflict` */
function inWords(code: string): string {
  return (code.charAt(0).toUpperCase() + code.slice(1)).replaceAll('-', ' ');
}

function kindBranch(
  context: FeatureContext,
  code: string,
  found: readonly FoundOnce[],
  severity: Severity,
): Branch {
  const label = inWords(code);
  return {
    key: code,
    title: label,
    line: () => ({
      kind: 'rule',
      label,
      description: String(found.length),
      tooltip: rules.find((rule) => rule.code === code)?.summary ?? label,
      spoken: `${label}, ${severity}, ${several(found.length, 'finding')}`,
      severity,
    }),
    children: () => bySubject(context, found),
  };
}

/** What they are about, in groups: a slot, else a file. */
function bySubject(context: FeatureContext, found: readonly FoundOnce[]): readonly Branch[] {
  const groups = new Map<string, FoundOnce[]>();
  for (const each of found) {
    const { finding, pair } = each;
    const key =
      pair === undefined
        ? `file ${finding.uri}`
        : `slot ${pair.here.slot ?? describeSlot(pair.here, context.corpus)}`;
    const others = groups.get(key);
    if (others === undefined) {
      groups.set(key, [each]);
    } else {
      others.push(each);
    }
  }
  return byTitle([...groups].flatMap(([key, members]) => groupBranch(context, key, members) ?? []));
}

function groupBranch(
  context: FeatureContext,
  key: string,
  members: readonly FoundOnce[],
): Branch | undefined {
  const [first] = members;
  if (first === undefined) {
    return undefined;
  }
  const { finding, pair } = first;
  const title =
    pair === undefined
      ? titleOfFile(context.corpus, finding.uri)
      : describeSlot(pair.here, context.corpus);
  return {
    key,
    title,
    line: () => ({
      kind: pair === undefined ? 'file' : 'slot',
      label: inOneLine(title),
      description: String(members.length),
      tooltip: inTooltip(title),
      spoken: inTooltip(`${title}, ${several(members.length, 'finding')}`),
      ...(pair === undefined ? {} : topicOf(pair.here)),
    }),
    children: () => members.map((member) => findingBranch(context, member)),
  };
}

function findingBranch(context: FeatureContext, { finding, pair, key }: FoundOnce): Branch {
  const { severity } = finding;
  return {
    key,
    title: key,
    line: () => {
      const message = inTooltip(finding.message);
      const line: TreeLine = {
        kind: 'finding',
        label: inOneLine(finding.message),
        tooltip: message,
        spoken: `${severity}: ${message}`,
        severity,
        place: { uri: finding.uri, range: rangeOf(context, finding) },
      };
      return pair === undefined ? line : { ...line, ...pairLine(context, pair) };
    },
    ...(hasRelated(finding)
      ? {
          children: () =>
            finding.related.map((related, index) =>
              relatedBranch(context, related, index, index === 0 ? pair : undefined),
            ),
        }
      : {}),
  };
}

/** Of a pair it is known without putting its other side into words. */
function hasRelated(finding: Finding): boolean {
  return finding.pair === true || finding.related.length > 0;
}

/** `152 but 151`, and where the two stand. Of two slots a link ties together, the message says more. */
function pairLine(context: FeatureContext, { here, there }: Pair): Partial<TreeLine> {
  const { article } = here;
  const where = here.uri === there.uri ? article.id : `${article.id} and ${there.article.id}`;
  return {
    ...(here.slot === there.slot
      ? { label: inOneLine(`${describeStatement(here)} but ${describeStatement(there)}`) }
      : {}),
    description: inOneLine(where),
    reference: placed(context, here).reference ?? '',
    ...topicOf(here),
  };
}

/** @param pair of whose other side it tells, if it does */
function relatedBranch(
  context: FeatureContext,
  { uri, span, message }: Related,
  index: number,
  pair: Pair | undefined,
): Branch {
  const { corpus } = context;
  return {
    key: pair === undefined ? String(index) : keyOfFact(pair.there),
    title: message,
    line: () => ({
      kind: 'related',
      label: inOneLine(message),
      description: inOneLine(titleOfFile(corpus, uri)),
      tooltip: inTooltip(message),
      ...(corpus.source(uri) === undefined
        ? {}
        : { place: { uri, range: rangeOf(context, { uri, span }) } }),
      ...(pair === undefined
        ? {}
        : { reference: placed(context, pair.there).reference ?? '', ...topicOf(pair.there) }),
    }),
  };
}
