import { evidenceOf, linksOfSelection } from '@core/case/evidence-of'
import type { CaseView } from '@core/case/case-view'
import { basisSentence } from '@core/graph/picture-basis'
import { buildMatrix } from '@core/matrix/build-matrix'
import { matrixOrders, victimGroupings } from '@core/matrix/matrix-model'
import { SegmentedControl } from '@mantine/core'
import { useMemo } from 'react'
import { EmptyState } from '../../components/empty-state'
import { useCaseView } from '../../data/use-case-view'
import { useFilters } from '../../state/filters'
import { createRemembered, oneOf } from '../../state/remembered'
import { useSelection } from '../../state/selection'
import { MatrixGrid } from './matrix-grid'
import { MatrixLegend } from './matrix-legend'
import classes from './matrix.module.css'

const useGrouping = createRemembered('gnomon.matrix.grouping', oneOf(victimGroupings), 'country')
const useOrder = createRemembered('gnomon.matrix.order', oneOf(matrixOrders), 'similarity')

export function MatrixView() {
  const view = useCaseView()
  const filters = useFilters((state) => state.filters)
  const { value: grouping, set: setGrouping } = useGrouping()
  const { value: order, set: setOrder } = useOrder()
  const model = useMemo(
    () => view && buildMatrix(view, { filters, grouping, order }),
    [view, filters, grouping, order],
  )
  if (!view || !model) return null
  const { rows, columns, basis } = model
  return (
    <div className={classes.view}>
      <div className={classes.controls}>
        <SegmentedControl
          aria-label="Victims by"
          size="xs"
          value={grouping}
          onChange={setGrouping}
          data={[
            { value: 'country', label: 'Countries' },
            { value: 'sector', label: 'Sectors' },
            { value: 'cell', label: 'Sectors in countries' },
            { value: 'organization', label: 'Organisations' },
          ]}
        />
        <SegmentedControl
          aria-label="Order"
          size="xs"
          value={order}
          onChange={setOrder}
          data={[
            { value: 'similarity', label: 'By similarity' },
            { value: 'size', label: 'By number' },
            { value: 'name', label: 'By name' },
          ]}
        />
        <span className={classes.count} aria-live="polite">
          {`${rows.length} ${rows.length === 1 ? 'actor' : 'actors'} × ${columns.length} ${columns.length === 1 ? 'victim' : 'victims'}`}
        </span>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Actors will stand here against their victims, one cell for each pair. No attack on such a victim passes the filter now." />
      ) : (
        <MatrixGrid
          key={`${grouping} ${order}`}
          model={model}
          onOpen={() => openFirstEvidence(view)}
        />
      )}
      <footer className={classes.foot}>
        <MatrixLegend />
        <p className={classes.caption}>{basisSentence(basis)}.</p>
      </footer>
    </div>
  )
}

/** Double click or Enter: the first sentence behind what was just chosen. */
function openFirstEvidence(view: CaseView): void {
  const { entities, links, openEvidence } = useSelection.getState()
  const [first] = evidenceOf(view, linksOfSelection(view, entities, links))
  if (first) openEvidence(first.evidence.report, first.evidence)
}
