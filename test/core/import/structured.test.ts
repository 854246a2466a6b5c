import type { Link } from '@core/model/link'
import { describe, expect, it } from 'vitest'
import { loadBuiltinReader } from '../../../resources/builtin-reader'
import { imported, importHere } from '../../support/import-here'

const { read } = loadBuiltinReader()

async function readingOf(name: string, value: unknown) {
  const { report, source } = await imported(name, JSON.stringify(value))
  const reading = read({ reportId: report.id, source, metadata: report })
  const sentence = ({ evidence: [{ start, end }] }: Link) => source.text.slice(start, end)
  return { report, source, reading, sentence }
}

const id = (type: string, n: number) =>
  `${type}--00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const bundle = {
  type: 'bundle',
  id: id('bundle', 1),
  spec_version: '2.0',
  objects: [
    {
      type: 'identity',
      id: id('identity', 1),
      name: 'Example CERT',
      identity_class: 'organization',
    },
    {
      type: 'report',
      id: id('report', 1),
      name: 'Spies in the wires',
      published: '2024-06-25T00:00:00Z',
      created_by_ref: id('identity', 1),
      object_marking_refs: ['marking-definition--f88d31f6-486f-44da-b317-01333bde0b82'],
      description: 'APT41 breached a ministry of Mongolia in March 2024.',
    },
    {
      type: 'intrusion-set',
      id: id('intrusion-set', 1),
      name: 'Wicked Panda',
      aliases: ['BARIUM'],
      external_references: [{ source_name: 'mitre-attack', external_id: 'G0096' }],
    },
    { type: 'malware', id: id('malware', 1), name: 'PlugX', labels: ['rat'] },
    {
      type: 'attack-pattern',
      id: id('attack-pattern', 1),
      name: 'Spearphishing Attachment',
      external_references: [{ source_name: 'mitre-attack', external_id: 'T1566.001' }],
    },
    { type: 'vulnerability', id: id('vulnerability', 1), name: 'CVE-2021-44228' },
    { type: 'location', id: id('location', 1), country: 'TW' },
    { type: 'identity', id: id('identity', 2), name: 'Energy Sector', identity_class: 'class' },
    {
      type: 'indicator',
      id: id('indicator', 1),
      pattern: "[domain-name:value = 'C2.bad.example' OR file:hashes.'SHA-256' = 'AB12']",
    },
    {
      type: 'observed-data',
      id: id('observed-data', 1),
      objects: { '0': { type: 'ipv4-addr', value: '203.0.113.9' } },
    },
    { type: 'malware', id: id('malware', 2), name: 'Withdrawn', revoked: true },
    { type: 'no-id', name: 'bad' },
    {
      type: 'relationship',
      id: id('relationship', 1),
      relationship_type: 'uses',
      source_ref: id('intrusion-set', 1),
      target_ref: id('malware', 1),
      description: 'Seen in two cases.',
    },
    {
      type: 'relationship',
      id: id('relationship', 2),
      relationship_type: 'targets',
      source_ref: id('intrusion-set', 1),
      target_ref: id('location', 1),
      start_time: '2023-02-01T00:00:00Z',
      confidence: 40,
    },
    {
      type: 'relationship',
      id: id('relationship', 3),
      relationship_type: 'targets',
      source_ref: id('malware', 1),
      target_ref: id('vulnerability', 1),
    },
    {
      type: 'relationship',
      id: id('relationship', 4),
      relationship_type: 'indicates',
      source_ref: id('indicator', 1),
      target_ref: id('malware', 1),
    },
    {
      type: 'relationship',
      id: id('relationship', 5),
      relationship_type: 'uses',
      source_ref: id('intrusion-set', 1),
      target_ref: id('attack-pattern', 1),
    },
    {
      type: 'sighting',
      id: id('sighting', 1),
      sighting_of_ref: id('intrusion-set', 1),
      where_sighted_refs: [id('identity', 2)],
      created_by_ref: id('identity', 1),
    },
    {
      type: 'relationship',
      id: id('relationship', 6),
      relationship_type: 'uses',
      source_ref: id('intrusion-set', 1),
      target_ref: id('malware', 99),
    },
  ],
}

describe('a STIX bundle', () => {
  it('becomes a report with title, date, publisher and marking', async () => {
    const { report } = await readingOf('bundle.json', bundle)
    expect(report).toMatchObject({
      format: 'stix',
      title: 'Spies in the wires',
      publisher: 'Example CERT',
      published: '2024-06-25',
      publishedFrom: 'bundle',
      tlp: 'TLP:AMBER',
    })
  })

  it('gives the entities that the same names give in prose', async () => {
    const { reading } = await readingOf('bundle.json', bundle)
    const ids: string[] = reading.entities.map((entity) => entity.id)
    expect(ids).toEqual(
      expect.arrayContaining([
        'actor:apt41',
        'malware:plugx',
        'technique:T1566.001',
        'vulnerability:CVE-2021-44228',
        'country:TW',
        'sector:energy',
        'indicator:c2.bad.example',
        'indicator:ab12',
        'indicator:203.0.113.9',
      ]),
    )
    expect(ids).not.toContain('malware:withdrawn')
  })

  it('gives links, each with its sentence', async () => {
    const { reading, sentence } = await readingOf('bundle.json', bundle)
    const stated = new Map(
      reading.links
        .filter(({ evidence: [{ rule }] }) => rule.startsWith('stix/'))
        .map((link) => [link.id as string, link]),
    )
    expect([...stated.keys()].toSorted()).toEqual([
      'actor:apt41|targets|country:TW',
      'actor:apt41|targets|sector:energy',
      'actor:apt41|uses|malware:plugx',
      'actor:apt41|uses|technique:T1566.001',
      'indicator:ab12|related-to|malware:plugx',
      'indicator:c2.bad.example|related-to|malware:plugx',
      'malware:plugx|exploits|vulnerability:CVE-2021-44228',
    ])
    expect(sentence(stated.get('actor:apt41|uses|malware:plugx')!)).toBe(
      'Wicked Panda uses PlugX: Seen in two cases.',
    )
    expect(stated.get('actor:apt41|targets|country:TW')).toMatchObject({
      outcome: 'targeted',
      hedged: false,
      confidence: 0.4,
      period: { from: '2023-02-01' },
    })
    expect(sentence(stated.get('actor:apt41|targets|sector:energy')!)).toBe(
      'Wicked Panda was seen at Energy, says Example CERT.',
    )
  })

  it('reads the prose of its reports, at its place in the text', async () => {
    const { reading, sentence } = await readingOf('bundle.json', bundle)
    const told = reading.links.find(({ target }) => target === 'country:MN')
    expect(told?.source).toBe('actor:apt41')
    expect(sentence(told!)).toContain('APT41 breached a ministry of Mongolia')
  })

  it('keeps every span where its words are', async () => {
    const { reading, source } = await readingOf('bundle.json', bundle)
    for (const { mentions } of reading.entities)
      for (const { start, end, surface } of mentions)
        expect(source.text.slice(start, end)).toBe(surface)
    for (const { evidence } of reading.links)
      for (const { start, end, sourceSpan } of evidence) {
        expect(source.text.slice(start, end).trim()).not.toBe('')
        if (sourceSpan) expect(sourceSpan.end).toBeGreaterThan(sourceSpan.start)
      }
  })

  it('says that a bundle of markings alone holds no text but its name', async () => {
    const { reading } = await readingOf('x.json', { type: 'bundle', id: 'b', objects: [] })
    expect(reading.links).toEqual([])
  })
})

const event = {
  Event: {
    info: 'Spies in the wires',
    date: '2024-06-25',
    Orgc: { name: 'Example CERT' },
    Tag: [{ name: 'tlp:amber+strict' }, { name: 'misp-galaxy:tool="Mimikatz"' }],
    Galaxy: [
      {
        type: 'threat-actor',
        GalaxyCluster: [
          {
            value: 'APT41',
            meta: { synonyms: ['Winnti'], 'cfr-suspected-state-sponsor': ['China'] },
          },
        ],
      },
      { type: 'mitre-attack-pattern', GalaxyCluster: [{ value: 'Phishing - T1566', meta: {} }] },
      { type: 'sector', GalaxyCluster: [{ value: 'Energy' }] },
      { type: 'target-information', GalaxyCluster: [{ value: 'Taiwan' }] },
      { type: 'course-of-action', GalaxyCluster: [{ value: 'Patch' }] },
    ],
    Attribute: [
      { type: 'ip-dst|port', value: '203.0.113.9|443', comment: 'C2' },
      { type: 'filename|sha256', value: 'a.exe|ABCD' },
      { type: 'vulnerability', value: 'cve-2021-44228' },
      { type: 'domain', value: 'gone.example', deleted: true },
      { type: 'counter', value: 3 },
      'no attribute',
    ],
    Object: [{ name: 'domain-ip', Attribute: [{ type: 'domain', value: 'C2.bad.example' }] }],
    EventReport: [
      { name: 'Notes', content: 'APT41 breached a ministry of Mongolia in March 2024.' },
    ],
  },
}

describe('a MISP event', () => {
  it('gives galaxies, tags, attributes and objects as entities', async () => {
    const { report, reading } = await readingOf('event.json', event)
    expect(report).toMatchObject({
      format: 'misp',
      title: 'Spies in the wires',
      publisher: 'Example CERT',
      published: '2024-06-25',
      tlp: 'TLP:AMBER+STRICT',
    })
    const ids: string[] = reading.entities.map((entity) => entity.id)
    expect(ids).toEqual(
      expect.arrayContaining([
        'actor:apt41',
        'technique:T1566',
        'sector:energy',
        'country:TW',
        'indicator:203.0.113.9',
        'indicator:abcd',
        'indicator:c2.bad.example',
        'vulnerability:CVE-2021-44228',
      ]),
    )
    expect(ids.some((one) => one.includes('gone.example'))).toBe(false)
    expect(ids.some((one) => /^(?:malware|tool):mimikatz$/.test(one))).toBe(true)
  })

  it('says of things side by side only that they are, and what a cluster suspects', async () => {
    const { reading, sentence } = await readingOf('event.json', event)
    const target = reading.links.find(({ target: to }) => to === 'country:TW')!
    expect(target).toMatchObject({ predicate: 'targets', hedged: true, confidence: 0.5 })
    expect(sentence(target)).toBe('The event names APT41 and, as target, Taiwan.')
    expect(reading.links.map((link): string => link.id)).toContain(
      'actor:apt41|originates-from|country:CN',
    )
    expect(reading.links.some(({ target: to }) => to === 'country:MN')).toBe(true)
  })

  it('links nothing where two actors are named', async () => {
    const two = structuredClone(event)
    two.Event.Galaxy[0]!.GalaxyCluster.push({
      value: 'APT29',
      meta: { synonyms: [], 'cfr-suspected-state-sponsor': [] },
    })
    const { reading } = await readingOf('event.json', two)
    expect(reading.links.some(({ target }) => target === 'country:TW')).toBe(false)
  })
})

describe('a Navigator layer', () => {
  it('gives the marked techniques to the group that it names', async () => {
    const { report, reading } = await readingOf('layer.json', {
      name: 'APT29 (G0016)',
      domain: 'enterprise-attack',
      techniques: [
        { techniqueID: 'T1566.001', score: 1, comment: 'Mails to ministries.' },
        { techniqueID: 'T1059', score: 0 },
        { techniqueID: 'bad' },
      ],
    })
    expect(report.format).toBe('navigator')
    expect(reading.links.map((link): string => link.id)).toEqual([
      'actor:apt29|uses|technique:T1566.001',
    ])
  })

  it('lists techniques alone where nobody is named', async () => {
    const { reading } = await readingOf('layer.json', {
      name: 'Coverage',
      techniques: [{ techniqueID: 'T1059' }],
    })
    expect(reading.links).toEqual([])
    expect(reading.entities.map((entity): string => entity.id)).toEqual(['technique:T1059'])
  })
})

describe('files for the knowledge update', () => {
  it.each([
    [
      'attack-bundle',
      { type: 'bundle', id: 'x', objects: [{ type: 'x-mitre-tactic', id: 'x', name: 'Impact' }] },
    ],
    [
      'misp-galaxy',
      { type: 'threat-actor', name: 'Threat Actor', uuid: 'x', values: [{ value: 'APT28' }] },
    ],
    ['microsoft-names', [{ 'Threat actor name': 'A', 'Origin/Threat': 'B', 'Other names': 'C' }]],
  ])('are told apart: %s', async (kind, value) => {
    expect(await importHere('file.json', JSON.stringify(value))).toMatchObject({
      ok: false,
      failure: { code: 'knowledge-file', kind },
    })
  })
})

describe('other JSON', () => {
  it.each([
    ['an object', '{"note": "APT28 hit Poland."}'],
    ['broken', '{"type": "bundle", "objects": [ APT28'],
    ['nested without end', '['.repeat(200_000)],
  ])('is a text: %s', async (_, text) => {
    const { report, source } = await imported('x.json', text)
    expect(report.format).toBe('text')
    expect(source.text).toBe(text)
  })
})
