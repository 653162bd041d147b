/** Lets a class that extends it put its private fields into any object: `new` gives what is returned here. */
const Stamped = function (object: object): object {
  return object;
} as unknown as new (object: object) => object;

/**
 * What is known of objects, kept in the objects themselves: as a `WeakMap`, whose values are also alive no
 * longer than their keys. But those a collection of what is new takes all for alive: whatever was put into
 * one, with the file it was made of, is copied out and found to be garbage much later. While a folder is
 * read that was half of all that was copied.
 *
 * For few of these, made once: each makes a class of its own.
 */
export class Beside<K extends object, V> {
  readonly #fields = fieldsOf<V>();

  /** Undefined where nothing was put. */
  get(key: K): V | undefined {
    return this.#fields.get(key);
  }

  set(key: K, value: V | undefined): void {
    this.#fields.set(key, value);
  }
}

interface Fields<V> {
  get(key: object): V | undefined;
  set(key: object, value: V | undefined): void;
}

/** A private field of its own for any object, to be read and written. */
function fieldsOf<V>(): Fields<V> {
  class Stamp extends Stamped {
    #value: V | undefined;

    constructor(key: object, value: V | undefined) {
      super(key);
      this.#value = value;
    }

    static read(key: object): V | undefined {
      return #value in key ? key.#value : undefined;
    }

    static write(key: object, value: V | undefined): void {
      if (#value in key) {
        key.#value = value;
      } else {
        new Stamp(key, value);
      }
    }
  }
  return {
    get: (key) => Stamp.read(key),
    set: (key, value) => {
      Stamp.write(key, value);
    },
  };
}
