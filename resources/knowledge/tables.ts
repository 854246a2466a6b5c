import type { KnowledgeTables } from '../../src-core/knowledge/knowledge-tables'
import actorOverlaps from './actor-overlaps.tsv?raw'
import actors from './actors.tsv?raw'
import attackRelations from './attack-relations.tsv?raw'
import campaigns from './campaigns.tsv?raw'
import contestedNames from './contested-names.tsv?raw'
import countries from './countries.tsv?raw'
import metonyms from './metonyms.tsv?raw'
import nameClasses from './name-classes.tsv?raw'
import nameRules from './name-rules.tsv?raw'
import namingSchemes from './naming-schemes.tsv?raw'
import places from './places.tsv?raw'
import products from './products.tsv?raw'
import regions from './regions.tsv?raw'
import sectorDescriptors from './sector-descriptors.tsv?raw'
import sectors from './sectors.tsv?raw'
import software from './software.tsv?raw'
import softwareOwn from './software-own.tsv?raw'
import stateBodies from './state-bodies.tsv?raw'
import tactics from './tactics.tsv?raw'
import techniques from './techniques.tsv?raw'
import vendors from './vendors.tsv?raw'
import vulnerabilityNames from './vulnerability-names.tsv?raw'

/** The knowledge that ships with Gnomon; `loadKnowledge` reads it. */
export const builtinKnowledgeTables: KnowledgeTables = {
  actors,
  'contested-names': contestedNames,
  'actor-overlaps': actorOverlaps,
  software,
  'software-own': softwareOwn,
  products,
  'vulnerability-names': vulnerabilityNames,
  techniques,
  tactics,
  campaigns,
  'attack-relations': attackRelations,
  countries,
  places,
  regions,
  metonyms,
  'state-bodies': stateBodies,
  sectors,
  'sector-descriptors': sectorDescriptors,
  vendors,
  'naming-schemes': namingSchemes,
  'name-classes': nameClasses,
  'name-rules': nameRules,
}
