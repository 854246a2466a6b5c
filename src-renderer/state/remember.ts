/** Where small preferences are kept between starts. `localStorage` fits; tests hand in a map. */
export interface Memory {
  readonly getItem: (key: string) => string | null
  readonly setItem: (key: string, value: string) => void
}

/**
 * Reads what was remembered; anything that is absent, broken or not as `check` wants it gives `fallback`. A profile may
 * refuse storage altogether: then nothing is remembered and nothing breaks.
 */
export function recall<Value>(
  memory: Memory,
  key: string,
  check: (stored: unknown) => Value | undefined,
  fallback: Value,
): Value {
  try {
    const text = memory.getItem(key)
    if (text === null) return fallback
    const stored: unknown = JSON.parse(text)
    return check(stored) ?? fallback
  } catch {
    // Broken or refused storage costs a preference, nothing more.
    return fallback
  }
}

export function remember(memory: Memory, key: string, value: unknown): void {
  try {
    memory.setItem(key, JSON.stringify(value))
  } catch {
    // A full or refused storage costs a preference, nothing more.
    return
  }
}

/** The browser's own, or a memory for this session only where a page may not have one. */
export function browserMemory(): Memory {
  try {
    return window.localStorage
  } catch {
    // Reading the property itself throws where storage is refused.
    const kept = new Map<string, string>()
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    }
  }
}
