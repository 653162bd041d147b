import { strict as assert } from 'node:assert';
import { hoverText } from './answers.js';
import { open, positionIn } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

describe('hover', () => {
  before(runningExtension);

  it('on a mention in an article names the organisation', async () => {
    const article = await open('003-mergers-confirmed.md');
    const mention = positionIn(article, 'PCTs');
    const text = await eventually('a hover', async () => {
      const shown = await hoverText(article, mention);
      return shown !== '' && shown;
    });
    assert.match(text, /Primary care trusts/u);
  });

  it('on an id in a sidecar names the organisation', async () => {
    const sidecar = await open('003-mergers-confirmed.facts.yaml');
    assert.match(
      await hoverText(sidecar, positionIn(sidecar, 'pct', 'subject: ')),
      /Primary care trusts/u,
    );
  });
});
