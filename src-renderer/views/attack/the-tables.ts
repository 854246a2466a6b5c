import type { AttackTables } from '@core/attack/attack-grid'
import { parseTactics, parseTechniques } from '@core/knowledge/tables/attack'
import { attackTables } from '../../../resources/knowledge/attack'

let tables: AttackTables | undefined

/** Parsed when the view is first opened. */
export function theAttackTables(): AttackTables {
  if (!tables) {
    const tactics = parseTactics(attackTables.tactics)
    tables = { tactics, techniques: parseTechniques(attackTables.techniques, tactics).techniques }
  }
  return tables
}
