import { buildBrief } from '@core/brief/build-brief'
import { renderBrief } from '@core/brief/html/render-brief'
import { readWorld } from '@core/geo/world'
import { describe, expect, it } from 'vitest'
import { worldJson } from '../../../resources/world/index'
import { aCase, actor, kenya, taiwan } from './a-case'

const world = readWorld(worldJson)

describe('renderBrief', () => {
  it('makes one document without a script or a reference out', async () => {
    const html = await briefHtml('Grey Lantern breached Taiwan.')
    expect(html).not.toMatch(/<script|<link|<iframe|javascript:|\son\w+=/i)
    expect(
      [...html.matchAll(/(?:href|src|url)\s*[=(]\s*["']?([^"')\s>]+)/g)]
        .map(([, target]) => target)
        .filter((target) => !/^(#|data:)/.test(target ?? '')),
    ).toEqual([])
    expect(html).toContain("default-src 'none'")
  })

  it('shows hostile names and titles as text', async () => {
    const html = await briefHtml(
      'Grey Lantern breached Taiwan <img src=x onerror=alert(1)></style><script>.',
      '</style><script>alert(1)</script>',
    )
    expect(html).not.toMatch(/<script|<img/i)
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  it('leads from each citation to its quotation and back', async () => {
    const html = await briefHtml('Grey Lantern breached Taiwan.')
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(2)
    for (const target of targets) expect(ids).toContain(target)
  })

  it('has no id twice', async () => {
    const ids = [
      ...(await briefHtml('Grey Lantern breached Taiwan.')).matchAll(/ id="([^"]+)"/g),
    ].map(([, id]) => id)
    expect(ids.length).toBe(new Set(ids).size)
  })

  it('carries the marking for header and footer of every page', async () => {
    const html = await briefHtml('Grey Lantern breached Taiwan.')
    expect(html).toMatch(/@top-right \{ content: "TLP:AMBER\+STRICT"/)
    expect(html).toMatch(/@bottom-right \{ content: "TLP:AMBER\+STRICT"/)
  })

  it('is the same bytes for the same case and date', async () => {
    expect(await briefHtml('Grey Lantern breached Taiwan.')).toBe(
      await briefHtml('Grey Lantern breached Taiwan.'),
    )
  })
})

async function briefHtml(sentence: string, title = 'A title'): Promise<string> {
  const { view, textOf } = aCase([
    {
      name: title,
      publisher: 'Harbour Lab',
      tlp: 'TLP:AMBER+STRICT',
      text: `${sentence} It probably targeted Kenya.`,
      statements: [
        { predicate: 'targets', target: taiwan, outcome: 'compromised', sentence },
        {
          predicate: 'targets',
          target: kenya,
          outcome: 'targeted',
          hedged: true,
          sentence: 'It probably targeted Kenya.',
        },
      ],
    },
  ])
  const brief = await buildBrief(view, {
    actor,
    date: '2025-05-01',
    countries: world.countries,
    textOf,
    place: (model) => Promise.resolve(model.nodes.flatMap((_, i) => [i * 50, i * 30])),
    producer: 'Gnomon test',
    title,
  })
  return renderBrief(brief, world, '')
}
