import type { KnownName } from '@core/knowledge/knowledge'

/** A malware name, unless told otherwise. */
export function aName(surface: string, more: Partial<KnownName> = {}): KnownName {
  return {
    surface,
    kind: 'malware',
    key: surface.toLowerCase(),
    class: 'distinctive',
    role: 'name',
    ...more,
  }
}
