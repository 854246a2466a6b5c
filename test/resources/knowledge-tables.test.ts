import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tableNames } from '@core/knowledge/knowledge-tables'
import { loadKnowledge } from '@core/knowledge/load-knowledge'
import { builtinKnowledgeTables } from '../../resources/knowledge/tables'

const folder = resolve(process.cwd(), 'resources/knowledge')
const knowledge = loadKnowledge(builtinKnowledgeTables)

/** The slugs of the output contract. */
const slugs = 'agriculture aerospace automotive chemical civil-society construction critical-infrastructure defense diplomacy education energy entertainment financial-services government healthcare hospitality legal manufacturing maritime media mining pharmaceutical religious research retail semiconductor technology telecommunications transportation utilities'.split(' ') // prettier-ignore

describe('built-in knowledge', () => {
  it('takes less than 3 MB on disk', () => {
    const bytes = readdirSync(folder).reduce(
      (sum, name) => sum + statSync(join(folder, name)).size,
      0,
    )
    expect(bytes).toBeLessThan(3_000_000)
  })

  it.each(tableNames.map((name) => [name]))('%s tells origin, licence and date', (name) => {
    const text = builtinKnowledgeTables[name]
    for (const field of ['title', 'origin', 'licence', 'date'])
      expect(text).toContain(`# ${field}: `)
    expect(text).not.toMatch(/[ \t]\n(?=\n)|\r/)
  })

  it('has a table for every file and a file for every table', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
    expect(files.toSorted()).toEqual(tableNames.map((name) => `${name}.tsv`).toSorted())
  })

  it('uses slugs of the output contract only, and each of them', () => {
    const used = [...knowledge.sectors.values()]
      .map((sector) => sector.slug)
      .filter((slug) => slug !== '')
    expect(used.filter((slug) => !slugs.includes(slug))).toEqual([])
    expect(slugs.filter((slug) => !used.includes(slug))).toEqual([])
  })

  it('points from every name to an entry of its table', () => {
    const tables = {
      actor: knowledge.actors,
      malware: knowledge.software,
      tool: knowledge.software,
      product: knowledge.products,
      vulnerability: knowledge.vulnerabilities,
      technique: knowledge.techniques,
      campaign: knowledge.campaigns,
      country: knowledge.countries,
      region: knowledge.regions,
      sector: knowledge.sectors,
      vendor: knowledge.vendors,
      organization: knowledge.stateBodies,
    } as const
    const words = [...knowledge.actors.values()]
      .flatMap((actor) => actor.names.map((one) => one.name))
      .concat([...knowledge.countries.values()].map((country) => country.name))
      .concat([...knowledge.software.values()].map((one) => one.name))
    const orphans = words
      .flatMap((word) => knowledge.names.lookUp(word))
      .filter((name) => name.kind in tables)
      // `in` above has just shown that the kind is one of these.
      .filter((name) => !tables[name.kind as keyof typeof tables].has(name.key))
    expect(orphans).toEqual([])
  })

  it('finds every actor under each of its names', () => {
    const missing = [...knowledge.actors.values()].flatMap((actor) =>
      actor.names
        .map((one) => one.name)
        .filter((name) => !knowledge.names.lookUp(name).some((entry) => entry.key === actor.key)),
    )
    expect(missing).toEqual([])
  })

  it('repeats no listed software in the own table', () => {
    const own = [...knowledge.software.values()].filter((one) => one.key.startsWith('own-'))
    expect(own.length).toBeGreaterThan(300)
    const repeated = own
      .flatMap((one) => [one.name, ...one.aliases])
      .filter(
        (name) =>
          new Set(
            knowledge.names
              .lookUp(name)
              .filter((entry) => entry.kind === 'malware' || entry.kind === 'tool')
              .map((entry) => entry.key),
          ).size > 1,
      )
    expect(repeated).toEqual([])
  })

  it('finds every country by name and demonym', () => {
    const missing = [...knowledge.countries.values()].flatMap((country) =>
      [country.name, ...country.demonyms].filter(
        (name) => !knowledge.names.lookUp(name).some((entry) => entry.key === country.iso2),
      ),
    )
    expect(missing).toEqual([])
  })

  it('gives no name of a country or demonym to two countries without saying that it is contested', () => {
    const silent = [...knowledge.countries.values()]
      .flatMap((country) => [country.name, ...country.aliases, ...country.demonyms])
      .filter((surface) => {
        const claims = knowledge.names.lookUp(surface).filter((name) => name.kind === 'country')
        return (
          new Set(claims.map((name) => name.key)).size > 1 && claims.some((name) => !name.ambiguous)
        )
      })
    expect(silent).toEqual([])
  })

  it('has naming schemes that find their own examples and stay linear', () => {
    const endless = 'A-'.repeat(20_000) + ' ' + 'Ab'.repeat(20_000)
    for (const scheme of knowledge.namingSchemes) {
      if (scheme.example) expect(scheme.example).toMatch(new RegExp(scheme.pattern))
      expect(scheme.pattern).not.toMatch(/\][*+]|\{\d+,\}/)
      expect(endless.match(new RegExp(scheme.pattern, 'g'))?.length ?? 0).toBeLessThan(40_000)
    }
  })
})
