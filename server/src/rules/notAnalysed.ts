import type { ArticleRule, SidecarRule } from './rule.js';

const about = {
  code: 'not-analysed',
  level: 'information',
  summary: 'A file that is too large or too deeply nested to be read in full.',
} as const;

/** An article that was read as plain text, or not at all. */
export const articleNotAnalysed: ArticleRule = {
  kind: 'article',
  ...about,
  *check({ uri, limit }) {
    if (limit !== null) {
      yield { uri, span: { start: 0, end: 0 }, message: limit.message, related: [] };
    }
  },
};

/** A sidecar that was not read. */
export const sidecarNotAnalysed: SidecarRule = {
  kind: 'sidecar',
  ...about,
  *check({ uri, content }) {
    if (content.notAnalysed !== null) {
      yield { uri, span: { start: 0, end: 0 }, message: content.notAnalysed, related: [] };
    }
  },
};
