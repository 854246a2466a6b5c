import { strFromU8, unzipSync } from 'fflate'
import { exportFormats } from '@core/exchange/export-formats'
import { lintCase } from '@core/exchange/lint/lint-case'
import { createNoteNames, noteName } from '@core/exchange/markdown/note-names'
import { plainMarkdown } from '@core/exchange/markdown/markdown-text'
import { toMarkdown, zippedNotes } from '@core/exchange/markdown/to-markdown'
import { toMisp } from '@core/exchange/misp/to-misp'
import { toNavigatorLayer } from '@core/exchange/navigator'
import { writeExport } from '@core/exchange/write-export'
import { caseView } from '@core/case/fold-case'
import { readWorld } from '@core/geo/world'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { worldJson } from '../../../resources/world'
import { aLink, aLog, anEntity, aPart, aReport, importing } from '../../support/case-builders'
import { exampleMaterial, richCase } from './an-export'

const rich = () => ({ ...exampleMaterial(), view: richCase(), textOf: () => 'word '.repeat(100) })

describe('a MISP event', () => {
  const { Event: event } = toMisp(rich())

  it('holds what MISP’s core format asks of an event and an attribute', () => {
    expect(event).toMatchObject({
      published: false,
      distribution: '0',
      date: '2026-11-21',
      timestamp: '1795255200',
    })
    for (const { uuid, type, category, value } of event.Attribute) {
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect([type, category, value].every((part) => part !== '')).toBe(true)
    }
    expect(new Set(event.Attribute.map(({ uuid }) => uuid)).size).toBe(event.Attribute.length)
  })

  it('marks indicators for detection and nothing else', () => {
    const detected = event.Attribute.filter((one) => one.to_ids).map(({ type, value }) => [
      type,
      value,
    ])
    expect(detected).toEqual(
      expect.arrayContaining([
        ['domain', 'evil.example'],
        ['ip-dst', '10.0.0.0/8'],
        ['md5', 'd41d8cd98f00b204e9800998ecf8427e'],
      ]),
    )
    expect(detected.every(([type]) => ['domain', 'ip-dst', 'md5', 'url'].includes(type!))).toBe(
      true,
    )
    expect(event.Attribute.some(({ type }) => type === 'sha256')).toBe(false)
  })

  it('tags marking, techniques, actors and countries, and keeps sentences as comments', () => {
    const names = event.Tag.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining([
        'tlp:amber+strict',
        'misp-galaxy:mitre-attack-pattern="Phishing - T1566.001"',
      ]),
    )
    const comments = toMisp(exampleMaterial()).Event.Attribute.filter(
      ({ type }) => type === 'comment',
    )
    expect(comments.map(({ value }) => value)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('“Grey Lantern breached ministries in Taiwan.” (Northwind Labs'),
      ]),
    )
  })
})

describe('an ATT&CK Navigator layer', () => {
  const [one, two] = ['One', 'Two'].map((name) => anEntity('actor', name))
  const techniques = ['T1566', 'T1059.001', 'T1003'].map((id) =>
    anEntity('technique', id, { ref: id }),
  )
  const uses = (actor: typeof one, place: number, polarity: 'asserted' | 'denied' = 'asserted') =>
    aLink(actor!.id, techniques[place]!.id, { predicate: 'uses', polarity })
  const part = aPart(
    aReport(1),
    [one!, two!, ...techniques],
    [uses(one, 0), uses(one, 1), uses(two, 0), uses(two, 2, 'denied')],
  )
  const view = caseView([part.reading], [part.report], aLog(importing(1)))
  const material = { ...exampleMaterial(), view, textOf: () => 'word '.repeat(20) }

  it('shows of one actor what it is said to use', () => {
    const layer = toNavigatorLayer(material, [two!.id])
    expect(layer).toMatchObject({
      name: 'Two',
      domain: 'enterprise-attack',
      versions: { layer: '4.5' },
    })
    expect(layer.techniques.map(({ techniqueID }) => techniqueID)).toEqual(['T1566'])
  })

  it('compares two: each technique in the colour of who uses it, parents unfolded', () => {
    const layer = toNavigatorLayer(material, [one!.id, two!.id])
    const byId = new Map(layer.techniques.map((technique) => [technique.techniqueID, technique]))
    expect(layer.legendItems.map(({ label }) => label)).toEqual(['Only One', 'Only Two', 'Both'])
    expect(byId.get('T1566')).toMatchObject({ score: 2, color: layer.legendItems[2]!.color })
    expect(byId.get('T1059.001')).toMatchObject({ score: 1, color: layer.legendItems[0]!.color })
    expect(byId.get('T1059')).toMatchObject({ score: 0, showSubtechniques: true })
    expect(byId.has('T1003')).toBe(false)
  })

  it('shows every technique of the case where no actor is chosen', () => {
    expect(
      toNavigatorLayer(material, []).techniques.map(({ techniqueID }) => techniqueID),
    ).toContain('T1003')
  })
})

