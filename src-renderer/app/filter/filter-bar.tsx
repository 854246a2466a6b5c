import { isFiltering } from '@core/case/filter-case'
import { markKinds, marks } from '@core/graph/marks'
import { entityKinds } from '@core/model/entity'
import type { EntityKind } from '@core/model/entity'
import { outcomes } from '@core/model/link'
import type { Outcome } from '@core/model/link'
import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { PanelRight, Search, X } from 'lucide-react'
import { EntityMark } from '../../components/entity-mark'
import { IconButton } from '../../components/icon-button'
import { LinkMark } from '../../components/link-mark'
import { useCaseView } from '../../data/use-case-view'
import { useFilters } from '../../state/filters'
import { useWorkspace } from '../../state/workspace'
import { useDeskStore } from '../desk-store'
import classes from './filter-bar.module.css'
import { EndsParts } from './filter-ends-parts'
import { FilterPart } from './filter-part'
import { SavedViews } from './saved-views'
import {
  confidenceWords,
  kindsWords,
  originsWords,
  outcomesWords,
  reviewWords,
  sinceWords,
} from './filter-words'

/** The filter of all views, as one sentence whose parts open where they are. */
export function FilterBar() {
  const view = useCaseView()
  const { filters, change, clear } = useFilters()
  const openPalette = useDeskStore((state) => state.open)
  const { inspectorOpen, toggleInspector } = useWorkspace()
  const hasAny = isFiltering(filters) || filters.showRejected === true
  return (
    <header className={classes.bar}>
      <div className={classes.sentence} role="group" aria-label="Filter of all views">
        <span className={classes.lead}>Show</span>
        <FilterPart
          words={kindsWords(filters.kinds)}
          isSet={filters.kinds !== undefined}
          label="Kinds"
        >
          <Kinds kinds={filters.kinds} onChange={(kinds) => change({ kinds })} />
        </FilterPart>
        <EndsParts view={view} filters={filters} change={change} />
        <FilterPart
          words={outcomesWords(filters.outcomes)}
          isSet={filters.outcomes !== undefined}
          label="Outcome"
        >
          <Outcomes outcomes={filters.outcomes} onChange={(value) => change({ outcomes: value })} />
        </FilterPart>
        <FilterPart
          words={sinceWords(filters)}
          isSet={filters.since !== undefined || filters.until !== undefined}
          label="Time"
        >
          <div className={classes.dates}>
            <DateField
              label="Since"
              value={filters.since}
              onChange={(since) => change({ since })}
            />
            <DateField
              label="Until"
              value={filters.until}
              onChange={(until) => change({ until })}
            />
          </div>
        </FilterPart>
        <FilterPart
          words={originsWords(filters.minOrigins)}
          isSet={filters.minOrigins !== undefined}
          label="Independent origins"
        >
          <SegmentedControl
            aria-label="At least this many independent origins"
            data={['1', '2', '3', '5']}
            value={String(filters.minOrigins ?? 1)}
            onChange={(value) => change({ minOrigins: value === '1' ? undefined : Number(value) })}
          />
        </FilterPart>
        <FilterPart
          words={confidenceWords(filters.minConfidence)}
          isSet={filters.minConfidence !== undefined}
          label="Confidence"
        >
          <SegmentedControl
            aria-label="At least this confidence"
            data={[
              { value: '0', label: 'any' },
              { value: '0.5', label: '0.5' },
              { value: '0.7', label: '0.7' },
              { value: '0.9', label: '0.9' },
            ]}
            value={String(filters.minConfidence ?? 0)}
            onChange={(value) =>
              change({ minConfidence: value === '0' ? undefined : Number(value) })
            }
          />
        </FilterPart>
        <FilterPart
          words={reviewWords(filters)}
          isSet={
            filters.acceptedOnly === true ||
            filters.showDenied === false ||
            filters.showRejected === true
          }
          label="Judgements"
        >
          <div className={classes.stack}>
            <Checkbox
              label="Only what a person accepted"
              checked={filters.acceptedOnly === true}
              onChange={(event) =>
                change({ acceptedOnly: event.currentTarget.checked ? true : undefined })
              }
            />
            <Checkbox
              label="Denied links: the denial is evidence of its own"
              checked={filters.showDenied !== false}
              onChange={(event) =>
                change({ showDenied: event.currentTarget.checked ? undefined : false })
              }
            />
            <Checkbox
              label="Rejected links"
              checked={filters.showRejected === true}
              onChange={(event) =>
                change({ showRejected: event.currentTarget.checked ? true : undefined })
              }
            />
          </div>
        </FilterPart>
      </div>
      {hasAny && <IconButton icon={X} label="Clear all filters" onClick={clear} />}
      <SavedViews />
      <button type="button" className={classes.search} onClick={() => openPalette('palette')}>
        <Search size={14} strokeWidth={1.6} aria-hidden />
        <span>Search</span>
        <kbd>Ctrl+K</kbd>
      </button>
      <IconButton
        icon={PanelRight}
        label={inspectorOpen ? 'Hide the inspector' : 'Show the inspector'}
        keys="I"
        pressed={inspectorOpen}
        onClick={toggleInspector}
      />
    </header>
  )
}

interface KindsProps {
  readonly kinds: readonly EntityKind[] | undefined
  readonly onChange: (kinds: readonly EntityKind[] | undefined) => void
}

/** Links with such a thing at either end; nothing ticked: everything. */
function Kinds({ kinds = [], onChange }: KindsProps) {
  const toggle = (kind: EntityKind) => {
    const next = entityKinds.filter((known) => kinds.includes(known) !== (known === kind))
    onChange(next.length === 0 ? undefined : next)
  }
  return (
    <div className={classes.kinds}>
      {markKinds
        .filter((kind): kind is EntityKind => kind !== 'unnamed-actor' && kind !== 'victim-cell')
        .map((kind) => (
          <Checkbox
            key={kind}
            checked={kinds.includes(kind)}
            onChange={() => toggle(kind)}
            label={
              <span className={classes.marked}>
                <EntityMark kind={kind} size={12} />
                {marks[kind].plural}
              </span>
            }
          />
        ))}
    </div>
  )
}

interface OutcomesProps {
  readonly outcomes: readonly Outcome[] | undefined
  readonly onChange: (outcomes: readonly Outcome[] | undefined) => void
}

function Outcomes({ outcomes: wanted = outcomes, onChange }: OutcomesProps) {
  const toggle = (outcome: Outcome) => {
    const next = outcomes.filter((known) => wanted.includes(known) !== (known === outcome))
    onChange(next.length === outcomes.length ? undefined : next)
  }
  return (
    <div className={classes.stack}>
      {outcomes.map((outcome) => (
        <Checkbox
          key={outcome}
          checked={wanted.includes(outcome)}
          onChange={() => toggle(outcome)}
          label={
            <span className={classes.marked}>
              <LinkMark
                predicate="targets"
                outcome={outcome}
                hedged={false}
                polarity="asserted"
                origins={1}
                width={34}
              />
              {outcome}
            </span>
          }
        />
      ))}
    </div>
  )
}

interface DateFieldProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** A year, a month or a day: "2023", "2023-05", "2023-05-17". Anything else is not taken. */
function DateField({ label, value, onChange }: DateFieldProps) {
  return (
    <TextInput
      key={value ?? ''}
      label={label}
      placeholder="2023-05"
      size="xs"
      defaultValue={value ?? ''}
      onBlur={(event) => {
        const text = event.currentTarget.value.trim()
        if (text === '') onChange(undefined)
        else if (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)) onChange(text)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
    />
  )
}
