import { strict as assert } from 'node:assert';
import { commands, DiagnosticSeverity } from 'vscode';
import { findings } from './answers.js';
import { open, rangeOf, type } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

const code = 'value-not-in-quote';

describe('diagnostics', () => {
  before(runningExtension);

  it('come and go with what is typed', async () => {
    const sidecar = await open('003-mergers-confirmed.facts.yaml');
    assert.deepEqual(findings(sidecar, code), []);

    await type(sidecar, rangeOf(sidecar, '303', 'value: '), '304');
    const [finding] = await eventually(`a ${code} finding`, () => {
      const shown = findings(sidecar, code);
      return shown.length > 0 && shown;
    });
    assert.ok(finding);
    assert.equal(finding.severity, DiagnosticSeverity.Error);
    assert.equal(finding.range.start.line, rangeOf(sidecar, '304').start.line);

    await commands.executeCommand('undo');
    assert.match(sidecar.getText(), /value: 303/u);
    await eventually('the finding to go', () => findings(sidecar, code).length === 0);
  });
});
