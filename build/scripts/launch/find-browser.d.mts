export function browserPlaces(
  platform?: NodeJS.Platform,
  env?: Readonly<Record<string, string | undefined>>,
): string[]
export function findBrowser(
  platform?: NodeJS.Platform,
  env?: Readonly<Record<string, string | undefined>>,
): string | undefined
export const browserNames: string
