import type { ChangeType, KnowledgeChange } from '@core/knowledge/update/knowledge-change'
import { changeWords } from '@core/knowledge/update/knowledge-change'
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { countsOf } from './change-words'
import classes from './knowledge-view.module.css'

/** More than a person reads; the filter above reaches every one. */
const most = 400

/** What an update changes, one line each, to be read before it is applied. */
export function UpdateDiff({ changes }: { readonly changes: readonly KnowledgeChange[] }) {
  const [type, setType] = useState<ChangeType | 'all'>('all')
  const counts = countsOf(changes)
  const shown = changes.filter((change) => type === 'all' || change.type === type)
  if (changes.length === 0)
    return (
      <p className={classes.soft}>Everything in the file is known: there is nothing to apply.</p>
    )
  return (
    <div className={classes.diff}>
      <SegmentedControl
        aria-label="Type of change"
        value={type}
        onChange={(value) => setType(counts.find((one) => one.type === value)?.type ?? 'all')}
        data={[
          { value: 'all', label: `All ${changes.length}` },
          ...counts.map((one) => ({
            value: one.type,
            label: `${changeWords[one.type]} ${one.count}`,
          })),
        ]}
      />
      <table className={classes.changes}>
        <thead>
          <tr>
            <th scope="col">Change</th>
            <th scope="col">Kind</th>
            <th scope="col">Name</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, most).map((change) => (
            <tr
              key={`${change.type} ${change.what} ${change.name} ${change.detail}`}
              data-type={change.type}
            >
              <td>{changeWords[change.type]}</td>
              <td>{change.what}</td>
              <td>{change.name}</td>
              <td>{change.detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > most && <p className={classes.soft}>{`And ${shown.length - most} more.`}</p>}
    </div>
  )
}
