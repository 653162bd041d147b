import type { Page } from 'playwright-core';

/** A word as it is drawn: its text, its colours as CSS has them, and their contrast (WCAG 2.2, 1 to 21). */
export interface DrawnWord {
  readonly text: string;
  readonly colour: string;
  readonly background: string;
  readonly contrast: number;
}

/** The words of the active editor that are in view, each colour once, the least legible first. */
export async function drawnWords(page: Page): Promise<DrawnWord[]> {
  const words = await page.evaluate(() => {
    const editor = document.querySelector('.editor-group-container.active .monaco-editor');
    if (editor === null) return [];
    const background = getComputedStyle(editor).backgroundColor;
    return Array.from(editor.querySelectorAll('.view-line span'))
      .filter(({ children, textContent }) => {
        return children.length === 0 && textContent.trim() !== '';
      })
      .map((span) => ({
        text: span.textContent,
        colour: getComputedStyle(span).color,
        background,
      }));
  });
  const seen = new Map(words.map((word) => [word.colour, word]));
  return [...seen.values()]
    .map((word) => ({ ...word, contrast: contrast(word.colour, word.background) }))
    .sort((a, b) => a.contrast - b.contrast);
}

/** The contrast of two opaque colours, `rgb(R, G, B)`. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const parts = (colour.match(/[\d.]+/gu) ?? []).slice(0, 3).map(Number);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
