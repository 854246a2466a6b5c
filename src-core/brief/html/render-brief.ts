import type { World } from '../../geo/world'
import type { Brief } from '../brief'
import { escapeHtml } from './escape'
import { renderBlock } from './render-blocks'
import { briefStyle } from './style'

/**
 * One self-contained HTML document: style, fonts (`fontCss`, data URLs) and figures inside, no script and no reference out;
 * its own policy forbids both. Same brief, same bytes.
 */
export function renderBrief(brief: Brief, world: World, fontCss: string): string {
  const facts: [string, string | undefined][] = [
    ['Date', brief.date],
    ['Information cut-off', brief.cutOff ?? 'no source is dated'],
    ['Author', brief.author],
    ['Marking', brief.tlp],
  ]
  const blocks = brief.blocks.map((block) => renderBlock(block, world)).join('\n')
  return `<!doctype html>
<html lang="${brief.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${escapeHtml(brief.title)}</title>
<style>${fontCss}${briefStyle(brief.tlp, brief.title)}</style>
</head>
<body>
<div class="label">${brief.tlp}</div>
<h1>${escapeHtml(brief.title)}</h1>
<dl class="facts">${facts.map(([name, value]) => (value ? `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>` : '')).join('')}</dl>
${anchorFirstCitations(blocks)}
<div class="label foot">${brief.tlp}</div>
</body>
</html>
`
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
