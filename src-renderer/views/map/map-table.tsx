import type { MapModel } from '@core/geo/map-model'

export interface MapTableProps {
  readonly model: MapModel
}

/** What the map shows, for screen readers. */
export function MapTable({ model }: MapTableProps) {
  const rows = [...model.victims, ...model.regions]
  return (
    <table>
      <caption>Map: {rows.length} victim countries and regions</caption>
      <thead>
        <tr>
          <th scope="col">Victim</th>
          <th scope="col">Strongest outcome</th>
          <th scope="col">Links</th>
          <th scope="col">Independent origins</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <td>{row.name}</td>
            <td>
              {row.denied
                ? 'denied'
                : `${row.hedged ? 'hedged: ' : ''}${row.outcome ?? 'targeted'}`}
            </td>
            <td>{row.links.length}</td>
            <td>{row.origins}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
