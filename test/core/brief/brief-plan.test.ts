import type { Brief } from '@core/brief/brief'
import { buildBrief } from '@core/brief/build-brief'
import { linksNamedIn } from '@core/brief/draft/cite-by-itself'
import { issuedFacts } from '@core/brief/facts/changes'
import { defang } from '@core/brief/facts/defang'
import { renderMarkdown } from '@core/brief/markdown/render-markdown'
import { templateIds, type BriefPlan } from '@core/brief/plan/brief-plan'
import { newPlan } from '@core/brief/plan/templates'
import { findLeaks } from '@core/brief/scope/find-leaks'
import { scopeOf } from '@core/brief/scope/brief-scope'
import type { FactParts } from '@core/brief/facts/fact-parts'
import { describe, expect, it } from 'vitest'
import { aCase, actor, kenya, taiwan, type ReportSpec, type TestCase } from './a-case'

const open: ReportSpec = {
  name: 'Open words on the strait',
  publisher: 'River Desk',
  published: '2025-04-02',
  tlp: 'TLP:CLEAR',
  text: 'Grey Lantern probably targeted Taiwan in the spring, River Desk wrote in its letter.',
  statements: [
    {
      predicate: 'targets',
      target: taiwan,
      outcome: 'targeted',
      hedged: true,
      sentence:
        'Grey Lantern probably targeted Taiwan in the spring, River Desk wrote in its letter.',
    },
  ],
}
const closed: ReportSpec = {
  name: 'Closed words on two islands',
  publisher: 'Harbour Lab',
  published: '2025-03-01',
  tlp: 'TLP:RED',
  text: 'Grey Lantern was inside Taiwan for months. The same hands entered offices in Kenya without being seen.',
  statements: [
    {
      predicate: 'targets',
      target: taiwan,
      outcome: 'compromised',
      sentence: 'Grey Lantern was inside Taiwan for months.',
    },
    {
      predicate: 'targets',
      target: kenya,
      outcome: 'compromised',
      sentence: 'The same hands entered offices in Kenya without being seen.',
    },
  ],
}
const both = aCase([open, closed])

describe('a brief under a ceiling', () => {
  const plan = newPlan('actor', { actors: [actor] }, { ceiling: 'TLP:GREEN' })

  it('tells nothing that only a source above it states, and no stronger outcome of it', async () => {
    const { links, droppedReports, droppedLinks } = scopeOf(both.view, plan)
    expect(links.map(({ target, outcome, hedged }) => [target, outcome, hedged])).toEqual([
      [taiwan, 'targeted', true],
    ])
    expect(droppedReports).toHaveLength(1)
    expect(droppedLinks.join()).toContain(kenya)
    const written = JSON.stringify(await briefOf(both, plan))
    expect(written).not.toMatch(/Kenya|Closed words|Harbour Lab|for months/)
    expect(findLeaks(written, both.view, droppedReports, both.textOf)).toEqual([])
  })

  it('is marked as the ceiling says, and says that sources were left out', async () => {
    const brief = await briefOf(both, plan)
    expect(brief.tlp).toBe('TLP:GREEN')
    expect(JSON.stringify(brief)).toContain('Sources marked above TLP:GREEN were left out')
  })

  it('is found out where a sentence, title or checksum above it stands in the document', async () => {
    const { droppedReports } = scopeOf(both.view, plan)
    const written = renderMarkdown(await briefOf(both, newPlan('actor', { actors: [actor] })))
    const leaks = findLeaks(written, both.view, droppedReports, both.textOf)
    expect(new Set(leaks.map(({ what }) => what))).toEqual(
      new Set(['title', 'checksum', 'sentence']),
    )
  })
})

