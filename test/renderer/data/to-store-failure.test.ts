import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { toStoreFailure } from '../../../src-renderer/data/to-store-failure'

describe('toStoreFailure', () => {
  it.each([
    ['the browser says so', new DOMException('full', 'QuotaExceededError'), 'quota-exceeded'],
    [
      'the browser says so to Dexie',
      new Dexie.AbortError('aborted', new DOMException('full', 'QuotaExceededError')),
      'quota-exceeded',
    ],
    ['the case was closed', new Dexie.DatabaseClosedError('closed'), 'case-closed'],
    ['anything else fails', new TypeError('odd'), 'write-failed'],
    ['something that is no error is thrown', 'odd', 'write-failed'],
  ])('knows why when %s', (_, error, code) => {
    expect(toStoreFailure(error).code).toBe(code)
  })
})
