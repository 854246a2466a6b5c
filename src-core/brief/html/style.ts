import type { TlpMarking } from '../../model/report'
import type { Brief } from '../brief'

/** TLP 2.0 text colours on black (FIRST, TLP 2.0, section 3). */
const tlpColours: Readonly<Record<TlpMarking, string>> = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:AMBER': '#ffc000',
  'TLP:GREEN': '#33ff00',
  'TLP:CLEAR': '#ffffff',
}

/**
 * The document's style. The TLP label stands right-justified at 12 pt in header and footer of every page; page n of m in
 * the foot; tables repeat their header and never run off the page.
 */
export function briefStyle({ tlp, title, paper }: Pick<Brief, 'tlp' | 'title' | 'paper'>): string {
  const label = `content: "${tlp}"; background: #000; color: ${tlpColours[tlp]}; font: 700 12pt/8mm Inter; width: ${tlp.length * 2.7 + 8}mm; height: 8mm; margin: auto 0; padding-right: 3mm; text-align: right; vertical-align: middle; white-space: nowrap;`
  const quiet = 'font: 8pt Inter; color: #55606b; vertical-align: middle;'
  return `
@page { size: ${paper}; margin: 22mm 18mm 20mm;
  @top-left { content: "${cssString(title)}"; ${quiet} }
  @top-right { ${label} }
  @bottom-left { content: "Page " counter(page) " of " counter(pages); ${quiet} }
  @bottom-right { ${label} } }
:root { --ink: #1b2733; --quiet: #55606b; --line: #c9ced3; color-scheme: light; }
* { box-sizing: border-box; }
html { font: 10pt/1.5 "Source Serif 4", "Noto Sans TC", "Noto Sans SC", "Noto Sans JP", "Noto Sans KR", "Noto Sans Arabic", serif; color: var(--ink); background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; text-rendering: geometricPrecision; }
body { max-width: 174mm; margin: 0 auto; }
h1, h2, th, td, figcaption, .facts, .source, .note, nav { font-family: Inter, "Noto Sans TC", "Noto Sans SC", "Noto Sans JP", "Noto Sans KR", "Noto Sans Arabic", sans-serif; }
h1 { font-size: 20pt; line-height: 1.2; font-weight: 600; margin: 0 0 3mm; }
h2 { font-size: 12pt; font-weight: 600; margin: 8mm 0 2mm; border-top: .3pt solid var(--line); padding-top: 3mm; break-after: avoid; }
p { margin: 0 0 2mm; orphans: 3; widows: 3; }
strong { font-weight: 600; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .6mm 5mm; font-size: 8.5pt; margin: 0 0 4mm; }
.facts dt { color: var(--quiet); } .facts dd { margin: 0; }
nav ol { list-style: none; margin: 0; padding: 2mm 0 0; columns: 2; column-gap: 10mm; font-size: 8.5pt; border-top: .3pt solid var(--line); }
nav li { break-inside: avoid; } nav a { display: flex; justify-content: space-between; gap: 3mm; padding: .4mm 0; } nav .page { font-variant-numeric: tabular-nums; color: var(--quiet); }
.label { display: none; }
a { color: inherit; text-decoration: none; }
a.cite { font: 600 7.5pt Inter; color: #0b4f86; vertical-align: .25em; line-height: 0; }
figure { margin: 3mm 0 0; break-inside: avoid; }
figure svg { width: 100%; height: auto; display: block; max-height: 225mm; }
figcaption { font-size: 8pt; color: var(--quiet); margin-top: 1.5mm; }
table { width: 100%; border-collapse: collapse; font-size: 8.2pt; line-height: 1.35; font-variant-numeric: tabular-nums; table-layout: auto; }
thead { display: table-header-group; } tr { break-inside: avoid; }
th { text-align: left; font-weight: 600; border-bottom: .8pt solid var(--ink); padding: 1mm 2mm 1mm 0; vertical-align: bottom; }
td { border-bottom: .3pt solid var(--line); padding: 1.1mm 2mm 1.1mm 0; vertical-align: top; overflow-wrap: break-word; }
.outcome { white-space: nowrap; } .outcome svg { width: 9mm; height: 3mm; vertical-align: -.4mm; margin-right: 1.2mm; }
code { font: 6.6pt/1.35 Inter; font-variant-numeric: tabular-nums; letter-spacing: .01em; overflow-wrap: anywhere; }
ol.quotations { list-style: none; margin: 0; padding: 0; }
ol.quotations li { display: grid; grid-template-columns: 9mm 1fr; margin: 0 0 3mm; break-inside: avoid; }
ol.quotations .number { font: 600 8.5pt/1.75 Inter; }
blockquote { margin: 0; padding-left: 3mm; border-left: .8pt solid var(--line); }
.source { font-size: 7.5pt; color: var(--quiet); margin-top: .6mm; padding-left: 3mm; overflow-wrap: anywhere; }
p.judgement, p.assumption { padding-left: 24mm; position: relative; }
.kind { position: absolute; left: 0; width: 22mm; font: 600 7.5pt/1.9 Inter; color: var(--quiet); }
.confidence { color: var(--quiet); }

.grey a.cite { color: inherit; }
.note { font-size: 7.5pt; color: var(--quiet); margin-top: 1.5mm; }
@media screen { html { background: #e9e6df; } body { background: #fff; padding: 14mm 16mm; max-width: 210mm; min-height: 297mm; }
  .label { display: block; width: max-content; margin: 0 0 6mm auto; padding: 1mm 2.5mm; background: #000; color: ${tlpColours[tlp]}; font: 700 12pt Inter; }
  .label.foot { margin: 10mm 0 0 auto; } }
`
}

/** A CSS string's inside: quotes, backslashes and line ends escaped, and no way out of the style element. */
function cssString(text: string): string {
  return text.replace(/["\\\n\r\f<]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)
}
