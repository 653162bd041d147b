/** What facts state, and how two statements compare: the face of this part of the layer. */
export type { PropertyType, Value, ValueReading } from './valueKind.js';
export { readEntities, readValue } from './readValue.js';
export { readLongValue, type LongValue } from './longValue.js';
export { compareValues, withinTwiceTolerance, type ValueRelation } from './valueRelation.js';
export { describeQuantity, describeValue } from './valueWords.js';
