/** A filled cell: indices of its row and column, and how much it weighs. */
export type Incidence = readonly [row: number, column: number, weight: number]

export interface MatrixOrder {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

const rounds = 80

/**
 * Puts rows with the same columns side by side, and columns with the same rows: reciprocal averaging (Hill 1973, "Reciprocal
 * averaging: an eigenvector method of ordination"), the first axis of correspondence analysis. Parts of the matrix that share
 * nothing follow one another, the heaviest first; inside a part the heavier end comes first. Rows and columns without a cell
 * come last in their own order. O(rounds × cells), deterministic.
 */
export function orderBySimilarity(
  rowCount: number,
  columnCount: number,
  cells: readonly Incidence[],
): MatrixOrder {
  const parts = connectedParts(rowCount, columnCount, cells)
  const ordered = parts.map((part) => orderPart(part))
  const empty = (count: number, used: readonly number[]) => {
    const known = new Set(used)
    return Array.from({ length: count }, (_, i) => i).filter((i) => !known.has(i))
  }
  const rows = ordered.flatMap((part) => part.rows)
  const columns = ordered.flatMap((part) => part.columns)
  return {
    rows: [...rows, ...empty(rowCount, rows)],
    columns: [...columns, ...empty(columnCount, columns)],
  }
}

/** Cells that hang together by rows and columns; the heaviest part first. */
function connectedParts(
  rowCount: number,
  columnCount: number,
  cells: readonly Incidence[],
): readonly (readonly Incidence[])[] {
  const parent = Array.from({ length: rowCount + columnCount }, (_, i) => i)
  const rootOf = (start: number): number => {
    let at = start
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      // Halving the way keeps later searches short.
      parent[at] = parent[up] ?? up
      at = parent[at] ?? at
    }
    return at
  }
  for (const [row, column] of cells) parent[rootOf(row)] = rootOf(rowCount + column)
  const parts = new Map<number, Incidence[]>()
  for (const cell of cells) {
    const root = rootOf(cell[0])
    const part = parts.get(root)
    if (part) part.push(cell)
    else parts.set(root, [cell])
  }
  const weight = (part: readonly Incidence[]) => part.reduce((sum, [, , w]) => sum + w, 0)
  return [...parts.values()].sort(
    (a, b) => weight(b) - weight(a) || (a[0]?.[0] ?? 0) - (b[0]?.[0] ?? 0),
  )
}

function orderPart(cells: readonly Incidence[]): MatrixOrder {
  const rowMass = massOf(cells, 0)
  const columnMass = massOf(cells, 1)
  let rowScores = new Map([...rowMass.keys()].map((row, i) => [row, Math.sin(i + 1)]))
  let columnScores = new Map<number, number>()
  for (let round = 0; round < rounds; round += 1) {
    columnScores = averages(cells, 1, rowScores, columnMass)
    rowScores = normalised(averages(cells, 0, columnScores, rowMass), rowMass)
  }
  const [rows, columns] = [sorted(rowScores), sorted(columnScores)]
  return startsHeavy(rows, rowMass)
    ? { rows, columns }
    : { rows: rows.toReversed(), columns: columns.toReversed() }
}

function massOf(cells: readonly Incidence[], side: 0 | 1): ReadonlyMap<number, number> {
  const mass = new Map<number, number>()
  for (const cell of cells) mass.set(cell[side], (mass.get(cell[side]) ?? 0) + cell[2])
  return mass
}

/** Each row's weighted mean of its columns' scores, or the other way round. */
function averages(
  cells: readonly Incidence[],
  side: 0 | 1,
  scores: ReadonlyMap<number, number>,
  mass: ReadonlyMap<number, number>,
): Map<number, number> {
  const sums = new Map<number, number>()
  for (const cell of cells) {
    const score = scores.get(cell[side === 0 ? 1 : 0]) ?? 0
    sums.set(cell[side], (sums.get(cell[side]) ?? 0) + cell[2] * score)
  }
  for (const [key, sum] of sums) sums.set(key, sum / (mass.get(key) ?? 1))
  return sums
}

/** Without the mean, which is the trivial axis on which all are alike, and at unit variance. */
function normalised(
  scores: Map<number, number>,
  mass: ReadonlyMap<number, number>,
): Map<number, number> {
  let [total, sum] = [0, 0]
  for (const [key, score] of scores) {
    total += mass.get(key) ?? 0
    sum += (mass.get(key) ?? 0) * score
  }
  const mean = sum / total
  let variance = 0
  for (const [key, score] of scores) variance += (mass.get(key) ?? 0) * (score - mean) ** 2
  const spread = Math.sqrt(variance / total)
  // All alike: any order is as good.
  if (spread < 1e-9) return new Map([...scores.keys()].map((key) => [key, 0]))
  return new Map([...scores].map(([key, score]) => [key, (score - mean) / spread]))
}

/** Scores that differ by rounding alone are equal, or the order would hang on the machine. */
function sorted(scores: ReadonlyMap<number, number>): readonly number[] {
  return [...scores]
    .map(([key, score]) => ({ key, score: Math.round(score * 1e6) }))
    .sort((a, b) => a.score - b.score || a.key - b.key)
    .map(({ key }) => key)
}

function startsHeavy(rows: readonly number[], mass: ReadonlyMap<number, number>): boolean {
  const half = Math.floor(rows.length / 2)
  const weigh = (part: readonly number[]) =>
    part.reduce((sum, row) => sum + (mass.get(row) ?? 0), 0)
  return weigh(rows.slice(0, half)) >= weigh(rows.slice(rows.length - half))
}
