class Refusal extends Error {}

/** One for all: it says nothing but "let the parser read this", and is thrown often while typing. */
const refusal = new Refusal('not in the regular subset');

/** Leaves the text to the parser. */
export function refuse(): never {
  throw refusal;
}

/** The result of a scan; null if it refused. */
export function unlessRefused<T>(scan: () => T): T | null {
  try {
    return scan();
  } catch (error) {
    if (error === refusal) {
      return null;
    }
    throw error;
  }
}
