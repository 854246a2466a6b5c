import { counts } from './counts'
import { dates } from './dates'
import { identifiers } from './identifiers'
import { indicators } from './indicators'
import { knownNames } from './known-names'
import { knownPlaces } from './known-places'
import { knownSectors } from './known-sectors'
import { knownProducts, knownStateBodies, knownTechniques } from './known-things'
import { knownVendors } from './known-vendors'
import { namingSchemes } from './naming-schemes'
import type { Recogniser } from './recogniser'

/** All recognisers, those that look at others' finds last. Adding one is adding a file and a line here. */
export const recognisers: readonly Recogniser[] = [
  indicators,
  identifiers,
  dates,
  counts,
  knownNames,
  namingSchemes,
  knownVendors,
  knownStateBodies,
  knownPlaces,
  knownSectors,
  knownProducts,
  knownTechniques,
]
