/** HTML that is safe as it is. Nothing else may make one: see {@link element}. */
export class Html {
  constructor(readonly source: string) {}
}

/** What an element holds: HTML as it is, text escaped, nothing left out. */
export type Child = Html | string | readonly Child[];

const empty: ReadonlySet<string> = new Set(['meta', 'br', 'hr']);

/**
 * An element. Whatever is text is escaped here and nowhere else, so that no text of a file can
 * become a tag, an attribute or a character reference.
 *
 * @param attributes an empty value stands for an attribute alone; undefined leaves it out
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): Html {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}${value === '' ? '' : `="${escapeHtml(value)}"`}`,
  );
  const start = `<${name}${written.join('')}>`;
  return new Html(empty.has(name) ? start : `${start}${joined(children)}</${name}>`);
}

/** Several things one after the other. */
export function joined(children: Child): string {
  if (children instanceof Html) {
    return children.source;
  }
  return typeof children === 'string' ? escapeHtml(children) : children.map(joined).join('');
}

/** Text as it may stand between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}
