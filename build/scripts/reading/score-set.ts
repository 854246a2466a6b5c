import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Read } from '@core/extraction/create-reader'
import { toExtractOutput } from '@core/extraction/output/to-extract-output'
import { sharedEval, type Page } from './gold'
import { inputOf } from './read-page'

export interface Ratio {
  readonly p: number
  readonly r: number
  readonly f1: number
}
export interface Rate {
  readonly ok: number
  readonly n: number
  readonly rate: number
}
/** What `score.mjs --json` prints. */
export interface SetScore {
  readonly documents: number
  readonly rows: Readonly<Record<string, Ratio>>
  readonly targets: Ratio
  readonly all: Ratio
  readonly outcomeMacro: number
  readonly hedgedTrue: Ratio
  readonly outcome: Rate
  readonly hedged: Rate
  readonly period: Rate
  readonly traps: Rate
  readonly offsets: Rate
}

/** Reads every page and writes one prediction each; `readerOf` lets a fold's pages be read by the fold's reader. */
export function writePredictions(
  pages: readonly Page[],
  readerOf: (page: number) => Read,
  folder: string,
): void {
  mkdirSync(folder, { recursive: true })
  pages.forEach((page, index) => {
    const input = inputOf(page.text, page.gold.published)
    const reading = readerOf(index)(input)
    const output = toExtractOutput(reading, { metadata: input.metadata, text: page.text })
    writeFileSync(join(folder, `${page.name}.json`), `${JSON.stringify(output)}\n`)
  })
}

export function scoreSet(
  set: string,
  folder: string,
): { readonly score: SetScore; readonly misses: string } {
  const run = spawnSync(
    process.execPath,
    [
      join(sharedEval, 'score.mjs'),
      '--gold',
      join(sharedEval, set),
      '--pred',
      folder,
      '--json',
      '--verbose',
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  // The scorer's own format, fixed by the evaluation kit.
  return { score: JSON.parse(run.stdout) as SetScore, misses: run.stderr }
}

export function scorePublic(name: string, read: Read, folder: string): string {
  const file = join(sharedEval, 'public', `${name}.jsonl`)
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    // Labelled data of a fixed, documented shape.
    .map((line) => JSON.parse(line) as { id: string; text: string; meta?: { published?: string } })
  mkdirSync(folder, { recursive: true })
  const lines = rows.map((row) => {
    const input = inputOf(row.text, row.meta?.published)
    return JSON.stringify({
      id: row.id,
      ...toExtractOutput(read(input), { metadata: input.metadata, text: row.text }),
    })
  })
  const predictions = join(folder, `${name}.ndjson`)
  writeFileSync(predictions, `${lines.join('\n')}\n`)
  const run = spawnSync(
    process.execPath,
    [join(sharedEval, 'score-public.mjs'), '--gold', file, '--pred', predictions],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  return run.stdout + run.stderr
}
