// Bundles the extension's client, and the server with its command line, into dist/.
import { build } from 'esbuild';

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  keepNames: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
  // Many packages still list a CommonJS build first; their ES module build is smaller when bundled.
  mainFields: ['module', 'main'],
};

await Promise.all([
  build({
    ...shared,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client.cjs',
    external: ['vscode'],
  }),
  build({
    ...shared,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/policy-facts.cjs',
    banner: { js: '#!/usr/bin/env node' },
  }),
]);
