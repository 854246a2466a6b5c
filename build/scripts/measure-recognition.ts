// How much of what readers need the recognise stage finds, before anything is linked.
//   node build/scripts/run-ts.mjs build/scripts/measure-recognition.ts [GOLD-FOLDER] [--misses] [--dump NAME] [--public FILE.jsonl] [--speed [--each]]
// Gold is a folder of NAME.txt and NAME.gold.json; --public writes predictions that score-public.mjs reads on standard output.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { segmentText } from '@core/extraction/text/segment'
import { makeContext } from '@core/extraction/recognise/make-context'
import { recognise } from '@core/extraction/recognise/recognise'
import { recognisers } from '@core/extraction/recognise/recognisers'
import { settleOverlaps } from '@core/extraction/settle/settle-overlaps'
import type { Recognition, SegmentedText } from '@core/extraction/stages'
import { readPlainText } from '@core/import/text/read-plain-text'
import { loadKnowledge } from '@core/knowledge/load-knowledge'
import { builtinKnowledgeTables } from '../../resources/knowledge/tables'

const args = process.argv.slice(2)
const flag = (name: string): boolean => args.includes(`--${name}`)
const value = (name: string): string | undefined =>
  flag(name) ? args[args.indexOf(`--${name}`) + 1] : undefined
const folder = resolve(args[0]?.startsWith('--') === false ? args[0] : '../shared/eval/train')
const knowledge = loadKnowledge(builtinKnowledgeTables)

interface Read {
  readonly segmented: SegmentedText
  readonly all: readonly Recognition[]
  readonly settled: readonly Recognition[]
}

function read(text: string, published: string | undefined): Read {
  const { source, metadata } = readPlainText(text, 'report.txt')
  const dated = published === undefined ? metadata : { ...metadata, published }
  const segmented = segmentText(source, dated, knowledge)
  const all = recognise(segmented, knowledge)
  return { segmented, all, settled: settleOverlaps(all) }
}

interface Gold {
  readonly published?: string
  readonly actors?: readonly { readonly names: readonly string[] }[]
  readonly mentioned?: readonly (readonly string[])[]
  readonly targets?: readonly {
    readonly kind: string
    readonly value?: string
    readonly names?: readonly string[]
  }[]
  readonly not_targets?: readonly {
    readonly kind: string
    readonly value?: string
    readonly names?: readonly string[]
  }[]
  readonly uses?: readonly { readonly names: readonly string[] }[]
  readonly exploits?: readonly { readonly names: readonly string[] }[]
  readonly reported_by?: readonly (string | readonly string[])[]
  readonly based_in?: readonly { readonly place?: string; readonly names?: readonly string[] }[]
  readonly period?: readonly { readonly from?: string; readonly to?: string }[]
}

const norm = (words: string): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
const list = (names: string | readonly string[]): readonly string[] =>
  typeof names === 'string' ? [names] : names

function named(
  found: readonly Recognition[],
  kinds: readonly string[],
  names: readonly string[],
): boolean {
  const wanted = new Set(names.map(norm))
  return found.some(
    (one) =>
      kinds.includes(one.kind) &&
      [one.surface, one.name, ...(one.aliases ?? []), ...knownNamesOf(one)].some((name) =>
        wanted.has(norm(name)),
      ),
  )
}

function knownNamesOf(one: Recognition): readonly string[] {
  if (one.kind === 'actor')
    return knowledge.actors.get(one.key)?.names.map((name) => name.name) ?? []
  if (one.kind === 'vendor') return knowledge.vendors.get(one.key)?.aliases ?? []
  if (one.kind === 'malware' || one.kind === 'tool')
    return knowledge.software.get(one.key)?.aliases ?? []
  return []
}

