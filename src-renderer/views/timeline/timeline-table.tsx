import { barStyle } from '@core/timeline/bar-style'
import type { Timeline } from '@core/timeline/timeline-model'

/** More rows help nobody who listens; the links view has them all. */
const mostRows = 300

/** What the lanes show, for screen readers. */
export function TimelineTable({ model }: { readonly model: Timeline }) {
  const rows = model.lanes.flatMap((lane) => lane.bars.map((bar) => ({ lane, bar })))
  return (
    <table>
      <caption>
        Timeline: {model.lanes.length} actors, {rows.length} periods
        {rows.length > mostRows ? `; the first ${mostRows}` : ''}
      </caption>
      <thead>
        <tr>
          <th scope="col">Actor</th>
          <th scope="col">When</th>
          <th scope="col">What</th>
          <th scope="col">Whom or with what</th>
          <th scope="col">Independent origins</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, mostRows).map(({ lane, bar }) => (
          <tr key={`${lane.id} ${bar.id}`}>
            <td>{lane.name}</td>
            <td>{bar.when}</td>
            <td>{barStyle(bar).line.label}</td>
            <td>{bar.label}</td>
            <td>{bar.origins}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
