import type { World } from '../../geo/world'
import type { Brief } from '../brief'
import { escapeHtml } from './escape'
import { renderBlock } from './render-blocks'
import { briefStyle } from './style'

/**
 * One self-contained HTML document: style, fonts (`fontCss`, data URLs) and figures inside, no script and no reference out;
 * its own policy forbids both. Same brief, same bytes. `pages`: the page on which each block starts, as a first printing
 * showed it; without it the table of contents has links and no numbers.
 */
export function renderBrief(
  brief: Brief,
  world: World,
  fontCss: string,
  pages: readonly number[] = [],
): string {
  const facts: [string, string | undefined][] = [
    ['Report number', brief.number],
    ['Requirement', brief.requirement],
    ['Date', brief.date],
    ['Information cut-off', brief.cutOff ?? 'no source is dated'],
    ['Author', brief.author],
    ['Version', String(brief.version)],
    ['Marking', brief.tlp],
  ]
  const html = brief.blocks.map((block, i) => renderBlock(block, world, anchorOf(i))).join('\n')
  const blocks = brief.ink === 'greyscale' ? inGrey(html) : html
  return `<!doctype html>
<html lang="${brief.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${escapeHtml(brief.title)}</title>
<style>${fontCss}${briefStyle(brief)}</style>
</head>
<body${brief.ink === 'greyscale' ? ' class="grey"' : ''}>
<div class="label">${brief.tlp}</div>
<h1>${escapeHtml(brief.title)}</h1>
<dl class="facts">${facts.map(([name, value]) => (value ? `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>` : '')).join('')}</dl>
${renderContents(brief, pages)}
${anchorFirstCitations(blocks)}
<div class="label foot">${brief.tlp}</div>
</body>
</html>
`
}

function anchorOf(index: number): string {
  return `s${index + 1}`
}

/** Chromium knows no `target-counter`: page numbers come from a first printing. */
function renderContents({ blocks }: Brief, pages: readonly number[]): string {
  const rows = blocks.map(
    ({ heading }, i) =>
      `<li><a href="#${anchorOf(i)}"><span>${escapeHtml(heading)}</span><span class="page">${pages[i] ?? ''}</span></a></li>`,
  )
  return `<nav aria-label="Contents"><ol>\n${rows.join('\n')}\n</ol></nav>`
}

/** Gives the first citation of each number an id, so that the annex can lead back to it. */
function anchorFirstCitations(html: string): string {
  const seen = new Set<string>()
  return html.replace(/<a class="cite" href="#q(\d+)">/g, (link, number: string) => {
    if (seen.has(number)) return link
    seen.add(number)
    return `<a class="cite" id="c${number}" href="#q${number}">`
  })
}

/** Every colour as the grey of its luminance (ITU-R BT.601): drawn as lines still, as a filter would not be. */
function inGrey(html: string): string {
  return html.replace(/#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b/gi, (_, ...parts: string[]) => {
    const [red = 0, green = 0, blue = 0] = parts.slice(0, 3).map((hex) => parseInt(hex, 16))
    const grey = Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
    return `#${grey.toString(16).padStart(2, '0').repeat(3)}`
  })
}
