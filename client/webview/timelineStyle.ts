/** The colours of a picture, each as CSS takes it. */
export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly focus: string;
  readonly fact: string;
  readonly commitment: string;
  readonly expectation: string;
  readonly denied: string;
  readonly deprecated: string;
  readonly conflict: string;
}

/** The theme's: a change of theme changes them at once. */
export const themeColours: Colours = {
  paper: 'var(--vscode-editor-background)',
  ink: 'var(--vscode-editor-foreground)',
  faint: 'var(--vscode-descriptionForeground, var(--vscode-editor-foreground))',
  focus: 'var(--vscode-focusBorder)',
  fact: 'var(--vscode-charts-blue)',
  commitment: 'var(--vscode-charts-purple)',
  expectation: 'var(--vscode-charts-green)',
  denied: 'var(--vscode-charts-red)',
  deprecated: 'var(--vscode-descriptionForeground, var(--vscode-editor-foreground))',
  conflict: 'var(--vscode-editorError-foreground, var(--vscode-errorForeground))',
};

/** A saved picture's own: dark on white, each at least 4.5 : 1. */
export const paperColours: Colours = {
  paper: '#ffffff',
  ink: '#1f1f1f',
  faint: '#595959',
  focus: '#005fb8',
  fact: '#0b62b5',
  commitment: '#652d90',
  expectation: '#2a6b27',
  denied: '#b01011',
  deprecated: '#595959',
  conflict: '#b01011',
};

const states = ['fact', 'commitment', 'expectation', 'denied', 'deprecated'] as const;

/** The rules of a picture's style sheet: the same on the page and in a saved file. */
export function pictureStyle(colours: Colours): string {
  const { paper, ink, faint, focus, conflict } = colours;
  return `
.picture { background: ${paper}; color: ${ink}; font-family: system-ui, -apple-system, "Segoe UI", sans-serif; font-size: 12px; }
.picture svg { overflow: visible; }
.picture text { fill: ${ink}; font-size: 12px; white-space: pre; }
.picture .paper { fill: ${paper}; }
.picture .heading { font-size: 16px; font-weight: 600; }
.picture .series { font-size: 13px; font-weight: 600; }
.picture .faint, .picture [aria-label*="tick label"] text, .picture [aria-label*="axis label"] text { fill: ${faint}; }
.picture [aria-label*="tick"] path, .picture [aria-label*="tick"] line { stroke: ${faint}; }
.picture [aria-label*="grid"] line, .picture .row { stroke: ${faint}; stroke-opacity: 0.25; }
.picture .mark { cursor: pointer; outline: none; }
.picture .hit { fill: transparent; stroke: none; }
.picture .ring { fill: none; stroke: none; }
.picture .mark:hover .ring { stroke: ${faint}; stroke-width: 1; }
.picture .mark:focus .ring, .picture .mark.current .ring { stroke: ${focus}; stroke-width: 2; }
.picture .label { stroke: ${paper}; stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; }
.picture .conflict { fill: ${conflict}; font-size: 15px; font-weight: 700; }
.picture .event line { stroke: ${ink}; stroke-width: 1; stroke-dasharray: 1 3; }
.picture .event .band { fill: ${ink}; fill-opacity: 0.08; }
.picture .event path { fill: ${ink}; }
.picture .leader { stroke: ${faint}; stroke-width: 1; }
.picture .deprecated text { text-decoration: line-through; }
${states
  .map(
    (state) => `.picture .${state} .held { fill: ${colours[state]}; }
.picture .${state} .maybe { stroke: ${colours[state]}; stroke-width: 1.5; stroke-dasharray: 4 3; }
.picture .${state} .whisker, .picture .${state} .arrow { stroke: ${colours[state]}; stroke-width: 1.5; fill: none; }
.picture .${state} .sign { fill: ${colours[state]}; stroke: ${colours[state]}; stroke-width: 1.5; }
.picture .${state} .sign.hollow { fill: ${paper}; }`,
  )
  .join('\n')}
`.trim();
}
