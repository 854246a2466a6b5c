import { acronyms } from './acronyms'
import { actorShapes } from './actor-shapes'
import { companies } from './companies'
import { counts } from './counts'
import { dates } from './dates'
import { identifiers } from './identifiers'
import { indicators } from './indicators'
import { listedNames } from './listed-names'
import { knownNames } from './known-names'
import { knownPlaces } from './known-places'
import { knownSectors } from './known-sectors'
import {
  knownVulnerabilities,
  knownProducts,
  knownStateBodies,
  knownTechniques,
} from './known-things'
import { knownVendors } from './known-vendors'
import { namesFromContext } from './names-from-context'
import { namingSchemes } from './naming-schemes'
import { organisations } from './organisations'
import { productsFromContext } from './products-from-context'
import type { Recogniser } from './recogniser'
import { softwareFromContext } from './software-from-context'
import { spreadNames } from './spread-names'
import { typedBodies } from './typed-bodies'
import { unnamedActors } from './unnamed-actors'
import { vendorsFromContext } from './vendors-from-context'

/** All recognisers, those that look at others' finds last. Adding one is adding a file and a line here. */
export const recognisers: readonly Recogniser[] = [
  indicators,
  identifiers,
  dates,
  counts,
  knownNames,
  namingSchemes,
  namesFromContext,
  unnamedActors,
  knownVendors,
  knownStateBodies,
  knownPlaces,
  knownSectors,
  knownProducts,
  knownVulnerabilities,
  knownTechniques,
  organisations,
  typedBodies,
  companies,
  vendorsFromContext,
  productsFromContext,
  acronyms,
  softwareFromContext,
  actorShapes,
  listedNames,
  spreadNames,
]
