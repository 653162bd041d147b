// The stages of `npm test`, in order.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const bin = (name) => path.join('node_modules', name);
const mocha = [bin('mocha/bin/mocha.js'), '--exit', '--reporter', 'scripts/mocha-counts.cjs'];

/** The compiled test files below a folder of out/test, without those whose source is gone. */
function tests(folder) {
  const files = readdirSync(path.join('out/test', folder), { recursive: true });
  return files
    .filter((file) => file.endsWith('.test.js'))
    .filter((file) => existsSync(path.join('test', folder, file.replace(/js$/u, 'ts'))))
    .map((file) => path.join('out/test', folder, file))
    .sort();
}

/**
 * A stage is one or more programs for Node, run one after the other. `counts` says that it reports
 * its own passes and failures; another stage counts as one check. Nothing runs after an `essential`
 * stage that fails. A stage is made when its turn comes, because the build makes what later ones run.
 */
export const stages = [
  {
    name: 'build',
    essential: true,
    programs: () => [[bin('typescript/bin/tsc'), '-b'], ['scripts/bundle.js']],
  },
  { name: 'lint', programs: () => [[bin('eslint/bin/eslint.js'), '.']] },
  {
    name: 'layers',
    programs: () => [
      [
        bin('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        'client/src',
        'client/webview',
        'server/src',
      ],
    ],
  },
  { name: 'format', programs: () => [[bin('prettier/bin/prettier.cjs'), '--check', '.']] },
  { name: 'unit tests', counts: true, programs: () => [[...mocha, ...tests('unit')]] },
  { name: 'client tests', counts: true, programs: () => [[...mocha, ...tests('vscode/parts')]] },
  { name: 'protocol tests', counts: true, programs: () => [[...mocha, ...tests('protocol')]] },
  { name: 'in a real VS Code', counts: true, programs: () => [['out/test/vscode/run.js']] },
  { name: 'package', programs: () => [['scripts/package.js']] },
  {
    name: 'the package in a real VS Code',
    counts: true,
    programs: () => [['out/test/vscode/runPackage.js']],
  },
  { name: 'on its page', counts: true, programs: () => [[...mocha, ...tests('vscode/page')]] },
];
