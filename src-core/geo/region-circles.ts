import type { EntityId } from '../model/ids'

/** Where a region lies, as a circle on the globe: centre (longitude, latitude) and radius in degrees. Rough on purpose: a region has no exact border. */
export interface RegionCircle {
  readonly at: readonly [number, number]
  readonly radius: number
}

/** By the key of the knowledge's table of regions. */
const circles: Readonly<Record<string, readonly [number, number, number]>> = {
  africa: [19, 3, 36],
  'north-africa': [12, 28, 17],
  'sub-saharan-africa': [22, -6, 28],
  'east-africa': [38, 2, 14],
  'west-africa': [-4, 12, 13],
  'central-africa': [18, 3, 12],
  'southern-africa': [24, -24, 12],
  'horn-of-africa': [44, 8, 8],
  sahel: [6, 15, 14],
  americas: [-85, 12, 58],
  'north-america': [-100, 46, 26],
  'latin-america': [-72, -8, 38],
  'south-america': [-60, -18, 28],
  'central-america': [-86, 13, 7],
  caribbean: [-70, 18, 9],
  asia: [88, 36, 42],
  'asia-pacific': [122, 8, 38],
  'east-asia': [118, 36, 20],
  'southeast-asia': [113, 6, 18],
  asean: [113, 6, 18],
  'south-asia': [78, 22, 16],
  'central-asia': [66, 44, 14],
  'middle-east': [46, 30, 15],
  mena: [26, 28, 30],
  gulf: [50, 24, 9],
  levant: [36.5, 33, 4],
  'arab-world': [26, 26, 30],
  europe: [14, 53, 21],
  'european-union': [12, 50, 17],
  'western-europe': [3, 49, 9],
  'eastern-europe': [30, 51, 12],
  'central-europe': [15, 48.5, 7],
  'northern-europe': [14, 60, 13],
  'southern-europe': [13, 41, 13],
  nordics: [17, 62, 9],
  baltics: [25, 57, 4],
  balkans: [21, 43.5, 5],
  caucasus: [44.5, 42, 4],
  benelux: [5.5, 51.5, 3],
  iberia: [-4, 40, 6],
  visegrad: [18.5, 49.5, 5],
  oceania: [160, -18, 32],
  'south-china-sea': [114, 12, 8],
  'taiwan-strait': [119.8, 24.5, 2.5],
  'korean-peninsula': [127.5, 38, 5],
  'greater-china': [110, 33, 20],
  mekong: [104, 16, 8],
  tibet: [88, 32, 8],
  kurdistan: [44.5, 36.3, 2.5],
  kashmir: [76, 34.5, 3],
  donbas: [38.3, 48.2, 2.2],
  siberia: [110, 62, 22],
  'post-soviet': [70, 55, 34],
}

/** Undefined where a region has no one place ("NATO", "the West"): such go to the margin. */
export function regionCircle(region: EntityId): RegionCircle | undefined {
  const [longitude, latitude, radius] = circles[region.replace(/^region:/, '')] ?? []
  return longitude === undefined || latitude === undefined || radius === undefined
    ? undefined
    : { at: [longitude, latitude], radius }
}
