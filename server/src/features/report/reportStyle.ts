/*
 * How the page looks: light and dark as the reader's device asks, on a telephone, and on paper. The
 * colours are variables, so that an editor can put those of its theme in their place.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1b1b; --quiet: #555555; --line: #c8c8c8; --shade: #f3f4f6;
  --link: #0b57a4; --mark: #fff2a8; --on-mark: #1b1b1b;
  --error: #a4161a; --warning: #7a4b00; --information: #0b57a4; --hint: #555555;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181a1b; --ink: #e8e6e3; --quiet: #b5b2ad; --line: #4a4d50; --shade: #232628;
    --link: #8ab8ff; --mark: #574b00; --on-mark: #ffffff;
    --error: #ff9a94; --warning: #f2c268; --information: #8ab8ff; --hint: #b5b2ad;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1rem 1.25rem 3rem; max-width: 75rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0 .5rem; }
h2 { font-size: 1.35rem; border-bottom: 2px solid var(--line); padding-bottom: .25rem; margin: 2.5rem 0 1rem; }
h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
h5 { font-size: 1rem; margin: 0 0 .5rem; }
p { margin: 0 0 .5rem; }
a { color: var(--link); text-decoration: underline; }
a:focus-visible, .wide:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip a { position: absolute; left: -100vw; background: var(--paper); padding: .5rem; }
.skip a:focus { left: .5rem; top: .5rem; z-index: 1; }
.actions a {
  display: inline-block; border: 1px solid var(--line); border-radius: .25rem; padding: .35rem .8rem;
  margin: 0 .5rem .5rem 0; text-decoration: none;
}
nav ul { padding-left: 1.25rem; margin: 0; }
nav .many { columns: 16rem auto; }
.note, .from { color: var(--quiet); font-size: .9rem; }
.finding {
  border: 1px solid var(--line); border-left: .35rem solid var(--hint); border-radius: .25rem;
  padding: .75rem 1rem; margin: .75rem 0;
}
.finding.error { border-left-color: var(--error); }
.finding.warning { border-left-color: var(--warning); }
.finding.information { border-left-color: var(--information); }
.severity { text-transform: uppercase; font-size: .75rem; letter-spacing: .04em; color: var(--hint); }
.error .severity { color: var(--error); }
.warning .severity { color: var(--warning); }
.information .severity { color: var(--information); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: .75rem 1.5rem; }
.label { font-weight: 600; }
.value { font-size: 1.15rem; }
.why { margin-top: .5rem; }
.judged { border-left: .25rem solid var(--line); padding-left: .75rem; }
blockquote { margin: .25rem 0 .5rem; padding: .4rem .75rem; background: var(--shade); border-left: .2rem solid var(--line); }
blockquote p { margin: 0; }
mark { background: var(--mark); color: var(--on-mark); padding: 0 .1em; }
.wide { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; overflow-wrap: normal; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
thead th { background: var(--shade); }
tbody th { font-weight: 600; }
#facts table { table-layout: fixed; min-width: 58rem; overflow-wrap: break-word; }
#facts :is(th, td):nth-child(1) { width: 12%; }
#facts :is(th, td):nth-child(2) { width: 14%; }
#facts :is(th, td):nth-child(3) { width: 12%; }
#facts :is(th, td):nth-child(4) { width: 11%; }
#facts :is(th, td):nth-child(5) { width: 10.5%; }
#facts :is(th, td):nth-child(6) { width: 15.5%; }
#facts :is(th, td):nth-child(7) { width: 15.5%; }
#facts :is(th, td):nth-child(8) { width: 9.5%; }
#summary table { width: auto; min-width: 50%; }
code { font-family: ui-monospace, "Cascadia Mono", Menlo, "Liberation Mono", monospace; font-size: .95em; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .5rem; color: var(--quiet); font-size: .9rem; }
@media print {
  @page { margin: 15mm; }
  :root {
    --paper: #ffffff; --ink: #000000; --quiet: #444444; --line: #999999; --shade: #f0f0f0; --link: #000000;
    --mark: #e8e8e8; --on-mark: #000000; --error: #000000; --warning: #000000; --information: #000000; --hint: #000000;
  }
  html { font-size: 10pt; }
  body { padding: 0; max-width: none; }
  .skip, .actions { display: none; }
  mark { font-weight: 600; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .wide { overflow: visible; }
  table { font-size: 7.5pt; overflow-wrap: break-word; }
  th, td { padding: .25rem; }
  #facts table { min-width: 0; hyphens: auto; }
  thead { display: table-header-group; }
  tr, .side, .finding, .wide.short { break-inside: avoid; }
  caption, thead, h1, h2, h3, h4, h5, h4 + p { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
}
`;

/** In VS Code's webview: the colours of the theme, in every theme; the page follows no other device. */
export const editorStyle = `
:root, :root:root {
  --paper: var(--vscode-editor-background); --ink: var(--vscode-editor-foreground);
  --quiet: var(--vscode-editor-foreground); --line: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, #80808080));
  --shade: var(--vscode-textBlockQuote-background, transparent); --link: var(--vscode-textLink-foreground);
  --mark: transparent; --on-mark: inherit;
  --error: var(--vscode-editor-foreground); --warning: var(--vscode-editor-foreground);
  --information: var(--vscode-editor-foreground); --hint: var(--vscode-editor-foreground);
}
html { font-size: var(--vscode-font-size); }
body { font-family: var(--vscode-font-family); font-size: 1rem; }
main a, nav a { text-decoration: underline; }
mark { font-weight: 600; text-decoration: underline; }
.finding { border-left-width: 1px; }
.finding.error { border-left: .35rem solid var(--vscode-editorError-foreground, currentcolor); }
.finding.warning { border-left: .35rem solid var(--vscode-editorWarning-foreground, currentcolor); }
.finding.information { border-left: .35rem solid var(--vscode-editorInfo-foreground, currentcolor); }
`;
