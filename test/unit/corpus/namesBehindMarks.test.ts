import assert from 'node:assert/strict';
import { NameProbe } from '../../../server/src/corpus/nameProbe.js';
import { parsed } from '../articles/markdownTrial.js';
import { markdownTroubles } from '../articles/plainMarkdown.js';
import { SeededRandom } from '../text/seededRandom.js';

/* Whether a name may be in what readers see is told by the source alone, and never wrongly denied. */

const seed = Number(process.env['FC_SEED'] ?? 20060530) || Date.now();
const probe = new NameProbe(['Federal Council', 'Bundesrat']);

describe('NameProbe.mayHoldBehindMarks', () => {
  const may: [string, string][] = [
    ['as it is', 'The Bundesrat agreed.'],
    ['in another case', 'FEDERAL COUNCIL'],
    ['over two lines of a list', '- the Federal\n  Council'],
    ['a word of several', 'A federal matter.'],
    ['in emphasis', 'Bundes**rat**'],
    ['with a reference', '&#66;undesrat'],
    ['in a link', '[Bundes](x)rat'],
    ['before a link', 'Bundes[rat](x)'],
    ['around an image', 'Bundes![x](y)rat'],
    ['around a tag', 'Bundes<b></b>rat'],
    ['in code', 'Bundes` rat `'],
  ];
  for (const [what, source] of may) {
    it(`sees that a name may stand there ${what}`, () => {
      assert.equal(probe.mayHoldBehindMarks(source), true);
    });
  }

  const surelyNot: [string, string][] = [
    ['other words', 'The law (§ 5) of 31. Dezember, **in force**; R&D *at once*.'],
    ['emphasis between words', 'a **b** c: *d*, _e_'],
    ['an image on its own', '![a.jpg](a.jpg)\n\nb [c](d) e [sic] f'],
    ['brackets and points', '> a\n\n(1) [x]\n5 < 6 Halt!'],
    ['nothing', ''],
  ];
  for (const [what, source] of surelyNot) {
    it(`is sure of ${what}`, () => {
      assert.equal(probe.mayHoldBehindMarks(source), false);
    });
  }

  it('is sure of everything where there are no names', () => {
    assert.equal(new NameProbe([]).mayHoldBehindMarks('a&#66;b'), false);
  });

  it('is sure of nothing where names are no ASCII words', () => {
    assert.equal(new NameProbe(['Örö']).mayHoldBehindMarks('a'), true);
  });

  it('never denies a name that readers see', () => {
    const random = new SeededRandom(seed);
    const troubles = [...markdownTroubles, '[', '](x)', '![', '`', ' `', '` ', '**', '[^1]'];
    const some = (): string =>
      Array.from({ length: random.below(4) }, () => random.pick(troubles)).join('');
    let seen = 0;
    let behind = 0;
    for (let tried = 0; tried < 6000; tried++) {
      const [one, other] = random.pick([
        ['Bundes', 'rat'],
        ['B', 'undesrat'],
        ['Federal Coun', 'cil'],
        ['Fed', 'eral\nCouncil'],
      ]);
      const source = `${some()}${one}${some()}${other}${some()}${random.pick(['', '\n\n[^1]: a'])}`;
      const whole = probe.holds(source);
      const text = parsed(source)?.rendered.text ?? '';
      if (probe.holds(text)) {
        seen++;
        if (!whole) behind++;
        assert.ok(probe.mayHoldBehindMarks(source), JSON.stringify(source));
      }
    }
    assert.ok(seen > 500 && behind > 20, `${seen} ${behind}`);
  }).timeout(120_000);
});
