import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { strFromU8, Unzip, UnzipInflate, UnzipPassThrough } from 'fflate'
import type { UnzipFile } from 'fflate'
import * as z from 'zod/mini'
import type { Result } from '../lib/result'
import { fail, succeed } from '../lib/result'
import { reportId } from '../model/ids'
import type {
  CaseFileFailure,
  CaseFileHeader,
  CaseFileOriginal,
  CaseFileSummary,
  RowEntry,
} from './format'
import { caseFileVersion, checksumsEntry, headerEntry, originalsFolder, rowEntries } from './format'
import { contentChecksum } from './checksums'
import type { EntryChecksum } from './checksums'
import type { CaseFileRow } from './row-schemas'
import { parseRow } from './row-schemas'
import { isSealed, SealFailure, unsealed } from './seal'
import type { SealCrypto } from './seal'

export interface ReadCaseFileOptions {
  readonly crypto: SealCrypto
  readonly passphrase?: string
  readonly isCancelled?: () => boolean
  readonly report?: (bytes: number) => void
}

/** What is done with each row as it comes; nothing that was handed out counts before the whole file has proved sound. */
export interface CaseFileVisitor {
  readonly row: (row: CaseFileRow) => Promise<void>
  readonly original: (original: CaseFileOriginal) => Promise<void>
}

export const ignoreRows: CaseFileVisitor = {
  row: () => Promise.resolve(),
  original: () => Promise.resolve(),
}

const headerSchema = z.object({
  format: z.literal('gnomon-case'),
  version: z.int().check(z.positive()),
  writtenBy: z.string(),
  writtenAt: z.string(),
  name: z.string(),
})
const checksumsSchema = z.object({
  entries: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
})

/** As many bytes as tell a sealed file from a plain one. */
const sealedStart = 8

/** No single row or original of a case is larger; more is a bomb. */
const maxEntry = 1024 * 1024 * 1024

/** Reads and verifies a case file to its end: every row against its schema, every entry against its checksum. */
export async function readCaseFile(
  chunks: AsyncIterable<Uint8Array>,
  visitor: CaseFileVisitor,
  options: ReadCaseFileOptions,
): Promise<Result<CaseFileSummary, CaseFileFailure>> {
  const reader = new CaseFileReader(visitor)
  let seen = 0
  try {
    const { isEncrypted, plain } = await opened(chunks, options)
    for await (const chunk of plain) {
      if (options.isCancelled?.() === true) throw damaged('the file', 'reading was cancelled')
      seen += chunk.length
      options.report?.(seen)
      await reader.push(chunk)
    }
    return succeed({ ...(await reader.finish()), encrypted: isEncrypted })
  } catch (error) {
    if (error instanceof SealFailure) return fail(error.failure)
    if (error instanceof FileFault) return fail(error.failure)
    throw error
  }
}

class FileFault extends Error {
  constructor(readonly failure: CaseFileFailure) {
    super(failure.code)
  }
}

function damaged(entry: string, detail: string): FileFault {
  return new FileFault({ code: 'case-file-damaged', entry, detail })
}

async function opened(
  chunks: AsyncIterable<Uint8Array>,
  { passphrase, crypto }: ReadCaseFileOptions,
): Promise<{ readonly isEncrypted: boolean; readonly plain: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  let first: Uint8Array = new Uint8Array(0)
  while (first.length < sealedStart) {
    const next = await iterator.next()
    if (next.done === true) break
    first = joined([first, next.value], first.length + next.value.length)
  }
  const all = (async function* () {
    yield first
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
      yield next.value
  })()
  if (!isSealed(first)) {
    if (strFromU8(first.subarray(0, 2), true) !== 'PK')
      throw new FileFault({ code: 'not-a-case-file' })
    return { isEncrypted: false, plain: all }
  }
  if (passphrase === undefined) throw new FileFault({ code: 'passphrase-needed' })
  return { isEncrypted: true, plain: unsealed(all, passphrase, crypto) }
}

class CaseFileReader {
  private readonly unzip = new Unzip((file) => this.start(file))
  private readonly found: EntryChecksum[] = []
  private readonly counts = { reports: 0, decisions: 0, originals: 0 }
  private readonly jobs: (() => Promise<void>)[] = []
  private header: CaseFileHeader | undefined
  private stated: readonly EntryChecksum[] | undefined

  constructor(private readonly visitor: CaseFileVisitor) {
    this.unzip.register(UnzipInflate)
    this.unzip.register(UnzipPassThrough)
  }

  async push(chunk: Uint8Array, isLast = false): Promise<void> {
    try {
      this.unzip.push(chunk, isLast)
    } catch (error) {
      if (error instanceof FileFault) throw error
      throw damaged('the ZIP', error instanceof Error ? error.message : String(error))
    }
    await this.work()
  }

