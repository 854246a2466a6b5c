/** Where a region lies, as a circle on the globe: centre (longitude, latitude) and radius in degrees. Rough on purpose: a region has no exact border. */
export interface RegionCircle {
  readonly at: readonly [number, number]
  readonly radius: number
}

const circles: readonly (readonly [
  names: string,
  longitude: number,
  latitude: number,
  radius: number,
])[] = [
  ['africa', 19, 3, 34],
  ['north africa|northern africa|maghreb', 10, 28, 16],
  ['west africa|western africa', -4, 12, 13],
  ['east africa|eastern africa|horn of africa', 39, 3, 13],
  ['central africa', 19, 2, 11],
  ['southern africa', 24, -24, 12],
  ['sub-saharan africa', 21, -5, 26],
  ['sahel', 8, 15, 14],
  ['europe', 15, 52, 20],
  ['western europe', 3, 48, 9],
  ['eastern europe', 28, 50, 10],
  ['central europe', 15, 49, 7],
  ['northern europe|scandinavia|nordics|nordic countries', 17, 62, 9],
  ['southern europe|mediterranean', 15, 40, 13],
  ['baltics|baltic states|baltic', 25, 57, 4],
  ['balkans|western balkans', 20, 43, 5],
  ['european union|eu', 13, 49, 15],
  ['asia', 90, 38, 38],
  ['southeast asia|south-east asia|south east asia|asean', 113, 7, 18],
  ['east asia|northeast asia', 120, 36, 18],
  ['south asia', 78, 23, 14],
  ['central asia', 67, 43, 13],
  ['middle east|near east|gulf|gulf states', 46, 29, 14],
  ['caucasus|south caucasus', 44.5, 42, 4],
  ['asia-pacific|asia pacific|apac|indo-pacific', 122, 10, 36],
  ['oceania|pacific|pacific islands', 160, -15, 26],
  ['south china sea', 114, 12, 8],
  ['north america', -100, 45, 24],
  ['central america', -87, 13, 7],
  ['caribbean', -69, 18, 9],
  ['south america', -60, -16, 26],
  ['latin america|latin america and the caribbean', -70, -8, 34],
  ['americas', -85, 15, 52],
]

const byName = new Map(
  circles.flatMap(([names, longitude, latitude, radius]) =>
    names.split('|').map((name) => [name, { at: [longitude, latitude] as const, radius }] as const),
  ),
)

/** By the region's name in English; undefined where it has no one place ("the West", "NATO countries"). */
export function regionCircle(name: string): RegionCircle | undefined {
  return byName.get(name.trim().toLowerCase().replace(/^the /, ''))
}
