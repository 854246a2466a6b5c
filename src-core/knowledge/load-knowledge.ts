import { contentHash } from './content-hash'
import type { Knowledge } from './knowledge'
import { tableNames, type KnowledgeTables } from './knowledge-tables'
import { buildNameIndex } from './name-index'
import { spellingVariants } from './spelling-variants'
import { actorNames, parseActorOverlaps, parseActors, parseContestedNames } from './tables/actors'
import {
  campaignNames,
  parseAttackRelations,
  parseCampaigns,
  parseTactics,
  parseTechniques,
  techniqueNames,
} from './tables/attack'
import {
  countryNames,
  metonymNames,
  parseCountries,
  parseRegions,
  parseStateBodies,
  placeNames,
  regionNames,
  stateBodyNames,
} from './tables/countries'
import { parseNameClasses, parseNameRules } from './tables/name-classes'
import { parseSectors, sectorNames } from './tables/sectors'
import {
  parseProducts,
  parseSoftware,
  parseVulnerabilityNames,
  productNames,
  softwareNames,
  vulnerabilityNames,
} from './tables/software'
import { parseNamingSchemes, parseVendors, vendorNames } from './tables/vendors'

/**
 * Reads all tables and builds the index over their names. Every table is checked against the others; the first fault throws a
 * `KnowledgeError` that names the table and the line.
 */
export function loadKnowledge(tables: KnowledgeTables): Knowledge {
  const classOf = parseNameClasses(tables['name-classes'])
  const actors = parseActors(tables.actors)
  const contested = parseContestedNames(tables['contested-names'], actors)
  const listed = parseSoftware('software', tables.software)
  const software = new Map([...listed, ...parseSoftware('software-own', tables['software-own'])])
  const products = parseProducts(tables.products)
  const vulnerabilities = parseVulnerabilityNames(tables['vulnerability-names'], products)
  const tactics = parseTactics(tables.tactics)
  const techniques = parseTechniques(tables.techniques, tactics)
  const campaigns = parseCampaigns(tables.campaigns, actors)
  const countries = parseCountries(tables.countries)
  const regions = parseRegions(tables.regions, countries.countries)
  const sectors = parseSectors(tables.sectors)
  const stateBodies = parseStateBodies(tables['state-bodies'], countries.countries, sectors)
  const vendors = parseVendors(tables.vendors)
  const isCommonWord = (surface: string) =>
    surface.length <= 3 || classOf('place', surface) !== 'distinctive'
  const named = [...actorNames(actors, contested, classOf), ...softwareNames(software, classOf)]
  const names = [
    ...named,
    ...spellingVariants(named),
    ...productNames(products),
    ...vulnerabilityNames(vulnerabilities),
    ...techniqueNames(techniques, classOf),
    ...campaignNames(campaigns),
    ...countryNames(countries),
    ...metonymNames(tables.metonyms, countries.countries),
    ...regionNames(regions),
    ...placeNames(tables.places, countries.countries, isCommonWord),
    ...stateBodyNames(stateBodies),
    ...sectorNames(tables['sector-descriptors'], sectors),
    ...vendorNames(vendors, classOf),
  ]
  return {
    version: contentHash(tableNames.map((name) => tables[name])),
    actors,
    software,
    products,
    vulnerabilities,
    countries: countries.countries,
    regions,
    stateBodies,
    sectors,
    vendors,
    techniques: techniques.techniques,
    tactics,
    campaigns,
    actorOverlaps: parseActorOverlaps(tables['actor-overlaps'], actors),
    namingSchemes: parseNamingSchemes(tables['naming-schemes']),
    nameRules: parseNameRules(tables['name-rules']),
    attackRelations: parseAttackRelations(
      tables['attack-relations'],
      actors,
      software,
      techniques.techniques,
    ),
    names: buildNameIndex(names),
  }
}
