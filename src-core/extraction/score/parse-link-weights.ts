import type { LinkWeights, RelationModel } from './relation-model'

/**
 * Reads `resources/models/link-weights.tsv`: comment lines with how it was fitted; a line `@relation bias threshold scale
 * shift` opens a scorer; each further line is a feature and its weight in log-odds. Throws on a line that is none of these.
 */
export function parseLinkWeights(text: string): LinkWeights {
  const relations: Record<string, RelationModel> = {}
  const comments: string[] = []
  let weights: Record<string, number> = {}
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue
    if (line.startsWith('#')) {
      comments.push(line.slice(1).trim())
      continue
    }
    const fields = line.split('\t')
    if (line.startsWith('@')) {
      const [name = '', ...numbers] = fields
      const [bias, threshold, scale, shift] = numbers.map(Number)
      if (
        bias === undefined ||
        threshold === undefined ||
        scale === undefined ||
        shift === undefined
      )
        throw new Error(`link weights, line ${index + 1}: four numbers expected`)
      weights = {}
      relations[name.slice(1)] = { bias, weights, threshold, calibration: { scale, shift } }
      continue
    }
    const weight = Number(fields[1])
    if (fields.length !== 2 || Number.isNaN(weight))
      throw new Error(`link weights, line ${index + 1}: a feature and a number expected`)
    weights[fields[0] ?? ''] = weight
  }
  return { fitted: comments.join('\n'), relations }
}

/** The same format, for the fitting script; relations and features in a fixed order. */
export function writeLinkWeights(weights: LinkWeights): string {
  const lines = weights.fitted.split('\n').map((comment) => `# ${comment}`)
  const digits = (value: number): string => String(Math.round(value * 1000) / 1000)
  for (const [relation, model] of Object.entries(weights.relations)) {
    const { scale, shift } = model.calibration
    lines.push(
      ['', `@${relation}`, model.bias, model.threshold, scale, shift]
        .map((v) => (typeof v === 'number' ? digits(v) : v))
        .slice(1)
        .join('\t'),
    )
    for (const [feature, weight] of Object.entries(model.weights).sort(([a], [b]) =>
      a < b ? -1 : 1,
    ))
      if (digits(weight) !== '0') lines.push(`${feature}\t${digits(weight)}`)
  }
  return `${lines.join('\n')}\n`
}
