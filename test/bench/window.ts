import type { BenchRow } from './bench-row'

export function benchWindow(): Promise<BenchRow[]> {
  return Promise.resolve([])
}
export function benchGraph(): Promise<BenchRow[]> {
  return Promise.resolve([])
}
