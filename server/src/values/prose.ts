/** Figures and dates in running prose: the face of this part of the layer. */
export { stretchesWithNumbers } from './numberStretches.js';
export { findDates, findDatesCarefully, type FoundDate } from './proseDates.js';
export {
  findQuantities,
  findQuantitiesCarefully,
  findQuantitiesInStretch,
  type FoundQuantity,
} from './proseQuantities.js';
