import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExtractOutput } from '@core/extraction/output/to-extract-output'
import { actorMatches, anyNameMatches, sameName, type Page } from './gold'

const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]

/** Of the victim links printed at a confidence, how many the labels confirm; links of actors only mentioned are left out. */
export function reliabilityLines(pages: readonly Page[], folder: string): string[] {
  const bins = edges.slice(1).map(() => ({ links: 0, right: 0, sum: 0 }))
  for (const page of pages) {
    // Written by this run, in the contract's shape.
    const output = JSON.parse(
      readFileSync(join(folder, `${page.name}.json`), 'utf8'),
    ) as ExtractOutput
    const byId = new Map(output.entities.map((e) => [e.id, e]))
    for (const link of output.links) {
      const actor = byId.get(link.source)
      const target = byId.get(link.target)
      if (link.type !== 'targets' || !actor || !target) continue
      const golds = (page.gold.actors ?? []).filter((a) => actorMatches(a.names, actor))
      const mentioned = (page.gold.mentioned ?? []).some((names) => actorMatches(names, actor))
      if (golds.length === 0 && mentioned) continue
      const ids = new Set(golds.map((a) => a.id))
      const isRight = (page.gold.targets ?? []).some(
        (fact) =>
          fact.actor !== undefined &&
          ids.has(fact.actor) &&
          (fact.kind === 'organization'
            ? (target.type === 'organization' || target.type === 'vendor') &&
              anyNameMatches(fact.names ?? [], target)
            : target.type === fact.kind && sameName(target.ref ?? target.name, fact.value ?? '')),
      )
      const bin = bins[edges.findLastIndex((edge) => link.confidence >= edge)]
      if (!bin) continue
      bin.links++
      bin.sum += link.confidence
      if (isRight) bin.right++
    }
  }
  return [
    '| confidence | links | mean confidence | right |',
    '|---|---|---|---|',
    ...bins.flatMap(({ links, right, sum }, i) =>
      links === 0
        ? []
        : [
            `| ${edges[i]?.toFixed(1)}–${Math.min(1, edges[i + 1] ?? 1).toFixed(1)} | ${links} | ${(sum / links).toFixed(2)} | ${(right / links).toFixed(2)} |`,
          ],
    ),
  ]
}
