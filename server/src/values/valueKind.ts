import type { DateRange } from './date.js';
import type { Quantity } from './quantity.js';

/** What a property's values are. */
export type PropertyType =
  'quantity' | 'percentage' | 'money' | 'duration' | 'date' | 'text' | 'boolean' | 'entity';

/** A fact's value as it was meant. */
export type Value =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'date'; readonly date: DateRange }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Ids of organisations, people or places, in the order written. */
  | { readonly kind: 'entities'; readonly ids: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'vague'; readonly text: string };

export type ValueReading =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'problem'; readonly message: string };
