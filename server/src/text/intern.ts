/** From this length on, engines cut a text by pointing into the whole. */
const SHORTEST_POINTER = 13;

/** A copy that does not keep the text alive from which it was cut. */
export function flatCopy(text: string): string {
  return text.length < SHORTEST_POINTER ? text : (JSON.parse(JSON.stringify(text)) as string);
}