describe('Markdown notes', () => {
  const notes = toMarkdown(rich())
  const names = notes.map(({ path }) => path.slice(path.lastIndexOf('/') + 1, -3))

  it('has one note a thing under a name of its own, and no link that leads nowhere', () => {
    expect(notes).toHaveLength(1 + richCase().entities.size + richCase().reports.size)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    const links = notes.flatMap(({ text }) =>
      [...text.matchAll(/\[\[([^\]]+)\]\]/g)].map((match) => match[1]!),
    )
    expect(links.length).toBeGreaterThan(50)
    for (const link of links) expect(names).toContain(link)
  })

  it('quotes the sentence and links its report', () => {
    const taiwan = toMarkdown(exampleMaterial()).find(({ path }) => path === 'Countries/Taiwan.md')
    expect(taiwan?.text).toContain(
      '> “Grey Lantern breached ministries in Taiwan.” — [[Lantern over the strait]]',
    )
    expect(taiwan?.text).toContain('([[Grey Lantern]])')
  })

  it('is one ZIP whose bytes do not depend on the clock', () => {
    const zip = zippedNotes(notes)
    expect(zip).toEqual(zippedNotes(toMarkdown(rich())))
    const files = unzipSync(zip)
    expect(Object.keys(files)).toHaveLength(notes.length)
    expect(strFromU8(files['Start here.md']!)).toContain('# Start here')
  })

  it('gives every string a name that all systems take, and no two the same', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), (titles) => {
        const give = createNoteNames()
        const given = titles.map((title) => give(title, 'kind').toLowerCase())
        expect(new Set(given).size).toBe(given.length)
        for (const title of titles) {
          const name = noteName(title)
          expect(name).toMatch(/^[^\\/:*?"<>|#^[\]\u0000-\u001f]{1,200}$/)
          expect(name).not.toMatch(/^[. ]|[. ]$|^(?:con|nul|com1)(?:\.|$)/i)
        }
      }),
    )
  })

  it('lets nothing in a quotation act', () => {
    expect(plainMarkdown('<img src=x> [[Other]] #tag `code` $x$')).toBe(
      '\\<img src\\=x\\> \\[\\[Other\\]\\] \\#tag \\`code\\` \\$x\\$',
    )
  })
})

describe('writeExport', () => {
  const world = readWorld(worldJson)
  const write = (format: (typeof exportFormats)[number]['id']) =>
    writeExport({
      format,
      material: exampleMaterial(),
      actors: [],
      world,
      fontCss: () => Promise.resolve('@font-face{}'),
      place: (model) => Promise.resolve(model.nodes.flatMap((_, i) => [50 * i, 30 * i])),
    })

  it.each(exportFormats.map(({ id }) => id))('writes %s, twice the same', async (id) => {
    const { content } = await write(id)
    expect(content.length).toBeGreaterThan(60)
    expect((await write(id)).content).toEqual(content)
  })
})

describe('the export lint', () => {
  const codes = (format: 'stix' | 'misp' | 'navigator' | 'csv-links') =>
    lintCase(format, rich(), []).map(({ weight, code }) => `${weight} ${code}`)

  it('says what OpenCTI would merge, and what STIX cannot say', () => {
    expect(codes('stix')).toEqual(
      expect.arrayContaining([
        'changed shared-name',
        'changed related-to',
        'changed as-note',
        'lost times',
        'refused pattern',
      ]),
    )
  })

  it('says which addresses MISP warns of', () => {
    const finding = lintCase('misp', rich(), []).find(({ code }) => code === 'warning-list')
    expect(finding?.examples).toEqual(['10.0.0.0/8'])
  })

  it('says which cells were kept from being formulas', () => {
    expect(codes('csv-links')).not.toContain('changed formula')
    const part = aPart(
      aReport(1),
      [anEntity('actor', '=cmd'), anEntity('country', 'X')],
      [aLink(anEntity('actor', '=cmd').id, anEntity('country', 'X').id)],
    )
    const view = caseView([part.reading], [part.report], aLog(importing(1)))
    expect(lintCase('csv-links', { ...rich(), view }, []).map(({ code }) => code)).toContain(
      'formula',
    )
  })

  it('puts what is refused first', () => {
    const weights = lintCase('stix', rich(), []).map(({ weight }) => weight)
    expect(weights[0]).toBe('refused')
    expect(weights.at(-1)).toBe('note')
  })
})
