import { loadKnowledge } from '@core/knowledge/load-knowledge'
import type { KnowledgeTables } from '@core/knowledge/knowledge-tables'
import { isKnowledgeFile, proposeUpdate } from '@core/knowledge/update/propose-update'
import type { UpdateProposal } from '@core/knowledge/update/propose-update'
import { parseUpdateFile } from '@core/knowledge/update/parse-update-file'
import { toStix } from '@core/exchange/stix/to-stix'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinKnowledgeTables } from '../../../../resources/knowledge/tables'
import type { StixThing } from '../../../support/update-files'
import {
  anActor,
  anAttackBundle,
  aThreatActorCluster,
  relation,
} from '../../../support/update-files'
import { exampleMaterial } from '../../exchange/an-export'

const tables = builtinKnowledgeTables
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function proposed(value: unknown, on: KnowledgeTables = tables): UpdateProposal {
  const result = proposeUpdate(on, throughJson(value))
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
const bundleText = JSON.stringify(anAttackBundle(tables))
/** A fresh copy of the bundle, changed. */
function attack(change: (objects: StixThing[]) => void = () => undefined) {
  // What `anAttackBundle` made, through JSON.
  const bundle = JSON.parse(bundleText) as ReturnType<typeof anAttackBundle>
  change(bundle.objects)
  return bundle
}
const byId = (objects: readonly StixThing[], id: string) =>
  objects.filter((object) =>
    JSON.stringify(object['external_references'] ?? '').includes(`"${id}"`),
  )
const lines = ({ changes }: UpdateProposal) =>
  changes.map(
    ({ type, what, name, detail }) =>
      `${type} ${what} ${name}${detail === '' ? '' : `: ${detail}`}`,
  )

describe('an ATT&CK bundle', () => {
  it('changes nothing where everything in it is known', () => {
    const update = proposed(attack())
    expect(lines(update)).toEqual([])
    expect(update.source).toEqual({
      kind: 'attack-bundle',
      title: 'Enterprise ATT&CK',
      version: '19.1',
      date: '2026-04-28',
    })
  })

  it('brings what is new, with its names and what it uses', () => {
    const update = proposed(
      attack((objects) =>
        objects.push(
          anActor('G9001', 'Copper Bittern', ['UNC9901', 'Storm-9901']),
          relation('uses', 'G9001', 'T1566'),
        ),
      ),
    )
    expect(lines(update)).toEqual(['new actor Copper Bittern: also UNC9901, Storm-9901'])
    const knowledge = loadKnowledge({ ...tables, ...update.tables })
    expect(knowledge.version).toBe(update.version)
    expect(knowledge.names.lookUp('unc9901').map(({ key }) => key)).toEqual(['copper-bittern'])
    expect(knowledge.attackRelations.get('G9001')).toEqual(['T1566'])
  })

  it('renames, and keeps the old name', () => {
    const update = proposed(
      attack((objects) => {
        for (const object of byId(objects, 'T1566')) object['name'] = 'Luring by Message'
        for (const object of byId(objects, 'G0007'))
          Object.assign(object, { name: 'Amber Weasel', aliases: ['Amber Weasel', 'APT28'] })
      }),
    )
    expect(lines(update)).toEqual([
      'renamed actor APT28: to Amber Weasel',
      'renamed technique T1566 Phishing: to Luring by Message',
    ])
    const knowledge = loadKnowledge({ ...tables, ...update.tables })
    expect(
      knowledge.names.lookUp('Fancy Bear').map(({ key }) => knowledge.actors.get(key)?.name),
    ).toContain('Amber Weasel')
    expect(knowledge.names.lookUp('APT28')[0]?.key).toBe(
      knowledge.names.lookUp('Amber Weasel')[0]?.key,
    )
  })

  it('merges what MITRE revokes in favour of another, names and all', () => {
    const update = proposed(
      attack((objects) => {
        for (const object of objects) if (object['name'] === 'APT29') object['revoked'] = true
        objects.push(relation('revoked-by', 'G0016', 'G0007'))
      }),
    )
    expect(lines(update)).toContain('merged actor APT29: into APT28')
    const knowledge = loadKnowledge({ ...tables, ...update.tables })
    expect(
      knowledge.names.lookUp('Cozy Bear').map(({ key }) => knowledge.actors.get(key)?.name),
    ).toContain('APT28')
  })

  it('guesses nothing where a name belongs to two', () => {
    const update = proposed(
      attack((objects) =>
        objects.push(anActor('G9002', 'Slate Otter', ['Sandworm Team', 'Slate Otter One'])),
      ),
    )
    expect(update.changes.find(({ type }) => type === 'contested')).toMatchObject({
      name: 'Sandworm Team',
    })
    const knowledge = loadKnowledge({ ...tables, ...update.tables })
    const names = knowledge.names.lookUp('Sandworm Team').filter(({ kind }) => kind === 'actor')
    expect(names.map(({ ambiguous }) => ambiguous).toSorted()).toEqual(['contested', 'preferred'])
  })

  it('marks techniques that are gone, and where they went', () => {
    const update = proposed(
      attack((objects) => {
        for (const id of ['T1566', 'T1014'])
          for (const object of byId(objects, id)) object['revoked'] = true
        objects.push(relation('revoked-by', 'T1014', 'T1055'))
      }),
    )
    expect(lines(update)).toEqual([
      'merged technique T1014 Rootkit: into T1055',
      'gone technique T1566 Phishing: withdrawn without another',
    ])
  })

  it('lets no ordinary word be a name without evidence beside it', () => {
    const update = proposed(attack((objects) => objects.push(anActor('G9003', 'Orchard', ['Qz']))))
    const knowledge = loadKnowledge({ ...tables, ...update.tables })
    expect(knowledge.names.lookUp('orchard').find(({ kind }) => kind === 'actor')?.class).toBe(
      'dictionary-word',
    )
    expect(knowledge.names.lookUp('Qz').find(({ kind }) => kind === 'actor')?.class).toBe('short')
  })

  it('is read whole at its true size of 45 MB', () => {
    const text = JSON.stringify(anAttackBundle(tables, { bytes: 45e6 }))
    expect(text.length).toBeGreaterThan(44e6)
    const parsed = parseUpdateFile(new TextEncoder().encode(text), (bytes) =>
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    )
    expect(parsed.ok && proposed(parsed.value).changes).toEqual([])
  })
})

describe('a MISP galaxy cluster', () => {
  it('changes nothing where everything in it is known', () => {
    expect(lines(proposed(aThreatActorCluster(tables)))).toEqual([])
  })

  it('brings names and origins, and leaves labels and vendors out', () => {
    const update = proposed(
      aThreatActorCluster(tables, (values) =>
        values.push({
          value: 'Violet Crake (Northwind)',
          uuid: 'x',
          meta: {
            country: ['KP'],
            synonyms: ['VC-77', 'Trojan:Win32/Crake.A!dha', 'Violet Crake - G9009', 'a|b'],
          },
        }),
      ),
    )
    expect(lines(update)).toEqual(['new actor Violet Crake: also VC-77'])
    const knowledge = loadKnowledge({ ...tables, ...update.tables })
    expect(knowledge.actors.get('violet-crake')?.origin).toBe('KP')
  })

  it('brings software of its class', () => {
    const cluster = {
      name: 'Ransomware',
      type: 'ransomware',
      version: 9,
      values: [{ value: 'NoSuchLocker77', meta: { synonyms: 'NSL77' } }, { value: 7 }],
    }
    const update = proposed(cluster)
    expect(lines(update)).toEqual(['new software NoSuchLocker77: also NSL77'])
    expect(update.unusable).toBe(1)
    const knowledge = loadKnowledge({ ...tables, ...update.tables })
    expect(knowledge.software.get('nosuchlocker77')).toMatchObject({ class: 'ransomware', tier: 2 })
  })
})

describe("Microsoft's naming map", () => {
  it('adds names with who gave them', () => {
    const update = proposed([
      {
        'Threat actor name': 'Saffron Typhoon',
        'Origin/Threat': 'China',
        'Other names': 'APT28-not, Saffron One',
      },
      {
        'Threat actor name': 'Forest Blizzard',
        'Origin/Threat': 'Russia',
        'Other names': 'Quartz Badger',
      },
    ])
    expect(lines(update)).toEqual([
      'new actor Saffron Typhoon: also APT28-not, Saffron One',
      expect.stringMatching(/^extended actor .*: Quartz Badger$/),
    ])
    const knowledge = loadKnowledge({ ...tables, ...update.tables })
    const typhoon = knowledge.actors.get('saffron-typhoon')
    expect(typhoon?.origin).toBe('CN')
    expect(typhoon?.names).toContainEqual({ name: 'Saffron Typhoon', namedBy: 'Microsoft' })
  })
})

describe('updates', () => {
  it('come to the same when applied twice', () => {
    const file = attack((objects) => objects.push(anActor('G9001', 'Copper Bittern', ['UNC9901'])))
    const once = proposed(file)
    expect(proposed(file, { ...tables, ...once.tables }).changes).toEqual([])
  })

  it('recognise no report, and no bundle of ours', () => {
    expect(isKnowledgeFile(throughJson(toStix(exampleMaterial())))).toBe(false)
    expect(isKnowledgeFile({ Event: { info: 'x' } })).toBe(false)
    expect(isKnowledgeFile([{ a: 1 }])).toBe(false)
  })

  const bundle = anSmallBundle()
  it('survive any JSON, and any JSON inside a file of the right shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        proposeUpdate(tables, value)
        const hostile = proposeUpdate(
          tables,
          throughJson({
            ...bundle,
            objects: [...bundle.objects, value, { type: 'malware', id: 'x', name: value }],
          }),
        )
        expect(hostile.ok).toBe(true)
      }),
      { numRuns: 8 },
    )
  })

  it.each([
    ['truncated JSON', '{"type":"bundle","objects":[{"ty', 'not-json'],
    ['nested a hundred thousand deep', '['.repeat(100_000), 'not-json'],
    ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0xff, 0xfe), 'not-utf8'],
  ])('say what is wrong with %s', (_, content, code) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const result = parseUpdateFile(bytes, (given) =>
      new TextDecoder('utf-8', { fatal: true }).decode(given),
    )
    expect(result).toMatchObject({ ok: false, failure: { code } })
  })
})

function anSmallBundle() {
  const { objects, ...bundle } = attack()
  return { ...bundle, objects: objects.slice(0, 60) }
}
