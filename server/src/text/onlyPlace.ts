import { cutsNumber } from './numberTokens.js';

/*
 * Most quotes stand in their article once, letter by letter. To see that of one takes a look at the whole
 * text; of all quotes of an article it takes one, in which the spaces are sorted by what stands around them.
 */

/** What stands around a space: so many units before it, and as many after it. */
const BESIDE = 4;
const SPACE = 0x20;

/** Longer texts would take too much room. */
const LONGEST = 400_000;
/** Spaces that look alike: where there are more, words are not looked for. */
const MOST_ALIKE = 200;

/** A power of two. */
const LEAST_SLOTS = 1024;
/** For so many units of a text there is a slot. */
const UNITS_PER_SLOT = 4;

/** Spaces of the text that was looked at last, and what they are found by. */
let spacesIn = '';
/** By slot: its last space, counted from 1. */
let lastSpaces = new Int32Array(LEAST_SLOTS);
let slots = LEAST_SLOTS;
/** By space: where it stands, and the one before it in its slot. */
let places = new Int32Array(LEAST_SLOTS);
let spacesBefore = new Int32Array(LEAST_SLOTS);

/**
 * Where words stand in a text that stand there once, without cutting a number; both folded. -1 for all others,
 * and perhaps for some of these.
 */
export function onlyPlaceOf(text: string, needle: string): number {
  const space = tellingSpace(needle);
  if (space < 0 || text.length > LONGEST) return -1;
  if (text !== spacesIn) sortSpaces(text);
  let found = -1;
  let tries = MOST_ALIKE;
  let alike = lastSpaces[slotOf(needle, space)] ?? 0;
  for (; alike > 0; alike = spacesBefore[alike] ?? 0) {
    const start = (places[alike] ?? 0) - space;
    if (start >= 0 && text.startsWith(needle, start)) {
      if (found >= 0) return -1;
      found = start;
    }
    if (--tries === 0) return -1;
  }
  return found < 0 || cutsNumber(text, found) || cutsNumber(text, found + needle.length)
    ? -1
    : found;
}

/** The first space of some words with enough around it, or -1. */
function tellingSpace(words: string): number {
  const space = words.indexOf(' ', BESIDE);
  return space + BESIDE < words.length ? space : -1;
}

function sortSpaces(text: string): void {
  spacesIn = text;
  slots = LEAST_SLOTS;
  while (slots * UNITS_PER_SLOT < text.length) slots *= 2;
  if (lastSpaces.length < slots) lastSpaces = new Int32Array(slots);
  lastSpaces.fill(0, 0, slots);
  let count = 0;
  const end = text.length - BESIDE;
  for (let i = BESIDE; i < end; i++) {
    if (text.charCodeAt(i) === SPACE) {
      count++;
      if (count >= places.length) makeRoom();
      const slot = slotOf(text, i);
      places[count] = i;
      spacesBefore[count] = lastSpaces[slot] ?? 0;
      lastSpaces[slot] = count;
    }
  }
}

function makeRoom(): void {
  const [old, oldBefore] = [places, spacesBefore];
  places = new Int32Array(2 * old.length);
  spacesBefore = new Int32Array(2 * old.length);
  places.set(old);
  spacesBefore.set(oldBefore);
}

/** Depends on what stands around a space. */
function slotOf(text: string, space: number): number {
  let hash = 0;
  for (let i = space - BESIDE; i <= space + BESIDE; i++) {
    hash = Math.imul(hash, 0x1f) + text.charCodeAt(i);
  }
  return (hash ^ (hash >>> 13)) & (slots - 1);
}
