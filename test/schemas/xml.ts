/** An element of an XML document, with its text. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open extends Element {
  readonly attributes: Map<string, string>;
  readonly children: Element[];
  text: string;
}

const token = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w.-]+="[^"<]*")*)\s*(\/?)>|<[?]xml [^>]*[?]>|[^<]+/y;
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Reads XML 1.0 of the plainest kind: elements, attributes, text, the five entities.
 * @throws where the text is not well-formed, or holds a character that XML forbids
 */
export function parseXml(text: string): Element {
  // eslint-disable-next-line no-control-regex -- these are what XML forbids
  const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.exec(text);
  if (forbidden !== null) {
    throw new Error(`forbidden character at ${forbidden.index}`);
  }
  const root = element('', '');
  const open = [root];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    const inner = open.at(-1);
    if (match === null || inner === undefined) {
      throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 40)}`);
    }
    const [whole, closing, name, attributes = '', empty] = match;
    if (name === undefined) {
      inner.text += whole.startsWith('<') ? '' : unescaped(whole);
    } else if (closing === '/') {
      if (inner.name !== name) {
        throw new Error(`</${name}> closes <${inner.name}>`);
      }
      open.pop();
    } else {
      const next = element(name, attributes);
      inner.children.push(next);
      if (empty !== '/') {
        open.push(next);
      }
    }
  }
  const [first] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || first === undefined) {
    throw new Error('not one element, closed');
  }
  return first;
}

function element(name: string, attributes: string): Open {
  const read = new Map<string, string>();
  for (const [, key = '', value = ''] of attributes.matchAll(/([\w.-]+)="([^"]*)"/g)) {
    if (read.has(key)) {
      throw new Error(`${key} twice`);
    }
    read.set(key, unescaped(value));
  }
  return { name, attributes: read, children: [], text: '' };
}

function unescaped(text: string): string {
  return text.replace(/&([^;]*;?)/g, (whole, name: string) => {
    const char = entities.get(name.replace(/;$/, ''));
    if (char === undefined || !name.endsWith(';')) {
      throw new Error(`no entity: ${whole}`);
    }
    return char;
  });
}
