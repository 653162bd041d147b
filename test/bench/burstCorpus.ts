/** A generator of whole numbers below `limit`, the same ones for the same seed (mulberry32). */
export function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

const BODIES = 200;
const PLACES = 50;

/** What all articles speak about. */
export function register(): string {
  const bodies = Array.from(
    { length: BODIES },
    (_, n) => `  body-${n}: {name: Regional Board ${n}, aliases: [Board ${n}], kind: body}\n`,
  );
  const places = Array.from({ length: PLACES }, (_, n) => `  place-${n}: {name: District ${n}}\n`);
  return `organisations:\n${bodies.join('')}places:\n${places.join('')}`;
}

/** An article and its sidecar with so many facts, each quoted from the article. */
export function article(
  seed: number,
  facts: number,
): { readonly text: string; readonly sidecar: string } {
  const next = random(seed);
  const month = String(1 + next(12)).padStart(2, '0');
  let text = `---\ntitle: Report ${seed}\npublished: 20${10 + next(10)}-${month}-01\n---\n\n`;
  let sidecar = 'facts:\n';
  for (let n = 0; n < facts; n++) {
    const body = next(BODIES);
    const value = 10 + next(990);
    const quote = `Board ${body} has ${value} members in report ${seed}, item ${n}`;
    text += `${quote}.${n % 5 === 4 ? '\n\n' : ' '}`;
    sidecar += `  - {id: f${n}, subject: body-${body}, property: count, value: ${value}, place: place-${next(PLACES)}, quote: "${quote}"}\n`;
  }
  return { text, sidecar };
}
