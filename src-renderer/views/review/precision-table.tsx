import type { CaseView } from '@core/case/case-view'
import { precisionByName, precisionByRule } from '@core/review/precision'
import type { Precision } from '@core/review/precision'
import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../components/empty-state'
import { VirtualTable } from '../../components/virtual-table'
import type { Column } from '../../components/virtual-table'
import { useSelection } from '../../state/selection'
import classes from './review.module.css'

interface Row extends Precision {
  readonly key: string
  readonly title: string
  readonly choose?: () => void
}

/** How often the analysts agreed with each rule and with each name: what misleads stands first. */
export function PrecisionTable({ view }: { readonly view: CaseView }) {
  const [by, setBy] = useState<'rule' | 'name'>('rule')
  const [chosen, setChosen] = useState<string>()
  const rows = useMemo((): readonly Row[] => {
    if (by === 'rule')
      return precisionByRule(view).map((row) => ({ ...row, key: row.rule, title: row.rule }))
    return precisionByName(view).map((row) => ({
      ...row,
      key: `${row.entity} ${row.name}`,
      title: titleOf(row.name, view.entities.get(row.entity)?.name),
      choose: () => useSelection.getState().select({ entities: [row.entity] }),
    }))
  }, [view, by])
  return (
    <div className={classes.precision}>
      <SegmentedControl
        aria-label="Precision by"
        size="xs"
        value={by}
        onChange={setBy}
        data={[
          { value: 'rule', label: 'By rule' },
          { value: 'name', label: 'By name as worn' },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title="How often you agree with each rule and each name will stand here, as soon as you have judged a link." />
      ) : (
        <VirtualTable
          label="Precision"
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          selected={chosen}
          onSelect={(row) => {
            setChosen(row.key)
            row.choose?.()
          }}
        />
      )}
    </div>
  )
}

function titleOf(name: string, entity: string | undefined): string {
  return entity === undefined || entity === name ? name : `${name} (${entity})`
}

const columns: readonly Column<Row>[] = [
  {
    id: 'title',
    title: 'Rule or name',
    min: 180,
    grow: 2,
    cell: ({ title }) => <bdi title={title}>{title}</bdi>,
  },
  { id: 'accepted', title: 'Accepted', min: 58, align: 'end', cell: ({ accepted }) => accepted },
  { id: 'rejected', title: 'Rejected', min: 58, align: 'end', cell: ({ rejected }) => rejected },
  {
    id: 'share',
    title: 'Right',
    min: 44,
    align: 'end',
    cell: ({ share }) => `${Math.round(share * 100)} %`,
  },
  {
    id: 'interval',
    title: 'Between, 19 times in 20',
    min: 150,
    grow: 1,
    drop: 1,
    cell: ({ low, high, share }) => (
      <span
        className={classes.interval}
        title={`${Math.round(low * 100)} to ${Math.round(high * 100)} %`}
      >
        <i style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
        <b style={{ left: `${share * 100}%` }} />
      </span>
    ),
  },
]