  async finish(): Promise<Omit<CaseFileSummary, 'encrypted'>> {
    await this.push(new Uint8Array(0), true)
    if (!this.header) throw new FileFault({ code: 'not-a-case-file' })
    if (!this.stated) throw damaged(checksumsEntry, 'missing: the file was cut off')
    for (const { name, sha256: stated } of this.stated) {
      const found = this.found.find((entry) => entry.name === name)
      if (!found) throw damaged(name, 'missing')
      if (found.sha256 !== stated) throw damaged(name, 'its checksum is not the one stated')
    }
    if (this.found.length !== this.stated.length)
      throw damaged('the ZIP', 'it holds more than it states')
    return {
      ...this.header,
      ...this.counts,
      bytes: this.found.reduce((sum, { bytes }) => sum + bytes, 0),
      checksum: contentChecksum(this.found),
    }
  }

  private async work(): Promise<void> {
    for (const job of this.jobs.splice(0)) await job()
  }

  private start(file: UnzipFile): void {
    const { name } = file
    const isFirst = this.found.length === 0 && !this.header
    if (isFirst && name !== headerEntry) throw new FileFault({ code: 'not-a-case-file' })
    const hash = sha256.create()
    const lines = new Lines()
    const entry = rowEntries.find((known) => name === `${known}.jsonl`)
    let bytes = 0
    const whole: Uint8Array[] = []
    file.ondata = (error, chunk, isLast) => {
      // fflate hands back what this function threw itself.
      if (error instanceof FileFault) throw error
      if (error) throw damaged(name, error.message)
      hash.update(chunk)
      bytes += chunk.length
      if (entry === undefined) {
        if (bytes > maxEntry) throw damaged(name, 'it is larger than any entry may be')
        if (chunk.length > 0) whole.push(chunk)
      } else for (const line of lines.push(chunk)) this.takeLine(entry, line)
      if (!isLast) return
      if (entry !== undefined && lines.rest > 0) throw damaged(name, 'the last line is cut off')
      const sum = { name, bytes, sha256: bytesToHex(hash.digest()) }
      if (name === checksumsEntry) this.stated = this.takeChecksums(joined(whole, bytes))
      else this.found.push(sum)
      if (name === headerEntry) this.header = this.takeHeader(joined(whole, bytes))
      if (name.startsWith(originalsFolder)) this.takeOriginal(sum, joined(whole, bytes))
    }
    file.start()
  }

  private takeHeader(bytes: Uint8Array): CaseFileHeader {
    const header = headerSchema.safeParse(jsonOf(bytes))
    if (!header.success) throw new FileFault({ code: 'not-a-case-file' })
    const { version } = header.data
    if (version > caseFileVersion)
      throw new FileFault({ code: 'case-file-newer', found: version, supported: caseFileVersion })
    return header.data
  }

  private takeChecksums(bytes: Uint8Array): readonly EntryChecksum[] {
    const checksums = checksumsSchema.safeParse(jsonOf(bytes))
    if (!checksums.success) throw damaged(checksumsEntry, 'it is not a list of checksums')
    return checksums.data.entries
  }

  private takeLine(entry: RowEntry, line: Uint8Array): void {
    const row = parseRow(entry, jsonOf(line))
    if (!row.ok) throw damaged(`${entry}.jsonl`, row.failure)
    if (entry === 'reports' || entry === 'decisions') this.counts[entry] += 1
    this.jobs.push(() => this.visitor.row(row.value))
  }

  private takeOriginal({ name, sha256: sum }: EntryChecksum, bytes: Uint8Array): void {
    // A report's id is the checksum of its bytes: nobody can put other bytes under it.
    if (name.slice(originalsFolder.length) !== sum) throw damaged(name, 'its bytes are others')
    this.counts.originals += 1
    this.jobs.push(() => this.visitor.original({ id: reportId(sum), bytes }))
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes)) as unknown
  } catch {
    // Not JSON: the schema that looks at it next says what is missing.
    return undefined
  }
}

/** Bytes cut at line ends; a line may come in many chunks. */
class Lines {
  private parts: Uint8Array[] = []
  rest = 0;

  *push(chunk: Uint8Array): Iterable<Uint8Array> {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const last = chunk.subarray(from, end)
      yield this.rest === 0 ? last : joined([...this.parts, last], this.rest + last.length)
      this.parts = []
      this.rest = 0
      from = end + 1
    }
    if (from >= chunk.length) return
    // A copy: fflate may use the buffer again.
    this.parts.push(chunk.slice(from))
    this.rest += chunk.length - from
    if (this.rest > maxEntry) throw damaged('a line', 'it is larger than any row may be')
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
