// The layers of server/src, from the ground up. A file may import from its own folder and from
// folders earlier in this list, never from a later one.
const layers = [
  'text',
  'values',
  'articles',
  'sidecars',
  'corpus',
  'rules',
  'features',
  'lsp',
  'mcp',
  'cli',
];

const upwards = layers.slice(0, -1).map((layer, index) => ({
  name: `${layer}-imports-upwards`,
  severity: 'error',
  comment: `${layer} may import only from ${layers.slice(0, index + 1).join(', ')}.`,
  from: { path: `^server/src/${layer}/` },
  to: { path: `^server/src/(${layers.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'client-and-server-apart',
      severity: 'error',
      comment: 'The client talks to the server over the protocol only.',
      from: { path: '^client/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-without-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/|^vscode$' },
    },
    {
      name: 'in-a-layer',
      severity: 'error',
      comment: 'Every file of server/src stands in one of the layers.',
      from: { path: '^server/src/', pathNot: `^server/src/(${layers.join('|')})/` },
      to: {},
    },
    ...upwards,
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
