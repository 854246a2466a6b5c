import type { CaseFileRow } from '@core/case-file/row-schemas'
import { ignoreRows, readCaseFile } from '@core/case-file/read-case-file'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryLog } from '../../support/arbitrary-case'
import { aLog, importing } from '../../support/case-builders'
import { aCaseContent, caseFileBytes, inChunks } from '../../support/case-file'

const content = aCaseContent(['one', 'two', 'three'], aLog(importing(1, 2)))
const crypto = globalThis.crypto

async function read(bytes: Uint8Array, passphrase?: string, chunk = 1000) {
  const rows: CaseFileRow[] = []
  const originals: string[] = []
  const result = await readCaseFile(
    inChunks(bytes, chunk),
    {
      row: (row) => {
        rows.push(row)
        return Promise.resolve()
      },
      original: (original) => {
        originals.push(strFromU8(original.bytes))
        return Promise.resolve()
      },
    },
    { crypto, ...(passphrase === undefined ? {} : { passphrase }) },
  )
  return { result, rows, originals }
}

function verify(bytes: Uint8Array, passphrase?: string) {
  return readCaseFile(inChunks(bytes, 65_536), ignoreRows, {
    crypto,
    ...(passphrase === undefined ? {} : { passphrase }),
  })
}

describe('a case file', () => {
  it('gives back every row and every original, whatever pieces it comes in', async () => {
    const bytes = await caseFileBytes(content)
    for (const chunk of [1, 7, 100_000]) {
      const { result, rows, originals } = await read(bytes, undefined, chunk)
      expect(result).toMatchObject({
        ok: true,
        value: { name: 'River', reports: 3, decisions: 1, originals: 3, encrypted: false },
      })
      const of = (entry: CaseFileRow['entry']) =>
        rows.filter((row) => row.entry === entry).map(({ value }) => value)
      expect(of('decisions')).toEqual(content.decisions)
      expect(of('reports')).toEqual(content.reports)
      expect(of('readings')).toEqual(content.readings)
      expect(of('texts')).toEqual(content.texts)
      expect(originals.toSorted()).toEqual(['one', 'three', 'two'])
    }
  })

  it('is an ordinary ZIP of JSON lines and originals', async () => {
    const entries = unzipSync(await caseFileBytes(content))
    expect(Object.keys(entries)).toEqual([
      'gnomon-case.json',
      'decisions.jsonl',
      'reports.jsonl',
      'readings.jsonl',
      'texts.jsonl',
      'layouts.jsonl',
      'settings.jsonl',
      ...content.originals.map(({ id }) => `originals/${id}`),
      'checksums.json',
    ])
    expect(strFromU8(entries['reports.jsonl']!).trim().split('\n')).toHaveLength(3)
  })

  it('is the same byte for byte for the same case, name and hour, and its checksum does not know the hour', async () => {
    expect(await caseFileBytes(content)).toEqual(await caseFileBytes(content))
    const later = await caseFileBytes(content, { writtenAt: '2025-01-01T00:00:00.000Z' })
    const [a, b] = [await verify(await caseFileBytes(content)), await verify(later)]
    expect(a.ok && b.ok && a.value.checksum === b.value.checksum).toBe(true)
  })

  it('carries any log of decisions', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLog, async (log) => {
        const { rows } = await read(await caseFileBytes(aCaseContent([], log)))
        expect(rows.filter(({ entry }) => entry === 'decisions').map(({ value }) => value)).toEqual(
          log,
        )
      }),
      { numRuns: 30 },
    )
  })

  it('is refused when any byte has changed, or its end is missing', async () => {
    const bytes = await caseFileBytes(content)
    for (let at = 40; at < bytes.length; at += 97) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ 0xff
      const result = await verify(changed)
      const whole = await verify(bytes)
      // What stands in the ZIP's own directory is not part of the case.
      if (result.ok) expect(result).toEqual(whole)
    }
    expect(await verify(bytes.slice(0, bytes.length / 2))).toMatchObject({ ok: false })
  })

  it('names the entry whose content is another', async () => {
    const entries = unzipSync(await caseFileBytes(content))
    const name = `originals/${content.originals[0]!.id}`
    entries[name] = new TextEncoder().encode('forged')
    expect(await verify(zipSync(entries))).toMatchObject({
      ok: false,
      failure: { code: 'case-file-damaged', entry: name },
    })
  })

  it('refuses what is no case file, and what a newer Gnomon wrote', async () => {
    expect(await verify(new TextEncoder().encode('hello world'))).toMatchObject({
      failure: { code: 'not-a-case-file' },
    })
    expect(await verify(zipSync({ 'a.txt': new Uint8Array(3) }))).toMatchObject({
      failure: { code: 'not-a-case-file' },
    })
    const entries = unzipSync(await caseFileBytes(content))
    const header = JSON.parse(strFromU8(entries['gnomon-case.json']!)) as object
    entries['gnomon-case.json'] = new TextEncoder().encode(
      JSON.stringify({ ...header, version: 99 }),
    )
    expect(await verify(zipSync(entries))).toMatchObject({
      failure: { code: 'case-file-newer', found: 99 },
    })
  })
})

describe('an encrypted case file', () => {
  it('opens with its passphrase and with no other, and nothing in it can be read without', async () => {
    const bytes = await caseFileBytes(content, { passphrase: 'three herons at dusk' })
    expect(strFromU8(bytes, true)).not.toContain('reports.jsonl')
    const { result, originals } = await read(bytes, 'three herons at dusk')
    expect(result).toMatchObject({ ok: true, value: { encrypted: true, reports: 3 } })
    expect(originals).toHaveLength(3)
    expect(await verify(bytes, 'another')).toMatchObject({ failure: { code: 'passphrase-wrong' } })
    expect(await verify(bytes)).toMatchObject({ failure: { code: 'passphrase-needed' } })
  }, 30_000)

  it('is refused when it was cut off or altered', async () => {
    const big = aCaseContent([randomText(1_500_000)], [])
    const bytes = await caseFileBytes(big, { passphrase: 'p' })
    expect(await verify(bytes, 'p')).toMatchObject({ ok: true })
    const altered = bytes.slice()
    altered[1_200_000] = (altered[1_200_000] ?? 0) ^ 1
    for (const broken of [bytes.slice(0, bytes.length - 5), bytes.slice(0, 1_048_800), altered])
      expect(await verify(broken, 'p')).toMatchObject({ ok: false })
  }, 60_000)
})

/** Text that deflate cannot shrink below a sealed piece. */
function randomText(length: number): string {
  let state = 1
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return String.fromCharCode(33 + ((state >>> 25) % 90))
  }).join('')
}
