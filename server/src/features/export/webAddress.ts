/** A web address that others may follow: absolute, `http` or `https`; undefined for any other text. */
export function webAddress(text: string | null | undefined): string | undefined {
  return /^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(text ?? '') && URL.canParse(text ?? '')
    ? (text ?? undefined)
    : undefined;
}
