// Writes the tables of resources/knowledge that are made from the facts in ../shared/knowledge (the others are kept by hand).
//   npm run knowledge
// The same facts give the same bytes. Loads the result at the end, so that a fault shows here and not in the product.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadKnowledge } from '@core/knowledge/load-knowledge'
import { tableNames, type KnowledgeTables, type TableName } from '@core/knowledge/knowledge-tables'
import { tableFormat } from '@core/knowledge/parse-table'
import { actorTables } from './knowledge/actor-tables'
import { attackTables } from './knowledge/attack-tables'
import type { Facts, MadeTable } from './knowledge/facts'
import { nameTables } from './knowledge/name-tables'
import { worldTables } from './knowledge/world-tables'

const factsDir = resolve(process.cwd(), '../shared/knowledge')
const outDir = resolve(process.cwd(), 'resources/knowledge')

if (!existsSync(factsDir)) {
  console.error(`build-knowledge: the facts are not there: ${factsDir}`)
  process.exit(1)
}
const facts: Facts = (name) => {
  const [head = '', ...lines] = readFileSync(`${factsDir}/${name}.tsv`, 'utf8')
    .trimEnd()
    .split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return (column) => {
      const place = columns.indexOf(column)
      if (place < 0) throw new Error(`${name}.tsv has no column "${column}"`)
      return (cells[place] ?? '').trim()
    }
  })
}

for (const table of [
  ...actorTables(facts),
  ...attackTables(facts),
  ...worldTables(facts),
  ...nameTables(facts),
])
  writeFileSync(`${outDir}/${table.name}.tsv`, write(table))

const texts = Object.fromEntries(
  tableNames.map((name) => [name, readFileSync(`${outDir}/${name}.tsv`, 'utf8')]),
)
const started = performance.now()
// Every name of `tableNames` was just read.
const knowledge = loadKnowledge(texts as KnowledgeTables)
const bytes = Object.values(texts).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
console.log(
  `knowledge ${knowledge.version}: ${tableNames.length} tables, ${bytes} bytes, ${knowledge.names.size} names, loaded in ${(performance.now() - started).toFixed(0)} ms`,
)

function write(table: MadeTable): string {
  const { title, origin, licence, date } = table
  const bad = table.rows.flat().find((cell) => /[\t\n\r]/.test(cell))
  if (bad !== undefined)
    throw new Error(`${table.name}: a cell holds a tab or a line break: ${bad}`)
  const name: TableName = table.name
  return [
    tableFormat,
    `# title: ${title}`,
    `# origin: ${origin}`,
    `# licence: ${licence}`,
    `# date: ${date}`,
    `# made: by build/scripts/build-knowledge.ts, as ${name}.tsv`,
    table.columns.join('\t'),
    ...table.rows.map((row) => row.join('\t')),
    '',
  ].join('\n')
}
