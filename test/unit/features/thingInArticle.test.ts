import assert from 'node:assert/strict';
import fc from 'fast-check';
import { thingAt } from '../../../server/src/features/thingAt.js';
import { contains } from '../../../server/src/text/span.js';
import { uriOf, worldOf } from '../rules/world.js';

const register = `organisations:
  pct: {name: Trusts, aliases: [PCT, "A & B"]}
  nhs: {name: National Health Service, aliases: [NHS]}
`;

/** Names, and what makes the source another text than what is read. */
const pieces = ['NHS', 'PCT', 'Trusts', 'A &amp; B', 'National **Health** Service', 'word'];
const between = [' ', '**', '_', '\n', '\n\n', '[', '](x) ', '`', '&amp;', '😀', '- ', ' '];

describe('what an offset of an article touches', () => {
  it('is the mention there, wherever in the text it stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...between)), {
          maxLength: 12,
        }),
        (parts) => {
          const text = parts.flat().join('');
          const { corpus } = worldOf({ 'register.facts.yaml': register, 'a.md': text });
          const uri = uriOf('a.md');
          const article = corpus.article(uri);
          assert.ok(article);
          const { rendered } = article.content;
          const places = corpus.mentionsIn(article).map(({ span }) => rendered.sourceSpan(span));
          for (let offset = 0; offset <= text.length; offset++) {
            const thing = thingAt(corpus, uri, offset);
            const [expected] = places
              .filter((place) => contains(place, offset))
              .sort((a, b) => a.end - a.start - (b.end - b.start));
            assert.deepEqual(thing?.span, expected, `at ${String(offset)}`);
          }
        },
      ),
    );
  });
});
