import { LineIndex } from '../text/lineIndex.js';
import { LIST, MAP, STRIDE, type YamlTape } from '../text/yamlTape.js';
import type { TextChange } from '../text/textChange.js';
import { readYaml, readYamlTape, type YamlNode } from '../text/yamlTree.js';
import { definitionKinds, sectionOf, type Definition } from './definition.js';
import { fieldMap, fieldText, fieldTexts, none, valueOf } from './fields.js';
import { readIgnoreComments } from './ignoreComments.js';
import { readDefinition } from './readDefinition.js';
import { readFact } from './readFact.js';
import { rereadFacts } from './rereadFacts.js';
import type { ArticleBlock, Fact, Sidecar } from './sidecar.js';
import { sidecarSchema } from './sidecarSchema.js';
import { shapeOf } from './surelyValid.js';
import { validateSidecar } from './validate.js';

/** The default for the greatest size of a file that is analysed, in UTF-16 units. */
export const DEFAULT_MAX_SIZE = 5_000_000;

const isSurelyValid = shapeOf(sidecarSchema);

/** Sidecars without any problem, in which a fact can be read by itself. */
const regular = new WeakSet<Sidecar>();

export interface SidecarOptions {
  /** In UTF-16 units; a larger file is not analysed. */
  readonly maxSize?: number | undefined;
  /** What the file said before an edit, and what that has changed. That saves time, and changes nothing. */
  readonly before?: SidecarBefore | undefined;
}

export interface SidecarBefore {
  readonly sidecar: Sidecar;
  readonly change: TextChange;
}

/** Reads a sidecar. Never throws; what cannot be read is a problem with a place, and the rest stays. */
export function readSidecar(text: string, options: SidecarOptions = {}): Sidecar {
  const { maxSize = DEFAULT_MAX_SIZE, before } = options;
  if (text.length > maxSize) {
    const notAnalysed = `This file is larger than the limit of ${maxSize} characters and is not analysed.`;
    return sidecarOf(text, () => null, { notAnalysed });
  }
  const reread = before === undefined ? null : rereadSidecar(text, before);
  if (reread !== null) {
    return reread;
  }
  const { tape, problems, root, isRegular } = readYamlTape(text);
  const schemaProblems = isSurelyValid(tape, 0) ? none : validateSidecar(root());
  const sidecar = sidecarOf(text, root, {
    article: readArticleBlock(tape, fieldMap(tape, 0, 'article')),
    facts: readFacts(tape, valueOf(tape, 0, 'facts')),
    definitions: readDefinitions(tape),
    yamlProblems: problems,
    schemaProblems,
  });
  tape.release();
  if (isRegular && schemaProblems.length === 0) {
    regular.add(sidecar);
  }
  return sidecar;
}

/** Reads again what an edit within one fact has changed. @returns null where that is in doubt */
function rereadSidecar(text: string, { sidecar, change }: SidecarBefore): Sidecar | null {
  const facts = regular.has(sidecar) ? rereadFacts(sidecar, text, change) : null;
  if (facts === null) {
    return null;
  }
  const { article } = sidecar;
  const lines = sidecar.lines.edited(text, change);
  // The fact holds no comment.
  const isFreeOfComments = sidecar.ignored.length + sidecar.schemaProblems.length === 0;
  const now = sidecarOf(
    text,
    () => readYaml(text).root,
    { article, facts },
    lines,
    isFreeOfComments,
  );
  regular.add(now);
  return now;
}

/** The tree is made when it is asked for first. @param isFreeOfComments where that is known */
function sidecarOf(
  text: string,
  readRoot: () => YamlNode | null,
  parts: Partial<Sidecar>,
  lines = new LineIndex(text),
  isFreeOfComments = false,
): Sidecar {
  const { article = null, facts = none, definitions = none } = parts;
  const { yamlProblems = none, schemaProblems = none, notAnalysed = null } = parts;
  let tree: YamlNode | null | undefined;
  const root = (): YamlNode | null => (tree === undefined ? (tree = readRoot()) : tree);
  const { comments, problems } =
    notAnalysed === null && !isFreeOfComments
      ? readIgnoreComments(text, lines)
      : { comments: none, problems: none };
  return {
    text,
    lines,
    get root() {
      return root();
    },
    article,
    facts,
    definitions,
    yamlProblems,
    schemaProblems: problems.length === 0 ? schemaProblems : [...schemaProblems, ...problems],
    ignored: comments,
    notAnalysed,
  };
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
