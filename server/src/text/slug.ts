/** Ids: kebab-case slugs, as a pattern for the JSON Schema. */
export const slugPattern = '^[a-z0-9]+(?:-[a-z0-9]+)*$';

const slug = new RegExp(slugPattern, 'u');

export function isSlug(text: string): boolean {
  return slug.test(text);
}

/** The slug nearest to some words: `kings-fund` for “King’s Fund”; empty where nothing is left. */
export function slugOf(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
