import assert from 'node:assert/strict';

/** An element of a page, as {@link readHtml} reads it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
}

const empty = new Set(['meta', 'br', 'hr']);

const token =
  /<!--|<!DOCTYPE html>|<style>([^<]*)<\/style>|<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>|([^<]+)|(<)/g;

/**
 * Reads a page that is as strict as XML in what it opens, closes and quotes. Anything a browser would
 * have to put right, and any character reference but `&#N;`, fails.
 */
export function readHtml(page: string): Element {
  const root: Element = { name: '', attributes: new Map(), children: [] };
  const open: Element[] = [root];
  const top = (): Element => open.at(-1) ?? root;
  let end = 0;
  for (const match of page.matchAll(token)) {
    assert.equal(match.index, end, `nothing is passed over near ${page.slice(end, end + 60)}`);
    end = match.index + match[0].length;
    const [whole, style, slash, name, written = '', text, stray] = match;
    assert.equal(stray, undefined, `a stray < at ${page.slice(end - 1, end + 60)}`);
    assert.notEqual(whole, '<!--', 'no comments');
    if (style !== undefined) {
      top().children.push({ name: 'style', attributes: new Map(), children: [style] });
    } else if (text !== undefined) {
      top().children.push(decoded(text));
    } else if (name !== undefined && slash === '/') {
      assert.equal(open.pop()?.name, name, `</${name}> closes what is open`);
    } else if (name !== undefined) {
      const element: Element = { name, attributes: attributesOf(written), children: [] };
      top().children.push(element);
      if (!empty.has(name)) {
        open.push(element);
      }
    }
  }
  assert.equal(end, page.length);
  assert.deepEqual(
    open.map(({ name }) => name),
    [''],
    'all is closed',
  );
  return root;
}

function attributesOf(written: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, key = '', value = ''] of written.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
    assert.ok(!attributes.has(key), `${key} is given once`);
    attributes.set(key, decoded(value));
  }
  return attributes;
}

function decoded(text: string): string {
  assert.doesNotMatch(text, /&(?!#\d+;)/, 'every & begins a reference');
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

/** An element and all below it, in order. */
export function* elementsIn(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) {
    if (typeof child !== 'string') {
      yield* elementsIn(child);
    }
  }
}

export function textOf(element: Element | string): string {
  return typeof element === 'string' ? element : element.children.map(textOf).join('');
}

export function named(element: Element, name: string): readonly Element[] {
  return [...elementsIn(element)].filter((one) => one.name === name);
}