function measureTrain(): void {
  const tally = new Map<string, { found: number; of: number; misses: string[] }>()
  const load = new Map<string, number>()
  const add = (kind: string, found: boolean, label: string): void => {
    const row = tally.get(kind) ?? { found: 0, of: 0, misses: [] }
    tally.set(kind, row)
    row.of++
    if (found) row.found++
    else row.misses.push(label)
  }
  let unmatchedActors: string[] = []
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.gold.json'))
    .toSorted()) {
    const doc = file.replace('.gold.json', '')
    const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Gold
    const { settled } = read(readFileSync(join(folder, `${doc}.txt`), 'utf8'), gold.published)
    const live = settled
    const actorNames = (gold.actors ?? []).map((actor) => actor.names)
    for (const names of actorNames) {
      const first = names[0] ?? ''
      if (first.startsWith('unnamed:')) {
        const origin = first.slice(8)
        add(
          'actor/unnamed',
          live.some(
            (one) => one.kind === 'actor' && one.unnamed === true && (one.origin ?? '') === origin,
          ),
          `${doc}: ${first}`,
        )
      } else add('actor/named', named(live, ['actor'], names), `${doc}: ${names.join(' / ')}`)
    }
    for (const target of gold.targets ?? []) {
      if (target.kind === 'country')
        add(
          'country',
          live.some(
            (one) =>
              one.country === target.value || (one.kind === 'country' && one.key === target.value),
          ),
          `${doc}: ${target.value ?? ''}`,
        )
      else if (target.kind === 'sector')
        add(
          'sector',
          live.some(
            (one) => (one.sectors ?? []).includes(target.value ?? '') || one.ref === target.value,
          ),
          `${doc}: ${target.value ?? ''}`,
        )
      else
        add(
          'organization',
          named(live, ['organization', 'vendor'], target.names ?? []),
          `${doc}: ${(target.names ?? []).join(' / ')}`,
        )
    }
    for (const use of gold.uses ?? [])
      add(
        'uses',
        named(live, ['malware', 'tool', 'product'], use.names),
        `${doc}: ${use.names.join(' / ')}`,
      )
    for (const hole of gold.exploits ?? [])
      add(
        'exploits',
        named(live, ['vulnerability', 'product', 'tool', 'malware'], hole.names),
        `${doc}: ${hole.names.join(' / ')}`,
      )
    for (const names of gold.reported_by ?? [])
      add(
        'reported-by',
        named(live, ['vendor', 'organization'], list(names)),
        `${doc}: ${list(names).join(' / ')}`,
      )
    for (const base of gold.based_in ?? [])
      add(
        'based-in',
        named(live, ['place', 'country', 'region'], base.names ?? [base.place ?? '']),
        `${doc}: ${base.place ?? ''}`,
      )
    for (const period of gold.period ?? []) {
      const month = (iso: string | undefined): string | undefined => iso?.slice(0, 7)
      const ends = live.flatMap((one) =>
        one.period ? [month(one.period.from), month(one.period.to)] : [],
      )
      add(
        'period-ends',
        [period.from, period.to].every(
          (end) => end === undefined || ends.includes(end) || end === gold.published?.slice(0, 7),
        ),
        `${doc}: ${period.from ?? ''}..${period.to ?? ''}`,
      )
    }
    const allowed = [...actorNames, ...(gold.mentioned ?? [])]
    const wrong = new Set(
      live
        .filter((one) => one.kind === 'actor' && one.nested !== true)
        .filter(
          (one) =>
            !allowed.some((names) =>
              one.unnamed
                ? names.includes(`unnamed:${one.origin ?? ''}`)
                : named([one], ['actor'], names),
            ),
        )
        .map((one) => `${doc}: ${one.surface} [${one.rule}]`),
    )
    unmatchedActors = [...unmatchedActors, ...wrong]
    for (const one of live) load.set(one.kind, (load.get(one.kind) ?? 0) + 1)
  }
  for (const [kind, row] of tally)
    console.log(
      `${kind.padEnd(16)} recall ${((100 * row.found) / row.of).toFixed(1).padStart(5)}  (${row.found} of ${row.of})`,
    )
  console.log(`actors that gold has not: ${unmatchedActors.length}`)
  console.log('mentions:', [...load].map(([kind, count]) => `${kind} ${count}`).join(', '))
  if (!flag('misses')) return
  for (const [kind, row] of tally) console.log(`\n== ${kind}\n${row.misses.join('\n')}`)
  console.log(`\n== actors that gold has not\n${unmatchedActors.join('\n')}`)
}

