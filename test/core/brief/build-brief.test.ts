import { buildBrief, type BriefOptions } from '@core/brief/build-brief'
import type { Brief, BriefBlock, Inline } from '@core/brief/brief'
import { entityId } from '@core/model/ids'
import { describe, expect, it } from 'vitest'
import {
  aCase,
  actor,
  government,
  kenya,
  loader,
  taiwan,
  type ReportSpec,
  type TestCase,
} from './a-case'

const first: ReportSpec = {
  name: 'Lantern over the strait',
  publisher: 'Harbour Lab',
  published: '2025-03-01',
  tlp: 'TLP:GREEN',
  pages: true,
  text: 'Grey Lantern breached government networks in Taiwan in 2024. It used LAMPBLACK. It probably targeted Kenya. Nothing shows that it entered more than 20 offices.',
  statements: [
    {
      predicate: 'targets',
      target: taiwan,
      outcome: 'compromised',
      cell: 'c1',
      sentence: 'Grey Lantern breached government networks in Taiwan in 2024.',
      period: { from: '2024', to: '2024' },
    },
    {
      predicate: 'targets',
      target: government,
      outcome: 'compromised',
      cell: 'c1',
      sentence: 'Grey Lantern breached government networks in Taiwan in 2024.',
    },
    { predicate: 'uses', target: loader, sentence: 'It used LAMPBLACK.' },
    {
      predicate: 'targets',
      target: kenya,
      outcome: 'targeted',
      hedged: true,
      sentence: 'It probably targeted Kenya.',
    },
  ],
}
const second: ReportSpec = {
  name: 'A second look',
  publisher: 'River Desk',
  published: '2025-04-02',
  tlp: 'TLP:CLEAR',
  text: 'Grey Lantern was inside a ministry of Taiwan, River Desk found. Officials denied that Kenya was entered.',
  statements: [
    {
      predicate: 'targets',
      target: taiwan,
      outcome: 'compromised',
      sentence: 'Grey Lantern was inside a ministry of Taiwan, River Desk found.',
    },
    {
      predicate: 'targets',
      target: kenya,
      outcome: 'compromised',
      denied: true,
      sentence: 'Officials denied that Kenya was entered.',
    },
  ],
}

