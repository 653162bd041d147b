export { placeOf, type Place } from '../text/place.js';
