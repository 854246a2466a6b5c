import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toExtractOutput } from '@core/extraction/output/to-extract-output'
import {
  anyNameMatches,
  actorMatches,
  type NamedEntity,
} from '../../../../build/scripts/reading/gold'
import { loadPhenomena, type PhenomenonCase } from '../../../../build/scripts/reading/phenomena'
import { inputOf } from '../../../../build/scripts/reading/read-page'
import { loadBuiltinReader } from '../../../../resources/builtin-reader'

const { read } = loadBuiltinReader()
const knownFile = 'test/core/extraction/phenomena/known-failures.list'
/** Cases that the reader gets wrong today, one name a line; a case that is not on it must be right, and one on it wrong. */
const known = new Set(
  (existsSync(knownFile) ? readFileSync(knownFile, 'utf8') : '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
)

describe.each([...new Set(loadPhenomena().map((c) => c.phenomenon))])('%s', (phenomenon) => {
  const cases = loadPhenomena().filter((c) => c.phenomenon === phenomenon)
  it.each(cases.map((c) => [c.name, c] as const))('%s', (name, phenomenonCase) => {
    const faults = faultsOf(phenomenonCase)
    if (process.env['LIST_FAILURES'] !== undefined && faults.length > 0)
      console.log(`${phenomenon} / ${name}\t${faults.join('; ')}`)
    if (known.has(`${phenomenon} / ${name}`))
      expect(faults, 'is read right now: take it off known-failures.list').not.toEqual([])
    else expect(faults).toEqual([])
  })
})

/** A body that is only described ("the foreign ministry") may be printed beside its sector and country. */
function isBody(type: string): boolean {
  return type === 'organization' || type === 'vendor'
}

/** What differs from the expectation: links missing, links too many, aliases missed or invented, spans that do not fit. */
function faultsOf(one: PhenomenonCase): string[] {
  const input = inputOf(one.text, one.gold.published)
  const output = toExtractOutput(read(input), { metadata: input.metadata, text: one.text })
  const byId = new Map(output.entities.map((e) => [e.id, e]))
  const faults: string[] = []
  for (const entity of output.entities)
    for (const m of entity.mentions)
      if (one.text.slice(m.start, m.end) !== m.text) faults.push(`span of ${entity.name}`)
  const links = output.links.flatMap((link) => {
    const source = byId.get(link.source)
    const target = byId.get(link.target)
    return source && target && link.type === 'targets' ? [{ source, target }] : []
  })
  const found = new Set<(typeof links)[number]>()
  for (const expected of one.gold.targets ?? []) {
    const names = one.gold.actors?.find((a) => a.id === expected.actor)?.names ?? []
    const hits = links.filter(
      ({ source, target }) =>
        actorMatches(names, source) &&
        (expected.kind === 'organization'
          ? anyNameMatches(expected.names ?? [], target)
          : target.type === expected.kind && target.ref === expected.value),
    )
    hits.forEach((hit) => found.add(hit))
    if (hits.length === 0)
      faults.push(`missed ${names[0] ?? ''} -> ${expected.value ?? expected.names?.[0] ?? ''}`)
  }
  for (const link of links)
    if (!found.has(link) && !isBody(link.target.type))
      faults.push(`false ${link.source.name} -> ${link.target.name}`)
  for (const type of ['uses', 'exploits'] as const) {
    const printed = output.links.flatMap((link) => {
      const source = byId.get(link.source)
      const target = byId.get(link.target)
      return source && target && link.type === type && target.type !== 'technique'
        ? [{ source, target }]
        : []
    })
    const right = new Set<(typeof printed)[number]>()
    for (const expected of one.gold[type] ?? []) {
      const names = one.gold.actors?.find((a) => a.id === expected.actor)?.names ?? []
      const hits = printed.filter(
        ({ source, target }) =>
          actorMatches(names, source) && anyNameMatches(expected.names, target),
      )
      hits.forEach((hit) => right.add(hit))
      if (hits.length === 0)
        faults.push(`missed ${names[0] ?? ''} ${type} ${expected.names[0] ?? ''}`)
    }
    // Cases on other phenomena do not list what is used.
    if (one.phenomenon.startsWith('software') || one.phenomenon.startsWith('exploits'))
      for (const link of printed)
        if (!right.has(link)) faults.push(`false ${link.source.name} ${type} ${link.target.name}`)
  }
  for (const { first, second, same } of one.aliases) {
    const holds = output.entities.some(
      (e: NamedEntity) => anyNameMatches([first], e) && anyNameMatches([second], e),
    )
    if (holds !== same) faults.push(`${same ? 'missed' : 'false'} alias ${first} = ${second}`)
  }
  return faults
}