describe('buildBrief', () => {
  it('tells confirmed, suspected and denied apart, each with its basis and citations', async () => {
    const said = sentences(await briefOf(aCase([first, second])))
    expect(said).toContainEqual(
      expect.stringMatching(/^Stated as compromised: .*government in Taiwan.*\[\d/),
    )
    expect(said).toContainEqual(
      expect.stringMatching(
        /^Suspected only, by the sources’ own words: Kenya \(1 document, 1 independent origin\)\.\[/,
      ),
    )
    expect(said).toContainEqual(expect.stringMatching(/^Denied, or no sign found: Kenya/))
    expect(said).toContainEqual(expect.stringMatching(/^Reported to use LAMPBLACK\.\[/))
    expect(said).toContainEqual(expect.stringMatching(/^The dated activity was observed in 2024\./))
  })

  it('counts documents and independent origins', async () => {
    expect(sentences(await briefOf(aCase([first, second])))[0]).toContain(
      'appears in 2 documents, 2 independent origins',
    )
  })

  it('shows sector × country as one victim', async () => {
    const rows = table(await briefOf(aCase([first])), 'Victims').rows.map((row) =>
      plain(row[0] ?? []),
    )
    expect(rows).toEqual(['Government in Taiwan', 'Kenya'])
  })

  it('lists techniques that its sources name, without claiming them for the actor', async () => {
    const technique = {
      id: entityId('technique', 'T1190'),
      kind: 'technique' as const,
      name: 'Exploit Public-Facing Application',
      aliases: [],
      ref: 'T1190',
      mentions: [],
    }
    const { rows } = table(await briefOf(aCase([first], [technique])), 'ATT&CK techniques')
    expect(rows.map((row) => row.map(plain))).toEqual([
      ['T1190', 'Exploit Public-Facing Application', 'named only', 'S1', ''],
    ])
  })

  it('gives a technique to the actor where a sentence does, with the sentence', async () => {
    const id = entityId('technique', 'T1190')
    const technique = {
      id,
      kind: 'technique' as const,
      name: 'Exploit Public-Facing Application',
      aliases: [],
      ref: 'T1190',
      mentions: [],
    }
    const sentence = 'Grey Lantern breached government networks in Taiwan in 2024.'
    const linked = {
      ...first,
      statements: [...first.statements, { predicate: 'uses' as const, target: id, sentence }],
    }
    const built = await briefOf(aCase([linked], [technique]))
    const [row] = table(built, 'ATT&CK techniques').rows
    expect(row?.slice(0, 4).map(plain)).toEqual([
      'T1190',
      'Exploit Public-Facing Application',
      'Grey Lantern',
      'S1',
    ])
    expect(row?.[4]?.[0]?.type).toBe('citations')
    const software = table(built, 'Software and vulnerabilities').rows.map((r) => plain(r[0] ?? []))
    expect(software).not.toContain('Exploit Public-Facing Application')
  })

  it('quotes the stored text word for word, with page and SHA-256', async () => {
    const test = aCase([first])
    const quotations = block(await briefOf(test), 'quotations').quotations
    expect(quotations.map(({ text }) => text)).toContain(
      'Grey Lantern breached government networks in Taiwan in 2024.',
    )
    expect(quotations.map(({ number }) => number)).toEqual(quotations.map((_, i) => i + 1))
    for (const { text, sha256, page } of quotations) {
      const source = [...test.view.reports.keys()].find((id) => id === sha256)
      expect(source && test.textOf(source)?.text).toContain(text)
      expect(page).toBeGreaterThanOrEqual(1)
    }
  })

  it('cites only numbers that the annex holds, and each quotation at least once', async () => {
    const brief = await briefOf(aCase([first, second]))
    const cited = new Set(
      allInlines(brief).flatMap((inline) => (inline.type === 'citations' ? inline.numbers : [])),
    )
    expect([...cited].sort((a, b) => a - b)).toEqual(
      block(brief, 'quotations').quotations.map(({ number }) => number),
    )
  })

  it('takes the highest marking of its sources and the latest date as cut-off', async () => {
    const brief = await briefOf(aCase([first, second]))
    expect(brief.tlp).toBe('TLP:GREEN')
    expect(brief.cutOff).toBe('2025-04-02')
  })

  it('is the same for the same case and date', async () => {
    expect(JSON.stringify(await briefOf(aCase([first, second])))).toBe(
      JSON.stringify(await briefOf(aCase([first, second]))),
    )
  })

  it('says so when there is nothing to tell', async () => {
    const brief = await briefOf(aCase([{ ...first, statements: [] }]), {})
    expect(sentences(brief)).toEqual(
      expect.arrayContaining(['The sources hold no link from an actor to a victim.']),
    )
    expect(table(brief, 'Victims').rows).toEqual([])
  })
})

function briefOf(
  { view, textOf }: TestCase,
  focus: Pick<BriefOptions, 'actor'> = { actor },
): Promise<Brief> {
  return buildBrief(view, {
    ...focus,
    date: '2025-05-01',
    countries: new Map(),
    textOf,
    place: (model) => Promise.resolve(model.nodes.flatMap((_, i) => [i * 50, i * 30])),
    producer: 'Gnomon test',
  })
}

function block<T extends BriefBlock['type']>(
  brief: Brief,
  type: T,
): Extract<BriefBlock, { type: T }> {
  const found = brief.blocks.find(
    (candidate): candidate is Extract<BriefBlock, { type: T }> => candidate.type === type,
  )
  if (!found) throw new Error(`no ${type}`)
  return found
}

function table(brief: Brief, heading: string): Extract<BriefBlock, { type: 'table' }> {
  const found = brief.blocks.find(
    (candidate) => candidate.type === 'table' && candidate.heading === heading,
  )
  if (found?.type !== 'table') throw new Error(`no table ${heading}`)
  return found
}

function sentences(brief: Brief): string[] {
  return brief.blocks
    .filter((candidate) => candidate.type === 'sentences' && candidate.heading === 'Summary')
    .flatMap((candidate) => (candidate.type === 'sentences' ? candidate.sentences.map(plain) : []))
}

function allInlines(brief: Brief): Inline[] {
  return brief.blocks.flatMap((candidate) => {
    if (candidate.type === 'sentences') return candidate.sentences.flat()
    if (candidate.type === 'statements')
      return candidate.statements.flatMap(({ words }) => [...words])
    return candidate.type === 'table' ? candidate.rows.flat(2) : []
  })
}

function plain(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      inline.type === 'citations'
        ? inline.numbers.map((n) => `[${n}]`).join('')
        : 'text' in inline
          ? inline.text
          : inline.marks.outcome,
    )
    .join('')
}
