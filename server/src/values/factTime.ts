/** When a fact held, and how two such times compare: the face of this part of the layer. */
export { describeTime, factTime, type FactTime, type TimeKeys } from './heldTime.js';
export { compareTimes, type TimeRelation } from './timeRelation.js';
