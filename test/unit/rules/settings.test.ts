import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { settingsSchema } from '../../../server/src/rules/settingsSchema.js';
import { sidecarSchema } from '../../../server/src/sidecars/sidecarSchema.js';
import { checkFiles } from './world.js';

/** What is said about a settings file, and which of its words it is said about. */
function problems(text: string): readonly string[] {
  return checkFiles({ 'policy-facts.yaml': text }).map(
    ({ code, span, message }) => `${code} [${text.slice(span.start, span.end)}] ${message}`,
  );
}

describe('policy-facts.yaml', () => {
  it('is quiet when all of it is known', () => {
    const text =
      'rules:\n  unexplained-change: off\n  disputed: hint\nexclude: [archive/]\ninclude: ["**/*.md"]\nfinancialYearStart: "04-01"\nmaxFileSize: 5MB\n';
    assert.deepEqual(problems(text), []);
    assert.deepEqual(problems(''), []);
  });

  it('says where a rule, a level, a key or a value does not exist', () => {
    assert.deepEqual(problems('rules: {value-conflct: off}'), [
      'schema [value-conflct] There is no rule `value-conflct`. Did you mean `value-conflict`?',
    ]);
    assert.match(problems('rules: {disputed: warn}').join(), /\[warn\].*`warning`/);
    assert.match(
      problems('rule: {}').join(),
      /There is no key `rule` here. Did you mean `rules`\?/,
    );
    assert.equal(problems('maxFileSize: big').length, 1);
    assert.deepEqual(problems('financialYearStart: "13-01"'), [
      'schema ["13-01"] `financialYearStart` cannot be read. The first day of the financial year, month and day: "04-01".',
    ]);
    assert.match(problems('rules: [').join(), /^yaml-syntax/);
  });

  it('counts only at the root of a folder', () => {
    assert.deepEqual(checkFiles({ 'below/policy-facts.yaml': 'rule: {}' }), []);
  });
});

describe('the schemas for other editors', () => {
  it('are the ones the tool checks with', () => {
    const read = (name: string): unknown =>
      JSON.parse(readFileSync(`schema/${name}.schema.json`, 'utf8'));
    assert.deepEqual(read('sidecar'), JSON.parse(JSON.stringify(sidecarSchema)));
    assert.deepEqual(read('settings'), JSON.parse(JSON.stringify(settingsSchema)));
  });
});
