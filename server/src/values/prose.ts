/** Figures and dates in running prose: the face of this part of the layer. */
export { findDates, type FoundDate } from './proseDates.js';
export { findQuantities, type FoundQuantity } from './proseQuantities.js';
