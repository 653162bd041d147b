/** Separators and qualifiers of a fact, as written, sorted by key. */
export type Conditions = readonly (readonly [key: string, value: string])[];
