/** How far around an offset a number may reach: longer runs of digits are not figures. */
export const NUMBER_REACH = 40;

const COMMA = 0x2c;
const STOP = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function isOfNumber(code: number): boolean {
  return isDigit(code) || code === COMMA || code === STOP;
}

/** A number with thousands commas or a decimal point, or a plain run of digits. */
const NUMBER = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g;

/** `30.05.2006` and `10.1.2`: dates and section numbers, where each part stands alone. */
const DOTTED = /^\d+(?:\.\d+){2,}$/;

/**
 * Whether a stretch that begins or ends at `offset` would cut a number in two, as "5" cuts "152",
 * "1,5" cuts "1,500" and "2" cuts "2.6".
 */
export function cutsNumber(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  if (!isOfNumber(before) || !isOfNumber(after)) return false;
  if (isDigit(before) && isDigit(after)) return true;
  const head = /[\d.,]*$/.exec(text.slice(Math.max(0, offset - NUMBER_REACH), offset))?.[0] ?? '';
  const tail = /^[\d.,]*/.exec(text.slice(offset, offset + NUMBER_REACH))?.[0] ?? '';
  const around = head + tail;
  if (DOTTED.test(around)) return false;
  for (const match of around.matchAll(NUMBER)) {
    if (match.index < head.length && head.length < match.index + match[0].length) return true;
  }
  return false;
}

const NUMBER_WORDS = [
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve',
  'thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen',
  'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety',
  'hundreds?|thousands?|millions?|billions?|trillions?|dozens?',
  'half|halves|halved?|halving|thirds?|quarters?|double[ds]?|treble[ds]?|triple[ds]?|twice|once',
  'first|second|fourth|fifth|sixth|seventh|eighth|ninth|tenth',
  // A denial turns a statement round as surely as another figure does.
  'not|no|never|none|nor|neither|without|cannot',
].join('|');

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Sept?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec';

const SCALES = 'bn|tn|m|k|million|billion|trillion|thousand|hundred|per cent|percent|pc|%';

const TOKENS = new RegExp(
  [
    `(?<sign>(?:(?<![\\w)])-\\s?)?[£$€]?)(?<digits>\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?:\\s?(?<scale>${SCALES})(?![A-Za-z]))?`,
    `\\b(?<word>${NUMBER_WORDS})\\b`,
    `(?<negated>n't)\\b`,
  ].join('|'),
  'gi',
);

const MONTH_NAMES = new RegExp(`\\b(${MONTHS})\\b`, 'g');

/**
 * What must not differ between a quote and a passage offered in its place: the numbers with their
 * scale and currency, number words, denials and (capitalised) months, each list in order.
 * Spelling that changes no figure is levelled: `1,500` is `1500`, `30 per cent` is `30%`.
 * The text must be folded.
 */
export function figuresIn(folded: string): string {
  const tokens: string[] = [];
  for (const { groups } of folded.matchAll(TOKENS)) {
    if (groups?.['digits'] !== undefined) {
      const sign = (groups['sign'] ?? '').replace(/\s/g, '');
      tokens.push(sign + groups['digits'].replaceAll(',', '') + scaleOf(groups['scale']));
    } else if (groups?.['negated'] !== undefined || groups?.['word'] === 'cannot') {
      tokens.push('not');
    } else {
      tokens.push((groups?.['word'] ?? '').toLowerCase());
    }
  }
  const months = [...folded.matchAll(MONTH_NAMES)].map(([month]) => month.slice(0, 3));
  return `${tokens.join(' ')} ${months.join(' ')}`;
}

/**
 * Whether a text, however it spells numbers, has none such as one of these words' numbers: then no passage
 * of it has the same figures. Both must be folded.
 */
export function lacksNumberOf(text: string, words: string): boolean {
  for (const { groups } of words.matchAll(TOKENS)) {
    const digits = groups?.['digits'];
    if (digits !== undefined && !spellings(digits).some((spelling) => text.includes(spelling))) {
      return true;
    }
  }
  return false;
}

/** All that {@link figuresIn} takes for the same digits: with thousands commas, or without the first ones of them. */
function spellings(digits: string): readonly string[] {
  const [whole = '', ...decimals] = digits.replaceAll(',', '').split('.');
  const rest = decimals.map((part) => `.${part}`).join('');
  const all = [whole + rest];
  let tail = '';
  for (let end = whole.length; end > THOUSAND; end -= THOUSAND) {
    tail = `,${whole.slice(end - THOUSAND, end)}${tail}`;
    all.push(whole.slice(0, end - THOUSAND) + tail + rest);
  }
  return all;
}

/** Digits between two thousands commas. */
const THOUSAND = 3;

function scaleOf(written: string | undefined): string {
  switch (written?.toLowerCase()) {
    case undefined:
      return '';
    case 'bn':
      return 'billion';
    case 'tn':
      return 'trillion';
    case 'm':
      return 'million';
    case 'k':
      return 'thousand';
    case 'per cent':
    case 'percent':
    case 'pc':
      return '%';
    default:
      return written?.toLowerCase() ?? '';
  }
}