function dump(name: string): void {
  const path = existsSync(name) ? name : join(folder, `${name}.txt`)
  const goldPath = path.replace(/\.txt$/, '.gold.json')
  const published = existsSync(goldPath)
    ? (JSON.parse(readFileSync(goldPath, 'utf8')) as Gold).published
    : undefined
  const { segmented, settled } = read(readFileSync(path, 'utf8'), published)
  const { text } = segmented.source
  for (const zone of segmented.zones) {
    console.log(
      `\n[${zone.kind} ${zone.story} ${zone.rule}] ${text.slice(zone.start, zone.end).slice(0, flag('long') ? 5000 : 160)}`,
    )
    for (const one of settled.filter((found) => found.start >= zone.start && found.end <= zone.end))
      console.log(
        `      ${one.nested ? '  (in) ' : ''}${one.kind} «${one.surface}» ${one.key} ${one.rule} ${one.strength.toFixed(2)}${one.country ? ` ${one.country}` : ''}${one.origin ? ` <${one.origin}>` : ''}${one.sectors ? ` {${one.sectors.join(',')}}` : ''}${one.aliases ? ` aka ${one.aliases.join('|')}` : ''}`,
      )
  }
}

function predictPublic(file: string): void {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const row = JSON.parse(line) as {
      readonly id: string
      readonly text: string
      readonly meta?: { readonly published?: string }
    }
    const { settled } = read(row.text, row.meta?.published)
    const printed = settled.filter(
      (one) =>
        one.kind !== 'date' &&
        one.kind !== 'count' &&
        one.nested !== true &&
        !one.unnamed &&
        one.strength >= 0.5,
    )
    // A country inside a body's name is part of it; inside "Chinese hackers" it is a mention of its own.
    const free = settled.filter(
      (one) =>
        one.nested === true &&
        (one.kind === 'country' || one.kind === 'place') &&
        !printed.some((other) => other.start < one.end && one.start < other.end),
    )
    const entities = [...printed, ...free].map((one, i) => ({
      id: `e${i}`,
      type: one.kind,
      rule: one.rule,
      name: one.name,
      ref: one.ref,
      mentions: [{ start: one.start, end: one.end, text: one.surface }],
    }))
    process.stdout.write(`${JSON.stringify({ id: row.id, entities, links: [] })}\n`)
  }
}

/** The same by recogniser. */
function timeEach(
  segmented: SegmentedText,
  timed: <Result>(stage: string, work: () => Result) => Result,
): void {
  const context = timed('  context', () => makeContext(segmented, knowledge))
  const found: Recognition[] = []
  for (const recogniser of recognisers)
    found.push(...timed(`  ${recogniser.id}`, () => recogniser.recognise(context, found)))
}

/** Processor time, not wall time: other work on the machine does not count. */
function speed(): void {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const time = new Map<string, number>()
  const cpu = (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  const timed = <Result>(stage: string, work: () => Result): Result => {
    const start = cpu()
    const result = work()
    time.set(stage, (time.get(stage) ?? 0) + cpu() - start)
    return result
  }
  const warmUp = 4
  const rounds = 20
  for (let round = 0; round < rounds; round++) {
    if (round === warmUp) time.clear()
    for (const text of texts) {
      const { source, metadata } = readPlainText(text, 'report.txt')
      const segmented = timed('segment', () =>
        segmentText(source, { ...metadata, published: '2025-01-31' }, knowledge),
      )
      if (flag('each')) timeEach(segmented, timed)
      else {
        const all = timed('recognise', () => recognise(segmented, knowledge))
        timed('settle', () => settleOverlaps(all))
      }
    }
  }
  const megabytes = (bytes * (rounds - warmUp)) / 1e6
  for (const [stage, ms] of time)
    console.log(`${stage.padEnd(24)} ${(megabytes / (ms / 1000)).toFixed(2).padStart(8)} MB/s`)
}

const publicFile = value('public')
const dumped = value('dump')
if (publicFile) predictPublic(publicFile)
else if (dumped) dump(dumped)
else if (flag('speed')) speed()
else {
  console.log(basename(folder))
  measureTrain()
}
