import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { CaseFileHeader, CaseFileSummary, CaseRows } from './format'
import { caseFileVersion, checksumsEntry, headerEntry, originalsFolder, rowEntries } from './format'
import { contentChecksum } from './checksums'
import type { EntryChecksum } from './checksums'
import { createSealer } from './seal'
import type { SealCrypto } from './seal'

export interface WriteCaseFileOptions {
  readonly name: string
  readonly writtenBy: string
  /** ISO 8601 instant, also the date of the ZIP's entries. */
  readonly writtenAt: string
  /** Given, the file is sealed with it (`seal.ts`). */
  readonly passphrase?: string
  readonly crypto: SealCrypto
  readonly isCancelled?: () => boolean
  readonly report?: (rows: number) => void
}

export class WriteCancelled extends Error {}

/**
 * Writes a case as one file, piece by piece: memory stays at one row and one chunk, however large the case. What `sink` throws
 * (a full disk) comes out as it is; the caller throws the unfinished file away.
 */
export async function writeCaseFile(
  rows: CaseRows,
  sink: (chunk: Uint8Array) => Promise<void>,
  options: WriteCaseFileOptions,
): Promise<CaseFileSummary> {
  const { name, writtenBy, writtenAt, passphrase, crypto } = options
  const sealer = passphrase === undefined ? undefined : await createSealer(passphrase, crypto, sink)
  const zip = new ZipWriter(sealer?.write ?? sink, new Date(writtenAt))
  const header: CaseFileHeader = {
    format: 'gnomon-case',
    version: caseFileVersion,
    writtenBy,
    writtenAt,
    name,
  }
  const counts = { reports: 0, decisions: 0, originals: 0 }
  let rowCount = 0
  const count = () => {
    if (options.isCancelled?.() === true) throw new WriteCancelled()
    rowCount += 1
    if (rowCount % 50 === 0) options.report?.(rowCount)
  }
  await zip.add(headerEntry, [strToU8(JSON.stringify(header))], true)
  for (const entry of rowEntries) {
    const lines = async function* () {
      for await (const row of rows[entry]()) {
        count()
        if (entry === 'reports' || entry === 'decisions') counts[entry] += 1
        yield strToU8(`${JSON.stringify(row)}\n`)
      }
    }
    await zip.add(`${entry}.jsonl`, lines(), true)
  }
  for await (const { id, bytes } of rows.originals()) {
    count()
    counts.originals += 1
    await zip.add(`${originalsFolder}${id}`, [bytes], isWorthPacking(bytes))
  }
  const checksums = [...zip.checksums]
  await zip.add(checksumsEntry, [strToU8(JSON.stringify({ entries: checksums }))], true)
  await zip.end()
  await sealer?.end()
  return {
    ...header,
    ...counts,
    bytes: checksums.reduce((sum, { bytes }) => sum + bytes, 0),
    checksum: contentChecksum(checksums),
    encrypted: sealer !== undefined,
  }
}

/** PDF, ZIP and pictures are packed already. */
function isWorthPacking(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 4))
  return (
    !['%PDF', 'PK\u0003\u0004', '\u0089PNG'].includes(start) && !start.startsWith('\u00ff\u00d8')
  )
}

/** fflate's own streams, with what they hand out passed on in order and waited for. */
class ZipWriter {
  readonly checksums: EntryChecksum[] = []
  private readonly zip: Zip
  private pending: Uint8Array[] = []
  private failure: Error | null = null

  constructor(
    private readonly sink: (chunk: Uint8Array) => Promise<void>,
    private readonly date: Date,
  ) {
    this.zip = new Zip((error, chunk) => {
      if (error) this.failure = error
      else if (chunk.length > 0) this.pending.push(chunk)
    })
  }

  async add(
    name: string,
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    isPacked: boolean,
  ): Promise<void> {
    const entry = isPacked ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name)
    entry.mtime = this.date
    this.zip.add(entry)
    const hash = sha256.create()
    let bytes = 0
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
      entry.push(chunk, false)
      await this.flush()
    }
    entry.push(new Uint8Array(0), true)
    this.checksums.push({ name, bytes, sha256: bytesToHex(hash.digest()) })
    await this.flush()
  }

  async end(): Promise<void> {
    this.zip.end()
    await this.flush()
  }

  private async flush(): Promise<void> {
    const chunks = this.pending
    this.pending = []
    if (this.failure) throw this.failure
    for (const chunk of chunks) await this.sink(chunk)
  }
}
