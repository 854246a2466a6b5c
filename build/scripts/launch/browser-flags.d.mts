export const networkSilencingFlags: readonly string[]
export const appWindowFlags: readonly string[]
export function rootFlags(): readonly string[]
