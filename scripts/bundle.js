// Bundles the extension's client, and the server with its command line, into dist/; and the suites
// that run inside VS Code into out/test/vscode/, because an extension host loads CommonJS.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// For Node, `yaml` offers a build that looks at `process.env` for each token; its other build is the
// same without, and takes three quarters of the time.
const quickYaml = fileURLToPath(
  new URL('browser/index.js', import.meta.resolve('yaml/package.json')),
);

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  keepNames: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
  // Many packages still list a CommonJS build first; their ES module build is smaller when bundled.
  mainFields: ['module', 'main'],
};

// The SDK's server brings along a validator of JSON Schemas for questions to the client's user, of
// which ours asks none. It is half of the bundle.
const withoutValidator = {
  name: 'without-validator',
  setup(builder) {
    builder.onLoad({ filter: /[/]validation[/]ajv-provider\.js$/ }, () => ({
      contents: 'export class AjvJsonSchemaValidator {}',
    }));
  },
};

// All of dist/ is packaged: nothing of an earlier build may stay there.
rmSync('dist', { recursive: true, force: true });

await Promise.all([
  build({
    ...shared,
    minify: true,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client.cjs',
    external: ['vscode'],
  }),
  // What runs in a page of VS Code's: a browser.
  build({
    ...shared,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    keepNames: false,
    sourcemap: false,
    entryPoints: ['client/webview/timelinePage.ts', 'client/webview/timeline.css'],
    outdir: 'dist',
  }),
  build({
    ...shared,
    minify: true,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/policy-facts.cjs',
    alias: { yaml: quickYaml },
    banner: { js: '#!/usr/bin/env node' },
  }),
  // Loaded only by `policy-facts mcp`.
  build({
    ...shared,
    minify: true,
    entryPoints: ['server/src/mcp/serve.ts'],
    outfile: 'dist/mcp.cjs',
    plugins: [withoutValidator],
  }),
  build({
    ...shared,
    entryPoints: ['suite', 'typingSuite', 'asleepSuite', 'firstStepsSuite', 'packageSuite'].map(
      (name) => `test/vscode/suite/${name}.ts`,
    ),
    outdir: 'out/test/vscode',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha'],
  }),
]);
