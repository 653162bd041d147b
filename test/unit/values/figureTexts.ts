import fc from 'fast-check';

/* Texts out of the words and signs that decide how figures and dates are read, and plain words between. */

const PARTS = (
  'one two seven twelve twenty twenty-one ninety a an half third thirds quarter tenth dozen hundred thousand ' +
  'million billion lakh crore crores laK\u212ah and or of in to out from every by between about c approx . , ; : - – — / ( ) [ ] ' +
  '% £ $ € ₹ Rs US us GBP chf p pp per cent percent percentage points pence pounds year years months days ' +
  'hour km staff people members PCTs London m bn k 5 40 152 303 2006 2010 2010/11 2013-14 1990s 1,500 ' +
  '1,234,567 3.10 .5 0123 007 1e6 1e5x 5.2.1 ½ 2½ 30 31 12 1000 10,00 May march early late spring FY since ' +
  "circa the end section sections No. page pp. Table s www. http:// @ x.uk/ a@b.c # & = + _ ° ' ’ 's ’s " +
  'at least most more than fewer less minimum maximum up over under just excess region order some nearly ' +
  'plus odd so am st th COVID-19 +44 020 7946 0018 ... .. … >= <= ~ \u00a0 \u2009 \u202f \u2028 \ufeff \u0301 é ' +
  'Ñ 中 😀 \ud83d \0 only no this each another first other latter'
).split(' ');
const PLAIN =
  'trusts said that were working there with boards while others went home again later on'.split(
    ' ',
  );

const plainWords = fc
  .array(fc.constantFrom(...PLAIN), { maxLength: 26 })
  .map((words) => ` ${words.join(' ')} `);
const joint = fc.constantFrom(' ', ' ', ' ', ' ', '', '\n', '\r\n', '\t', '\u00a0');
const decisive = fc
  .array(fc.tuple(fc.constantFrom(...PARTS), joint), { minLength: 1, maxLength: 9 })
  .map((parts) => parts.flat().join(''));

/** Runs of decisive words and signs, apart from one another by up to 26 plain words. */
export const figureText: fc.Arbitrary<string> = fc
  .array(fc.oneof(decisive, plainWords), { minLength: 1, maxLength: 9 })
  .map((parts) => parts.join(''));

/** A few decisive words, as a value or a quote has them. */
export const shortFigureText: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...PARTS, ...PLAIN), joint), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.flat().join('').trim());
