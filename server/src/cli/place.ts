export { placeOf, placeOfRange, type Place } from '../text/place.js';
