import { LineIndex } from '../text/lineIndex.js';
import { readYaml, type YamlMap } from '../text/yamlTree.js';
import { definitionKinds, sectionOf, type Definition } from './definition.js';
import { readDefinition } from './readDefinition.js';
import { readFact } from './readFact.js';
import { fieldMap, fieldText, fieldTexts, isMap } from './fields.js';
import type { ArticleBlock, Fact, Sidecar } from './sidecar.js';
import { readIgnoreComments } from './ignoreComments.js';
import { validateSidecar } from './validate.js';

/** The default for the greatest size of a file that is analysed, in UTF-16 units. */
export const DEFAULT_MAX_SIZE = 5_000_000;

/** Reads a sidecar. Never throws; what cannot be read is a problem with a place, and the rest stays. */
export function readSidecar(text: string, options: { maxSize?: number } = {}): Sidecar {
  const lines = new LineIndex(text);
  const maxSize = options.maxSize ?? DEFAULT_MAX_SIZE;
  if (text.length > maxSize) {
    return {
      text,
      lines,
      root: null,
      article: null,
      facts: [],
      definitions: [],
      yamlProblems: [],
      schemaProblems: [],
      ignored: [],
      notAnalysed: `This file is larger than the limit of ${maxSize} characters and is not analysed.`,
    };
  }
  const { root, problems } = readYaml(text);
  const ignores = readIgnoreComments(text, lines);
  const sections = isMap(root) ? root : null;
  return {
    text,
    lines,
    root,
    article: sections === null ? null : readArticleBlock(fieldMap(sections, 'article')),
    facts: sections === null ? [] : readFacts(sections),
    definitions: sections === null ? [] : readDefinitions(sections),
    yamlProblems: problems,
    schemaProblems: [...validateSidecar(root), ...ignores.problems],
    ignored: ignores.comments,
    notAnalysed: null,
  };
}

function readArticleBlock(map: YamlMap | undefined): ArticleBlock | null {
  if (map === undefined) {
    return null;
  }
  return {
    span: map.span,
    ...fieldText(map, 'id'),
    ...fieldText(map, 'file'),
    ...fieldText(map, 'title'),
    ...fieldText(map, 'publisher'),
    ...fieldText(map, 'author'),
    ...fieldText(map, 'published'),
    ...fieldText(map, 'status'),
    ...fieldText(map, 'url'),
    basedOn: fieldTexts(map, 'basedOn'),
  };
}

function readFacts(sections: YamlMap): readonly Fact[] {
  const list = sections.entries.find(({ key }) => key.text === 'facts')?.value;
  if (list?.kind !== 'list') {
    return [];
  }
  return list.items.flatMap((item, index) => (item.kind === 'map' ? [readFact(item, index)] : []));
}

function readDefinitions(sections: YamlMap): readonly Definition[] {
  return definitionKinds
    .flatMap((kind) => {
      const section = fieldMap(sections, sectionOf[kind]);
      return section === undefined
        ? []
        : section.entries.map((entry) => readDefinition(kind, entry));
    })
    .sort((a, b) => a.span.start - b.span.start);
}
