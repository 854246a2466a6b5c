import type { GraphModel } from '@core/graph/graph-model'

export interface GraphTableProps {
  readonly model: GraphModel
}

/** More rows help nobody who listens; the links view has them all. */
const mostRows = 300

/** What the canvas shows, for screen readers. */
export function GraphTable({ model }: GraphTableProps) {
  const { nodes, edges } = model
  return (
    <table>
      <caption>
        Graph: {nodes.length} names, {edges.length} lines
        {edges.length > mostRows ? `; the first ${mostRows} lines` : ''}
      </caption>
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Link</th>
          <th scope="col">Target</th>
          <th scope="col">Independent origins</th>
        </tr>
      </thead>
      <tbody>
        {edges.slice(0, mostRows).map((edge) => (
          <tr key={edge.id}>
            <td>{nodes[edge.source]?.label}</td>
            <td>
              {edge.denied ? 'denied: ' : ''}
              {edge.hedged ? 'hedged: ' : ''}
              {edge.predicate === 'targets' ? (edge.outcome ?? 'targeted') : edge.predicate}
            </td>
            <td>{nodes[edge.target]?.label}</td>
            <td>{edge.origins}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
