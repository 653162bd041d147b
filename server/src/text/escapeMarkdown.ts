/** Control characters, direction marks and overrides, unseen characters and tag characters. */
const UNSEEN =
  // eslint-disable-next-line no-control-regex -- these are what is to be removed
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Text from a file on one line, as it is but for characters that nobody sees. */
export function visibleLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(UNSEEN, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** These mean something to Markdown wherever they stand. */
const ALWAYS = /[\\`*_[\]<>&|~!$]/g;

/** These begin a heading, a list, a quotation, a rule or a table, at the start of a line only. */
const AT_START = /^(?:[-+=#:]|\d{1,9}(?=[.)]))/;

/** A line of words and figures in which nothing is to be escaped or left out: most of what is shown. */
const PLAIN = /^[a-z\d£](?:[a-z\d£%,;'’/–-]| (?=\S))*$/i;

const WORD_JOINER = '\u2060';

/**
 * Text from a file, made inert for a Markdown hover: one line, in which no link, image, HTML,
 * code, emphasis, heading or list can arise, whatever stands before it. Addresses stay readable
 * but are broken by an unseen word joiner, since some renderers link them even when escaped.
 */
export function escapeMarkdown(text: string): string {
  if (PLAIN.test(text)) {
    return text;
  }
  return visibleLine(text)
    .replace(ALWAYS, '\\$&')
    .replace(AT_START, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/:(?=\/\/)|(?<=www)(?=\.)|(?=@)|(?<=(?:mailto|xmpp):)/gi, `$&${WORD_JOINER}`);
}
