import { describe, expect, it } from 'vitest'
import type { Knowledge, KnownName } from '@core/knowledge/knowledge'
import type { TableName } from '@core/knowledge/knowledge-tables'
import { loadKnowledge } from '@core/knowledge/load-knowledge'
import { builtinKnowledgeTables } from '../../../resources/knowledge/tables'

const knowledge = loadKnowledge(builtinKnowledgeTables)
const entries = (surface: string) => knowledge.names.lookUp(surface)
const keys = (surface: string) => entries(surface).map((name) => `${name.kind}:${name.key}`)

/** Loads the built-in tables with one line added to one of them. */
function loadWith(table: TableName, line: string): Knowledge {
  return loadKnowledge({
    ...builtinKnowledgeTables,
    [table]: `${builtinKnowledgeTables[table]}${line}\n`,
  })
}
const linesOf = (table: TableName) => builtinKnowledgeTables[table].split('\n').length

describe('loadKnowledge', () => {
  it.each<[TableName, string, RegExp]>([
    ['campaigns', 'C9999\tX\tG9999\t', /no actor has the ATT&CK id "G9999"/],
    ['contested-names', 'X\tnobody\tweak\tapt28', /no actor has the key "nobody"/],
    [
      'techniques',
      'T9999\tX\tno-such-tactic\tenterprise\t\t',
      /no tactic is called "no-such-tactic"/,
    ],
    ['techniques', 'T9999\tX\t\tenterprise\tT9998\t', /no technique has the id "T9998"/],
    ['attack-relations', 'G9999\tS0001', /no table has the ATT&CK id "G9999"/],
    ['metonyms', 'Atlantis\tQQ\tcity', /no country has the code "QQ"/],
    ['metonyms', 'Paris\tFR\ttown', /"kind" is "town", not one of city, seat/],
    ['regions', 'atlantis\tAtlantis\t\t\tQQ', /no country has the code "QQ"/],
    ['places', 'QQ\tX\tcity\t\t0\t0\t1\t', /no country has the code "QQ"/],
    ['places', 'FR\tX\tcity\t\tnorth\t0\t1\t', /"lat" is not a number/],
    ['sector-descriptors', 'wizard\t\tbody\tmagic', /no sector has the key "magic"/],
    ['sector-descriptors', 'bank\t\tbody\tenergy', /"bank" stands twice/],
    ['state-bodies', 'x\tX\tRU\tguild\t\t', /"kind" is "guild"/],
    ['actors', 'x\tX\tRussia\t\t\t\t', /"Russia" is no country code/],
    ['software', 'x\tX\tplant\t\t\t1\t', /"kind" is "plant"/],
    ['software', 'x\t\tmalware\t\t\t1\t', /"name" is empty/],
    ['vulnerability-names', 'X\t2021-1\t\t', /"2021-1" is no CVE id/],
    ['vulnerability-names', 'X\tCVE-2021-1234\tno-such\t', /no product has the key "no-such"/],
    ['naming-schemes', 'V\ts\t(\t\tactor\t-\t\t', /"\(" is no pattern/],
    ['naming-schemes', 'V\ts\t\\bX\\d\\b\t\tactor\t-\t\tY1', /does not find its example "Y1"/],
    ['name-classes', 'x\tplant\tshort', /"kind" is "plant"/],
    ['countries', 'FR\t250\tFrance\t\t0\t0\t\t\t\t\t', /"FR" stands twice/],
  ])('names table and line of a bad row in %s', (table, line, reason) => {
    expect(() => loadWith(table, line)).toThrow(reason)
    expect(() => loadWith(table, line)).toThrow(
      `knowledge table "${table}", line ${linesOf(table)}:`,
    )
  })

  it('gives another version to other content, and the same to the same', () => {
    expect(loadKnowledge(builtinKnowledgeTables).version).toBe(knowledge.version)
    expect(loadWith('metonyms', 'Atlantis\tGR\tcity').version).not.toBe(knowledge.version)
  })

  it('knows who gave a name', () => {
    const actor = [...knowledge.actors.values()].find((one) => one.attackId === 'G0007')
    expect(actor?.origin).toBe('RU')
    expect(actor?.names).toContainEqual({ name: 'STRONTIUM', namedBy: 'Microsoft' })
  })

  it('marks the claims on a contested name', () => {
    const claims = entries('Labyrinth Chollima').map((name) => name.ambiguous)
    expect(claims).toContain('preferred')
    expect(claims).toContain('contested')
  })

  it.each([
    ['Taiwanese', 'country:TW', 'demonym'],
    ['Dutch', 'country:NL', 'demonym'],
    ['Philippine', 'country:PH', 'demonym'],
    ['Kremlin', 'country:RU', 'metonym'],
    ['Pyongyang', 'country:KP', 'capital'],
    ['Southeast Asia', 'region:southeast-asia', 'name'],
    ['Southeast Asian', 'region:southeast-asia', 'demonym'],
    ['GRU', 'organization:ru-gru', 'name'],
    ['Bundestag', 'organization:de-bundestag', 'name'],
    ['universities', 'sector:education', 'descriptor'],
    ['ministries of foreign affairs', 'sector:diplomacy', 'descriptor'],
    ['ministry of defence', 'sector:military', 'descriptor'],
    ['FortiGate', 'product:fortigate', 'name'],
    ['CobaltStrike', 'malware:cobalt-strike', 'alias'],
    ['ProxyLogon', 'vulnerability:CVE-2021-26855', 'name'],
    ['Kaohsiung', 'place:TW/Kaohsiung', 'name'],
  ])('finds %s as %s (%s)', (surface, key, role) => {
    expect(keys(surface)).toContain(key)
    expect(entries(surface).find((name) => `${name.kind}:${name.key}` === key)?.role).toBe(role)
  })

  it.each<[string, string, KnownName['written']]>([
    ['US', 'country', 'exact'],
    ['Turkey', 'country', 'capitalised'],
    ['Polish', 'country', 'capitalised'],
  ])('wants capitals for %s', (surface, kind, written) => {
    expect(entries(surface).find((name) => name.kind === kind)?.written).toBe(written)
  })

  it('shows what ATT&CK says a group uses', () => {
    expect(knowledge.attackRelations.get('G0007')).toContain('S0023')
  })
})
