/** Figures and dates in running prose: the face of this part of the layer. */
export { findDates, findDatesCarefully, type FoundDate } from './proseDates.js';
export { findQuantities, findQuantitiesCarefully, type FoundQuantity } from './proseQuantities.js';
