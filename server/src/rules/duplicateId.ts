import type { Located } from '../text/span.js';
import { idKey } from '../corpus/register.js';
import type { Corpus, SidecarEntry } from '../corpus/corpus.js';
import type { Fact } from '../sidecars/sidecar.js';
import type { Remark } from './finding.js';
import type { SidecarRule } from './rule.js';

/** How many of the other places are listed with a finding. */
const LISTED = 5;

/** One id that stands for two things. */
export const duplicateId: SidecarRule = {
  kind: 'sidecar',
  code: 'duplicate-id',
  level: 'error',
  summary: 'One id stands for two things.',
  *check(sidecar, corpus) {
    yield* duplicateDefinitions(sidecar, corpus);
    yield* duplicateFacts(sidecar);
    yield* duplicateArticle(sidecar, corpus);
  },
};

function* duplicateDefinitions({ uri, content }: SidecarEntry, corpus: Corpus): Iterable<Remark> {
  for (const { id, kind } of content.definitions) {
    const others = corpus.register
      .definitionsOf(idKey(kind, id.value))
      .filter((named) => named.uri !== uri || named.definition.id.span.start !== id.span.start);
    if (others.length > 0) {
      yield {
        uri,
        span: id.span,
        message: `The id \`${id.value}\` is defined more than once. Ids are shared by all sidecars: keep one definition, or rename one.`,
        related: others.map((other) => ({
          uri: other.uri,
          span: other.definition.id.span,
          message: `\`${id.value}\` is also defined here (${other.definition.kind}).`,
        })),
      };
    }
  }
}

function* duplicateFacts({ uri, content }: SidecarEntry): Iterable<Remark> {
  if (!areAlike(content.facts)) {
    return; // as nearly always
  }
  const ids = content.facts.flatMap(({ id }) => id ?? []);
  const byId = new Map<string, Located<string>[]>();
  for (const id of ids) {
    const alike = byId.get(id.value) ?? [];
    alike.push(id);
    byId.set(id.value, alike);
  }
  for (const id of [...byId.values()].flat()) {
    const others = (byId.get(id.value) ?? []).filter((other) => other !== id).slice(0, LISTED);
    if (others.length > 0) {
      yield {
        uri,
        span: id.span,
        message: `Two facts of this file have the id \`${id.value}\`. Rename one, so that others can refer to it.`,
        related: others.map(({ span }) => ({ uri, span, message: 'The same id stands here.' })),
      };
    }
  }
}

function areAlike(facts: readonly Fact[]): boolean {
  const seen = new Set<string>();
  let count = 0;
  for (const { id } of facts) {
    if (id !== undefined) {
      seen.add(id.value);
      count++;
    }
  }
  return seen.size < count;
}

function* duplicateArticle({ uri, content, info }: SidecarEntry, corpus: Corpus): Iterable<Remark> {
  const id = content.article?.id;
  if (id === undefined) {
    return;
  }
  const others = corpus.filesOfArticleId(info.id).filter((other) => other !== uri);
  if (others.length > 0) {
    yield {
      uri,
      span: id.span,
      message: `Another article has the id \`${id.value}\` too. Give one of them another id, so that references are clear.`,
      related: others.map((other) => ({
        uri: other,
        span: corpus.sidecar(other)?.content.article?.id?.span ?? { start: 0, end: 0 },
        message: `The other article \`${id.value}\`.`,
      })),
    };
  }
}
