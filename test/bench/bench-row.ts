/** One line of the benchmark's table. */
export interface BenchRow {
  readonly what: string
  readonly measured: string
  /** The budget that we promised, in words. */
  readonly budget?: string
}

export async function elapsedMs(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** The middle of several runs, so that one hiccup does not tell the story. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < runs; i++) times.push(await elapsedMs(work))
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? NaN
}
