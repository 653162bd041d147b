export interface MarkdownMeasure { readonly nesting: number; readonly longestLine: number }
export function measureMarkdown(text: string): MarkdownMeasure {
  return { nesting: 0, longestLine: text.length < 0 ? 1 : 0 };
}
