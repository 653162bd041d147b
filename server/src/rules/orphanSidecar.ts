import { fileName } from '../corpus/uri.js';
import type { SidecarRule } from './rule.js';

/** A sidecar whose article is not there. */
export const orphanSidecar: SidecarRule = {
  kind: 'sidecar',
  code: 'orphan-sidecar',
  level: 'warning',
  summary: 'The article this sidecar belongs to is not there.',
  *check({ uri, content, link }) {
    if (link.kind === 'refused') {
      const message = `\`article.file\` is not followed: ${link.why}.`;
      yield { uri, span: link.file.span, message, related: [] };
      return;
    }
    if (link.kind !== 'missing') {
      return;
    }
    const name = fileName(link.uri);
    const span = content.article?.file?.span ?? firstLine(content.text);
    const message = link.stated
      ? `The article \`${content.article?.file?.value ?? name}\` is not there, so quotes cannot be looked up.`
      : `There is no article beside this sidecar (\`${name}\`, or the same with .markdown or .txt), so quotes cannot be looked up. \`article.file\` may name it.`;
    yield { uri, span, message, related: [] };
  },
};

function firstLine(text: string): { start: number; end: number } {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const end = /[\r\n]/.exec(text)?.index ?? text.length;
  return { start, end: Math.max(start, end) };
}
