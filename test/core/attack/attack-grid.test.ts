import { attackGrid } from '@core/attack/attack-grid'
import { parseTactics, parseTechniques } from '@core/knowledge/tables/attack'
import { entityId } from '@core/model/ids'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aCaseView } from '../graph/a-case-view'

const table = (name: string) => readFileSync(`resources/knowledge/${name}.tsv`, 'utf8')
const tactics = parseTactics(table('tactics'))
const tables = { tactics, techniques: parseTechniques(table('techniques'), tactics).techniques }

const heron = entityId('actor', 'heron')
const adder = entityId('actor', 'adder')
const view = aCaseView([
  ['actor:heron', 'uses', 'technique:T1566', { origins: 2 }],
  ['actor:heron', 'uses', 'technique:T1059.001', { hedged: true }],
  ['actor:adder', 'uses', 'technique:T1566', {}],
  ['actor:adder', 'uses', 'technique:T1486', {}],
  ['actor:adder', 'uses', 'technique:own-way', {}],
  ['actor:adder', 'uses', 'technique:T1021', { denied: true }],
  ['actor:adder', 'uses', 'malware:coldsnap', {}],
])

describe('attackGrid', () => {
  const grid = attackGrid(view, tables, { sides: [heron, adder] })
  const column = (name: string) =>
    grid.tactics.find((one) => one.name === name)?.techniques.map(({ id }) => id)

  it('stands in the order of a campaign, with the techniques under their tactics', () => {
    expect(grid.tactics.map(({ name }) => name)).toEqual(['Initial Access', 'Execution', 'Impact'])
    expect(column('Initial Access')).toEqual(['T1566'])
    expect(column('Impact')).toEqual(['T1486'])
  })

  it('names a sub-technique with its parent', () => {
    const cell = grid.tactics.flatMap(({ techniques }) => techniques).find(({ isSub }) => isSub)
    expect(cell).toMatchObject({
      id: 'T1059.001',
      name: 'Command and Scripting Interpreter: PowerShell',
    })
    expect(cell?.sides.map(({ hedged }) => hedged)).toEqual([true, false])
  })

  it('compares two actors', () => {
    expect(grid.counts).toEqual({ first: 1, both: 1, second: 2 })
    const [shared] = grid.tactics[0]!.techniques
    expect(shared?.sides.map(({ links, origins }) => [links.length, origins])).toEqual([
      [1, 2],
      [1, 1],
    ])
  })

  it('keeps what ATT&CK does not place, and leaves denials out', () => {
    expect(grid.unplaced.map(({ id }) => id)).toEqual(['own-way'])
    expect(grid.tactics.some(({ techniques }) => techniques.some(({ id }) => id === 'T1021'))).toBe(
      false,
    )
  })

  it('shows everybody together, and what nobody uses on request', () => {
    const all = attackGrid(view, tables, { sides: [undefined], showUnused: true })
    const cells = all.tactics.flatMap(({ techniques }) => techniques)
    expect(cells.find(({ id }) => id === 'T1566')?.sides[0]?.actors).toEqual([adder, heron])
    expect(cells.length).toBeGreaterThan(150)
    expect(all.tactics[0]?.name).toBe('Reconnaissance')
    expect(all.tactics.at(-1)?.name).toBe('Impact')
  })
})
