import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import pc from 'picocolors';
import { URI } from 'vscode-uri';
import { sentencesOf, type Article } from '../articles/article.js';
import { datesOf, figuresOf } from '../articles/figures.js';
import { canonicalUri, kindOfFile, relativePath } from '../corpus/uri.js';
import type { ArticleEntry, Corpus } from '../corpus/corpus.js';
import type { Span } from '../text/span.js';
import { EXIT_OK, EXIT_USAGE } from './exitCode.js';
import { openFolder, readFolder, type OpenedFolder } from './openFolder.js';
import { placeOf, type Place } from './place.js';
import { jsonText, visible } from './visible.js';

interface ReadArticle {
  readonly file: string;
  readonly sentences: readonly (Place & { readonly text: string })[];
  readonly figures: readonly (Place & {
    readonly text: string;
    readonly value: number | null;
    readonly min: number | null;
    readonly max: number | null;
    readonly minOpen: boolean;
    readonly maxOpen: boolean;
    readonly unit: string | null;
    readonly approximate: boolean;
    readonly subject: string | null;
  })[];
  readonly dates: readonly (Place & { readonly text: string; readonly edtf: string })[];
  readonly mentions: readonly (Place & { readonly text: string; readonly id: string })[];
}

/** Prints what is read in articles. @throws for a path that is not there */
export async function read(paths: readonly string[], format: 'pretty' | 'json'): Promise<number> {
  const articles: ReadArticle[] = [];
  let isWhole = true;
  for (const path of paths) {
    const read = await readPath(path);
    articles.push(...read.articles);
    isWhole &&= !read.faults.any;
  }
  if (format === 'json') {
    process.stdout.write(jsonText({ articles }));
  } else {
    process.stdout.write(articles.map(pretty).join('\n'));
  }
  return isWhole ? EXIT_OK : EXIT_USAGE;
}

interface ReadPath extends Pick<OpenedFolder, 'faults'> {
  readonly articles: readonly ReadArticle[];
}

async function readPath(path: string): Promise<ReadPath> {
  const info = await stat(resolve(path)).catch(() => null);
  if (info === null) {
    throw new Error(`there is no file or folder ${path}`);
  }
  if (info.isDirectory()) {
    const { root, workspace, faults } = await openFolder(path);
    const { corpus } = workspace;
    const articles = corpus.articles().flatMap((entry) => {
      const file = relativePath(root, entry.uri);
      return faults.attempt(`describing ${file}`, [], () => [describe(file, entry, corpus)]);
    });
    return { articles, faults };
  }
  // A single file is read among its neighbours, whose sidecars know the names.
  const uri = canonicalUri(URI.file(resolve(path)).toString());
  if (kindOfFile(uri) !== 'article') {
    throw new Error(`${path} is not an article (.md, .markdown or .txt)`);
  }
  const { workspace, faults } = await readFolder(URI.file(dirname(resolve(path))).toString());
  const entry = workspace.corpus.article(uri);
  if (entry === undefined) {
    throw new Error(`${path} is excluded by the settings or by .gitignore`);
  }
  const articles = faults.attempt(`describing ${path}`, [], () => [
    describe(basename(path), entry, workspace.corpus),
  ]);
  return { articles, faults };
}

function describe(file: string, entry: ArticleEntry, corpus: Corpus): ReadArticle {
  const article = entry.content;
  const { rendered, lines } = article;
  const at = (span: Span): Place => placeOf(lines, rendered.sourceSpan(span));
  const words = (span: Span): string => rendered.text.slice(span.start, span.end);
  const mentions = corpus.mentionsIn(entry);
  return {
    file,
    sentences: sentencesOf(article).map((span) => ({ text: words(span), ...at(span) })),
    figures: figuresOf(article).map(({ text, span, rendered: place, quantity }) => ({
      text,
      ...placeOf(lines, span),
      value: exactValue(quantity),
      min: numberOf(quantity.min),
      max: numberOf(quantity.max),
      minOpen: quantity.minOpen,
      maxOpen: quantity.maxOpen,
      unit: quantity.unit,
      approximate: quantity.approximate,
      subject: countedThing(article, place, mentions),
    })),
    dates: datesOf(article).map(({ text, span, edtf }) => ({
      text,
      ...placeOf(lines, span),
      edtf,
    })),
    mentions: mentions.flatMap(({ span, candidates }) =>
      candidates.map(({ definition }) => ({
        text: words(span),
        ...at(span),
        id: definition.id.value,
      })),
    ),
  };
}

type Quantity = ReturnType<typeof figuresOf>[number]['quantity'];

/** The one number it stands for: the middle of an approximate or rounded figure. */
function exactValue({ min, max }: Quantity): number | null {
  return min === null || max === null ? null : min.plus(max).div(2).toNumber();
}

function numberOf(bound: Quantity['min']): number | null {
  return bound === null ? null : bound.toNumber();
}

/** The organisation named right after a figure: `152 primary care trusts`. */
function countedThing(
  article: Article,
  figure: Span,
  mentions: ReturnType<Corpus['mentionsIn']>,
): string | null {
  const next = mentions.find(({ span }) => span.start >= figure.end);
  if (next === undefined) {
    return null;
  }
  const between = article.rendered.text.slice(figure.end, next.span.start);
  return /^\s(?:\p{Ll}+\s)?$/u.test(between)
    ? (next.candidates[0]?.definition.id.value ?? null)
    : null;
}

function pretty({ file, sentences, figures, dates, mentions }: ReadArticle): string {
  const lines = [pc.bold(pc.underline(visible(file))), `  ${sentences.length} sentences`];
  const row = ({ line, column }: Place, kind: string, text: string, reading: string): string =>
    `  ${pc.dim(`${line}:${column}`)}  ${kind}  ${visible(text)}  ${pc.cyan(visible(reading))}`;
  for (const figure of figures) {
    lines.push(row(figure, 'figure ', figure.text, reading(figure)));
  }
  for (const date of dates) {
    lines.push(row(date, 'date   ', date.text, date.edtf));
  }
  for (const mention of mentions) {
    lines.push(row(mention, 'mention', mention.text, mention.id));
  }
  return `${lines.join('\n')}\n`;
}

function reading({
  value,
  min,
  max,
  unit,
  approximate,
  subject,
}: ReadArticle['figures'][number]): string {
  const range =
    min !== null && min === max
      ? String(value)
      : `${min ?? '…'} to ${max ?? '…'}${approximate ? ' (about)' : ''}`;
  return [range, unit ?? '', subject === null ? '' : `of ${subject}`]
    .filter((part) => part !== '')
    .join(' ');
}
