import { defineId } from './defineId.js';
import type { FixProvider } from './fix.js';
import { acknowledge, deprecateThis, preferThis } from './judgeFact.js';
import { linkDisputed, markSuperseded } from './linkFacts.js';
import { placeQuote, reanchorQuote } from './quotes.js';
import { recordEvent } from './recordEvent.js';
import { recordFigure } from './recordFigure.js';
import { replaceWord } from './replaceWord.js';
import { addSeparator, placeKey } from './separators.js';
import { setAsOf } from './setAsOf.js';
import { setPeriod } from './setPeriod.js';

/** Every kind of fix, in the order in which they are offered. */
export const fixProviders: readonly FixProvider[] = [
  reanchorQuote,
  placeQuote,
  replaceWord,
  defineId,
  placeKey,
  addSeparator,
  setAsOf,
  setPeriod,
  recordEvent,
  markSuperseded,
  preferThis,
  linkDisputed,
  deprecateThis,
  acknowledge,
  recordFigure,
];

/** Those whose answers may be given without asking, where there is one only. */
export const singleAnswers: readonly FixProvider[] = [reanchorQuote, replaceWord];
