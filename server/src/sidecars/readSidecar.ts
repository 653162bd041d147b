import { LineIndex } from '../text/lineIndex.js';
import { LIST, MAP, STRIDE, type YamlTape } from '../text/yamlTape.js';
import { readYamlTape } from '../text/yamlTree.js';
import { definitionKinds, sectionOf, type Definition } from './definition.js';
import { fieldMap, fieldText, fieldTexts, none, valueOf } from './fields.js';
import { readIgnoreComments } from './ignoreComments.js';
import { readDefinition } from './readDefinition.js';
import { readFact } from './readFact.js';
import type { ArticleBlock, Fact, Sidecar } from './sidecar.js';
import { sidecarSchema } from './sidecarSchema.js';
import { shapeOf } from './surelyValid.js';
import { validateSidecar } from './validate.js';

/** The default for the greatest size of a file that is analysed, in UTF-16 units. */
export const DEFAULT_MAX_SIZE = 5_000_000;

const isSurelyValid = shapeOf(sidecarSchema);

/** Reads a sidecar. Never throws; what cannot be read is a problem with a place, and the rest stays. */
export function readSidecar(text: string, options: { maxSize?: number } = {}): Sidecar {
  let lineIndex: LineIndex | undefined;
  const lines = (): LineIndex => (lineIndex ??= new LineIndex(text));
  const maxSize = options.maxSize ?? DEFAULT_MAX_SIZE;
  if (text.length > maxSize) {
    return {
      text,
      get lines() {
        return lines();
      },
      root: null,
      article: null,
      facts: none,
      definitions: none,
      yamlProblems: none,
      schemaProblems: none,
      ignored: none,
      notAnalysed: `This file is larger than the limit of ${maxSize} characters and is not analysed.`,
    };
  }
  const { tape, problems, root } = readYamlTape(text);
  const ignores = readIgnoreComments(text, lines);
  const schemaProblems = isSurelyValid(tape, 0) ? none : validateSidecar(root());
  const sidecar: Sidecar = {
    text,
    get lines() {
      return lines();
    },
    get root() {
      return root();
    },
    article: readArticleBlock(tape, fieldMap(tape, 0, 'article')),
    facts: readFacts(tape, valueOf(tape, 0, 'facts')),
    definitions: readDefinitions(tape),
    yamlProblems: problems,
    schemaProblems:
      ignores.problems.length === 0 ? schemaProblems : [...schemaProblems, ...ignores.problems],
    ignored: ignores.comments,
    notAnalysed: null,
  };
  tape.release();
  return sidecar;
}

function readArticleBlock(tape: YamlTape, map: number | undefined): ArticleBlock | null {
  if (map === undefined) {
    return null;
  }
  return {
    span: tape.span(map),
    ...fieldText(tape, map, 'id'),
    ...fieldText(tape, map, 'file'),
    ...fieldText(tape, map, 'title'),
    ...fieldText(tape, map, 'publisher'),
    ...fieldText(tape, map, 'author'),
    ...fieldText(tape, map, 'published'),
    ...fieldText(tape, map, 'status'),
    ...fieldText(tape, map, 'url'),
    basedOn: fieldTexts(tape, map, 'basedOn'),
  };
}

function readFacts(tape: YamlTape, list: number | undefined): readonly Fact[] {
  if (list === undefined || tape.kind(list) !== LIST) {
    return none;
  }
  const facts: Fact[] = [];
  const end = tape.after(list);
  let index = 0;
  for (let item = list + STRIDE; item < end; item = tape.after(item)) {
    if (tape.kind(item) === MAP) {
      facts.push(readFact(tape, item, index));
    }
    index++;
  }
  return facts;
}

function readDefinitions(tape: YamlTape): readonly Definition[] {
  const definitions: Definition[] = [];
  for (const kind of definitionKinds) {
    const section = fieldMap(tape, 0, sectionOf[kind]);
    if (section === undefined) {
      continue;
    }
    const end = tape.after(section);
    for (let key = section + STRIDE; key < end; key = tape.after(key + STRIDE)) {
      definitions.push(readDefinition(kind, tape, key));
    }
  }
  return definitions.length === 0 ? none : definitions.sort((a, b) => a.span.start - b.span.start);
}
