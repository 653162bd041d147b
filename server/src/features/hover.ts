import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import { findFact } from '../corpus/factReference.js';
import type { IdUse } from '../corpus/idUse.js';
import { bold, inert, rangeOf, type FeatureContext } from './context.js';
import { describeEntity } from './hoverEntity.js';
import { articleLines, definitionLines, factLines, propertyLines } from './hoverFact.js';
import { figureLines, recordedLines } from './hoverFigure.js';
import { keyLines } from './hoverKey.js';
import { definitionOfUse, keyAt, thingAt, type Thing } from './thingAt.js';

/** What the thing at an offset is. Null where there is nothing to say. */
export function provideHover(context: FeatureContext, uri: string, offset: number): Hover | null {
  const thing = hovered(context, uri, offset);
  const lines = thing === null ? [] : linesFor(context, uri, thing);
  if (thing === null || lines.length === 0) {
    return null;
  }
  return {
    contents: {
      kind: context.markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: lines.join('\n'),
    },
    range: rangeOf(context, { uri, span: thing.span }),
  };
}

/** As {@link thingAt}; but of a value or a quote in long form its keys are told by themselves. */
function hovered({ corpus }: FeatureContext, uri: string, offset: number): Thing | null {
  const thing = thingAt(corpus, uri, offset);
  const sidecar = corpus.sidecar(uri);
  if (sidecar === undefined || (thing?.kind !== 'value' && thing?.kind !== 'quote')) {
    return thing;
  }
  const part = keyAt(sidecar, thing.fact, offset);
  return part !== null && part.path.length > 2 ? part : thing;
}

function linesFor(context: FeatureContext, uri: string, thing: Thing): readonly string[] {
  switch (thing.kind) {
    case 'mention': {
      const described = thing.candidates.map((named) => describeEntity(context, named.definition));
      const several = described.length > 1 ? ['This name stands for more than one:', ''] : [];
      return [
        ...several,
        ...described.flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines)),
      ];
    }
    case 'definition':
      return definitionLines(context, thing.named.definition);
    case 'use':
      return useLines(context, uri, thing.use);
    case 'figure':
      return figureLines(context, uri, thing);
    case 'quoted':
      return recordedLines(context, thing.facts);
    case 'fact-id':
    case 'value':
    case 'quote':
      return factLines(context, thing.fact);
    case 'key':
      return keyLines(context, uri, thing);
  }
}

function useLines(context: FeatureContext, uri: string, use: IdUse): readonly string[] {
  const lines = linesOfUse(context, uri, use);
  return lines.length > 0 ? lines : [unknownLine(context, use)];
}

function linesOfUse(context: FeatureContext, uri: string, use: IdUse): readonly string[] {
  const { corpus } = context;
  if (use.targets.includes('fact')) {
    const lookup = findFact(corpus, uri, use.id);
    return lookup.kind === 'found' ? factLines(context, lookup.fact) : [];
  }
  if (use.targets.includes('article')) {
    const [file] = corpus.filesOfArticleId(use.id);
    return file === undefined
      ? []
      : articleLines(context, corpus.sidecar(file)?.info ?? corpus.infoOf(file));
  }
  if (use.targets.includes('property')) {
    const property = corpus.register.property(use.id);
    return property === undefined ? [] : propertyLines(context, property);
  }
  const named = definitionOfUse(corpus, use);
  return named === undefined ? [] : definitionLines(context, named.definition);
}

/** A publisher or author may be given by name; any other id has to be defined somewhere. */
function unknownLine(context: FeatureContext, { id, nameAllowed, targets }: IdUse): string {
  const [target = 'id'] = targets;
  return nameAllowed
    ? inert(context, id)
    : `${bold(context, id)} · ${target}: nothing in this workspace has this id.`;
}
