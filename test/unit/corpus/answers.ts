import { idKey } from '../../../server/src/corpus/register.js';
import type { World } from '../rules/world.js';
import { lines } from './steps.js';
import { tellings } from './tellings.js';

/** Everything that can be asked. */
export function answers({ corpus, checker }: World): object {
  const facts = corpus.sidecars().flatMap((entry) => entry.facts);
  const subjects = [...new Set(facts.map(({ subject }) => subject))].sort();
  const places = (these: readonly { uri: string; position: number }[]): readonly string[] =>
    these.map(({ uri, position }) => `${uri} ${position}`);
  const uris = (these: readonly { uri: string }[]): readonly string[] =>
    these.map(({ uri }) => uri);
  const definitions = corpus.register.all();
  return {
    findings: lines(checker.all()),
    told: tellings({ corpus, checker }),
    summary: checker.summary(),
    articles: corpus.articles().map((entry) => ({
      uri: entry.uri,
      own: entry.ownInfo,
      info: corpus.infoOf(entry.uri),
      sidecars: uris(corpus.sidecarsFor(entry.uri)),
      mentions: corpus.mentionsIn(entry),
      counted: corpus.countedIn(entry),
      text: entry.content.text,
    })),
    sidecars: corpus.sidecars().map((entry) => ({
      uri: entry.uri,
      root: entry.root,
      link: entry.link,
      info: entry.info,
      ignored: entry.ignored,
      defined: entry.defined,
      uses: [...entry.useKeys].sort(),
      facts: entry.facts.map((bound) => ({
        span: bound.span,
        position: bound.position,
        subject: bound.subject,
        propertyId: bound.propertyId,
        property: bound.property,
        value: bound.value,
        valueText: bound.valueText,
        time: bound.time,
        modality: bound.modality,
        certainty: bound.certainty,
        rank: bound.rank,
        negative: bound.negative,
        voices: bound.voices,
        ownVoice: bound.ownVoice,
        conditions: bound.conditions,
        slot: bound.slot,
        packed: bound.packed,
        problems: bound.problems,
        reference: bound.reference,
      })),
    })),
    slots: [...corpus.slotKeys()].sort().map((slot) => [slot, places(corpus.factsInSlot(slot))]),
    about: subjects.map((subject) => [
      places(corpus.factsAbout(subject)),
      uris(corpus.articlesCounting(subject)),
    ]),
    ids: corpus.knownArticleIds().map((id) => [id, corpus.filesOfArticleId(id)]),
    definitions: definitions.map(({ uri, definition }) => {
      const { kind, id } = definition;
      const key = idKey(kind, id.value);
      return {
        uri,
        definition,
        users: uris(corpus.usersOf([key])),
        naming: uris(corpus.articlesNaming(kind, id.value)),
        isUsed: corpus.isUsed(key),
        isMentioned: corpus.isMentioned(kind, id.value),
        events: uris(corpus.register.eventsOf(id.value)),
      };
    }),
  };
}
