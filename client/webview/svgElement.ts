const svgNamespace = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes and what stands in it; text is text and never markup. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly (SVGElement | string)[]
): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, typeof value === 'number' ? String(round(value)) : value);
  }
  element.append(...children);
  return element;
}

/** A tenth of a pixel is enough, and keeps a saved picture small. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
