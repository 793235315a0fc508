/** How a page looks that stands alone, on a screen, on a telephone and printed. */
export const STYLE = `
body { margin: 0; color: #0b0c0c; background: #fff; font: 1.1875rem/1.45 Arial, Helvetica, sans-serif; overflow-wrap: anywhere; }
main { max-width: 44em; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; margin: 1.6em 0 0.6em; }
h1 { margin-top: 0.5em; font-size: 2rem; } h2 { font-size: 1.5rem; } h3 { font-size: 1.25rem; } h4, h5, h6 { font-size: 1.1875rem; }
p { margin: 0 0 1em; }
a { color: #1a65a6; } a:focus, [tabindex]:focus { outline: 3px solid #fd0; outline-offset: 0; }
table { width: 100%; margin: 0 0 1.5em; border-collapse: collapse; }
caption { padding: 0.5em 0; font-weight: 700; text-align: left; }
th, td { padding: 0.5em 1em 0.5em 0; border-bottom: 1px solid #b1b4b6; text-align: left; vertical-align: top; overflow-wrap: normal; }
dl > div { display: flex; flex-wrap: wrap; gap: 0 1em; padding: 0.5em 0; border-bottom: 1px solid #b1b4b6; }
dt { flex: 1 1 10em; font-weight: 700; } dd { flex: 2 1 16em; margin: 0; }
[role="note"] { margin: 1.5em 0; padding: 0.75em 1em 0.01em; border-left: 8px solid #1a65a6; background: #f3f2f1; }
.app-wide { overflow-x: auto; }
.app-number { display: inline-block; min-width: 2.5em; }
.app-only-in { color: #484949; font-size: 0.875em; }
.app-page-break { margin: 2em 0; border: 0; border-top: 1px solid #b1b4b6; }
.app-two-languages { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5em; }
@media (max-width: 40em) { .app-two-languages { grid-template-columns: 1fr; } .app-wide table:has(th:nth-child(4)) { min-width: 36em; } }
@media print { body { font-size: 12pt; } main { max-width: none; padding: 0; } .app-page-break { visibility: hidden; break-after: page; } h2, h3, h4, h5, h6, caption { break-after: avoid; } tr { break-inside: avoid; } }
`;