describe('the drafts', () => {
  it('answer first, and cite what they rest on', async () => {
    const brief = await briefOf(both, newPlan('actor', { actors: [actor] }))
    const [bluf, judgements] = brief.blocks
    expect(bluf).toMatchObject({ type: 'statements', heading: 'Bottom line up front' })
    expect(textOf(bluf)[0]).toBe(
      'Grey Lantern is reported to have compromised Taiwan and Kenya (2 documents, 2 independent origins).',
    )
    expect(textOf(judgements)).toEqual([
      'It is very likely that Grey Lantern compromised Taiwan and Kenya.',
    ])
    for (const block of [bluf, judgements])
      for (const { words } of block?.type === 'statements' ? block.statements : [])
        expect(words.at(-1)?.type).toBe('citations')
  })

  it('give way to the analyst’s words, which cite by themselves', async () => {
    const plan = newPlan('actor', { actors: [actor] })
    const sections = plan.sections.map((section) =>
      section.key === 'bluf' && section.type === 'words'
        ? {
            ...section,
            statements: [
              { key: 'a', kind: 'fact' as const, text: 'Grey Lantern reached Kenya.', restsOn: [] },
            ],
          }
        : section,
    )
    const [bluf] = (await briefOf(both, { ...plan, sections })).blocks
    expect(textOf(bluf)).toEqual(['Grey Lantern reached Kenya.'])
    expect(bluf?.type === 'statements' && bluf.statements[0]?.words.at(-1)?.type).toBe('citations')
  })

  it('name a link only where both its ends are named', () => {
    const links = [...both.view.links.values()]
    expect(linksNamedIn('UNC9999 and Grey Lantern went to KENYA.', both.view, links)).toHaveLength(
      1,
    )
    expect(linksNamedIn('Nothing on Kenyatta by Grey Lantern.', both.view, links)).toHaveLength(0)
    expect(linksNamedIn('Kenya was quiet.', both.view, links)).toHaveLength(0)
  })
})

describe('every template', () => {
  it.each(templateIds)('%s makes a brief with its sources and their words', async (id) => {
    const brief = await briefOf(both, newPlan(id))
    const headings = brief.blocks.map(({ heading }) => heading)
    expect(headings).toEqual(
      expect.arrayContaining(['Sources', 'Evidence, word for word', 'Method']),
    )
    expect(headings).toEqual([...new Set(headings)])
  })
})

describe('changed since the last issue', () => {
  it('says what is new, stronger and gone', async () => {
    const before = aCase([open])
    const [link] = [...before.view.links.values()]
    const gone = {
      ...issuedFacts(before.view, link ? [link] : [])[0]!,
      words: 'Grey Lantern → Peru',
    }
    const previous = {
      date: '2025-04-10',
      facts: [
        ...issuedFacts(before.view, [...before.view.links.values()]),
        { ...gone, link: `${gone.link}-gone` as typeof gone.link },
      ],
    }
    const brief = await briefOf(both, newPlan('actor', { actors: [actor] }), previous)
    const block = brief.blocks.find(({ heading }) => heading === 'Changed since the last issue')
    const said = JSON.stringify(block)
    expect(said).toContain('New: Grey Lantern → Kenya')
    expect(said).toContain('Stronger than before: Grey Lantern → Taiwan')
    expect(said).toContain('No longer told: Grey Lantern → Peru')
  })
})

describe('renderMarkdown', () => {
  it('lets nothing of a source become markup', async () => {
    const hostile = aCase([{ ...open, name: '![x](http://e.example) <b> | # *' }])
    const written = renderMarkdown(await briefOf(hostile, newPlan('actor')))
    expect(written).not.toMatch(/(?<!\\)!\[|(?<!\\)<b/)
    expect(written.startsWith('**TLP:CLEAR**')).toBe(true)
  })
})

describe('defang', () => {
  it.each([
    ['https://evil.example/a.php?x=1.2', 'url', 'hxxps[://]evil[.]example/a.php?x=1.2'],
    ['evil.example', 'domain', 'evil[.]example'],
    ['10.0.0.1', 'ipv4', '10[.]0[.]0[.]1'],
    ['a.b@evil.example', 'email', 'a[.]b[@]evil[.]example'],
    ['d41d8cd98f00b204e9800998ecf8427e', 'md5', 'd41d8cd98f00b204e9800998ecf8427e'],
  ])('writes %s (%s) as %s', (value, subtype, safe) => {
    expect(defang(value, subtype)).toBe(safe)
  })
})

function briefOf(
  { view, textOf: text }: TestCase,
  plan: BriefPlan,
  previous?: FactParts['previous'],
): Promise<Brief> {
  return buildBrief(view, {
    plan,
    date: '2025-05-01',
    countries: new Map(),
    textOf: text,
    place: (model) => Promise.resolve(model.nodes.flatMap((_, i) => [i * 50, i * 30])),
    producer: 'Gnomon test',
    previous,
  })
}

function textOf(block: Brief['blocks'][number] | undefined): string[] {
  if (block?.type !== 'statements') return []
  return block.statements.map(({ words }) =>
    words.map((part) => (part.type === 'text' ? part.text : '')).join(''),
  )
}
