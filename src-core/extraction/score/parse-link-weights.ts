import type { LinkWeights, RelationModel } from './relation-model'
import { parseTree, writeTree, type TreeNode } from './trees'

interface OpenModel {
  readonly head: readonly number[]
  readonly weights: Record<string, number>
  readonly nodes: TreeNode[]
}

/**
 * Reads `resources/models/link-weights.tsv`: comment lines with how it was fitted; a line `@relation bias threshold scale
 * shift trees-bias` opens a scorer; `^` begins a tree; each further line is a feature and its weight in log-odds. Throws
 * on a line that is none of these.
 */
export function parseLinkWeights(text: string): LinkWeights {
  const relations: Record<string, RelationModel> = {}
  const comments: string[] = []
  let name = ''
  let open: OpenModel | undefined
  const close = (): void => {
    if (open) relations[name] = modelOf(open)
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue
    const fields = line.split('\t')
    const fault = (what: string): Error =>
      new Error(`link weights, line ${index + 1}: ${what} expected`)
    if (line.startsWith('#')) comments.push(line.slice(1).trim())
    else if (line.startsWith('@')) {
      close()
      name = (fields[0] ?? '').slice(1)
      const head = fields.slice(1).map(Number)
      if (head.length !== 5 || head.some(Number.isNaN)) throw fault('five numbers')
      open = { head, weights: {}, nodes: [] }
    } else if (!open) throw fault('a line @relation')
    else if (line.startsWith('^')) open.nodes.push(parseTree(line.slice(1)))
    else {
      const weight = Number(fields[1])
      if (fields.length !== 2 || Number.isNaN(weight)) throw fault('a feature and a number')
      open.weights[fields[0] ?? ''] = weight
    }
  }
  close()
  return { fitted: comments.join('\n'), relations }
}

function modelOf({ head, weights, nodes }: OpenModel): RelationModel {
  const [bias = 0, threshold = 0, scale = 1, shift = 0, treesBias = 0] = head
  return {
    bias,
    weights,
    threshold,
    calibration: { scale, shift },
    ...(nodes.length > 0 && { trees: { bias: treesBias, nodes } }),
  }
}

/** The same format, for the fitting script; relations and features in a fixed order. */
export function writeLinkWeights(weights: LinkWeights): string {
  const lines = weights.fitted.split('\n').map((comment) => `# ${comment}`)
  const digits = (value: number): string => String(Math.round(value * 1000) / 1000)
  for (const [relation, model] of Object.entries(weights.relations)) {
    const { scale, shift } = model.calibration
    const head = [model.bias, model.threshold, scale, shift, model.trees?.bias ?? 0]
    lines.push([`@${relation}`, ...head.map(digits)].join('\t'))
    const sorted = Object.entries(model.weights).sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [feature, weight] of sorted)
      if (digits(weight) !== '0') lines.push(`${feature}\t${digits(weight)}`)
    for (const tree of model.trees?.nodes ?? []) lines.push(`^${writeTree(tree)}`)
  }
  return `${lines.join('\n')}\n`
}
