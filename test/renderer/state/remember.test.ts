import { describe, expect, it } from 'vitest'
import { checkFilters } from '../../../src-renderer/state/filters'
import { recall, remember } from '../../../src-renderer/state/remember'
import { checkArrangement } from '../../../src-renderer/state/workspace'

function memoryOf(entries: readonly (readonly [string, string])[] = []) {
  const kept = new Map(entries)
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

describe('recall', () => {
  it('gives back what was remembered', () => {
    const memory = memoryOf()
    remember(memory, 'filters', { minOrigins: 2, kinds: ['actor'] })
    expect(recall(memory, 'filters', checkFilters, {})).toEqual({ minOrigins: 2, kinds: ['actor'] })
  })

  it.each(['', '{', 'null', '7'])('falls back where %j is stored', (text) => {
    expect(recall(memoryOf([['filters', text]]), 'filters', checkFilters, {})).toEqual({})
  })

  it('survives a profile that refuses storage', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    const memory = { getItem: refuse, setItem: refuse }
    remember(memory, 'filters', {})
    expect(recall(memory, 'filters', checkFilters, { minOrigins: 1 })).toEqual({ minOrigins: 1 })
  })
})

describe('checkFilters', () => {
  it('keeps of a stored filter what this version knows', () => {
    const stored = { kinds: ['actor', 'alien'], outcomes: 'all', since: 7, until: '2024', extra: 1 }
    expect(checkFilters(stored)).toEqual({ kinds: ['actor'], until: '2024' })
  })
})

describe('checkArrangement', () => {
  it('keeps of a stored arrangement what this version knows', () => {
    const stored = { theme: 'neon', activeView: 'graph', panes: { main: { a: 30, b: 'x' }, c: 1 } }
    expect(checkArrangement(stored)).toEqual({
      theme: 'system',
      activeView: 'graph',
      panes: { main: { a: 30 } },
      inspectorOpen: true,
    })
  })
})
