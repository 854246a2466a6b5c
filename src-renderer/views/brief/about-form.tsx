import { withField } from '@core/brief/plan/change-plan'
import type { BriefPlan } from '@core/brief/plan/brief-plan'
import type { BriefScope } from '@core/brief/scope/brief-scope'
import { yardsticks } from '@core/brief/language/yardsticks'
import type { CaseView } from '@core/case/case-view'
import { omit } from '@core/lib/omit'
import type { EntityId } from '@core/model/ids'
import { tlpMarkings } from '@core/model/report'
import { MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import classes from './brief-view.module.css'

export interface AboutFormProps {
  readonly view: CaseView
  readonly plan: BriefPlan
  readonly scope: BriefScope
  readonly change: (plan: BriefPlan, typing?: string) => void
  /** The title that stands while none is given. */
  readonly madeTitle: string
}

/** What the brief is about, how it is marked and set. */
export function AboutForm({ view, plan, scope, change, madeTitle }: AboutFormProps) {
  const actors = useMemo(() => ends(view, 'source'), [view])
  const victims = useMemo(() => ends(view, 'target'), [view])
  const { subject } = plan
  const setSubject = (key: 'actors' | 'victims', ids: readonly string[]) => {
    const chosen = (key === 'actors' ? actors : victims).filter(({ value }) => ids.includes(value))
    const rest = omit(subject, key)
    change({
      ...plan,
      subject: chosen.length > 0 ? { ...rest, [key]: chosen.map(({ value }) => value) } : rest,
    })
  }
  const setDate = (key: 'since' | 'until', value: string) => {
    const rest = omit(subject, key)
    change({ ...plan, subject: value === '' ? rest : { ...rest, [key]: value } }, key)
  }
  return (
    <div className={classes.fields}>
      <MultiSelect
        label="On whom"
        placeholder={subject.actors?.length ? '' : 'All actors of the case'}
        data={actors}
        value={[...(subject.actors ?? [])]}
        searchable
        clearable
        onChange={(ids) => {
          setSubject('actors', ids)
        }}
      />
      <MultiSelect
        label="Against whom"
        placeholder={subject.victims?.length ? '' : 'All victims'}
        data={victims}
        value={[...(subject.victims ?? [])]}
        searchable
        clearable
        limit={100}
        onChange={(ids) => {
          setSubject('victims', ids)
        }}
      />
      <div className={classes.pair}>
        {(['since', 'until'] as const).map((key) => (
          <TextInput
            key={key}
            label={key === 'since' ? 'Since' : 'Until'}
            placeholder="2024, 2024-03 …"
            value={subject[key] ?? ''}
            error={isDate(subject[key]) ? undefined : 'Year, month or day: 2024-03'}
            onChange={(event) => {
              setDate(key, event.currentTarget.value.trim())
            }}
          />
        ))}
      </div>
      <TextInput
        label="Title"
        placeholder={madeTitle}
        value={plan.title ?? ''}
        onChange={(event) => {
          change(withField(plan, 'title', event.currentTarget.value), 'title')
        }}
      />
      <TextInput
        label="Requirement"
        placeholder="The question that it answers"
        value={plan.requirement ?? ''}
        onChange={(event) => {
          change(withField(plan, 'requirement', event.currentTarget.value), 'requirement')
        }}
      />
      <div className={classes.pair}>
        <TextInput
          label="Report number"
          value={plan.number ?? ''}
          onChange={(event) => {
            change(withField(plan, 'number', event.currentTarget.value), 'number')
          }}
        />
        <TextInput
          label="Author or office"
          value={plan.author ?? ''}
          onChange={(event) => {
            change(withField(plan, 'author', event.currentTarget.value), 'author')
          }}
        />
      </div>
      <Select
        label="Marking"
        description="Sources marked higher are left out, with all that only they state."
        placeholder="As its highest source"
        data={tlpMarkings}
        value={plan.ceiling ?? null}
        clearable
        onChange={(value) => {
          change(
            withField(
              plan,
              'ceiling',
              tlpMarkings.find((known) => known === value),
            ),
          )
        }}
      />
      {scope.droppedReports.length > 0 && <Dropped view={view} scope={scope} />}
      <div className={classes.choices}>
        <SegmentedControl
          aria-label="Paper"
          data={['A4', 'Letter']}
          value={plan.paper}
          onChange={(paper) => {
            change({ ...plan, paper: paper === 'Letter' ? 'Letter' : 'A4' })
          }}
        />
        <SegmentedControl
          aria-label="Ink"
          data={[
            { value: 'colour', label: 'Colour' },
            { value: 'greyscale', label: 'Grey' },
          ]}
          value={plan.ink}
          onChange={(ink) => {
            change({ ...plan, ink: ink === 'greyscale' ? 'greyscale' : 'colour' })
          }}
        />
      </div>
      <Select
        label="Words of likelihood"
        data={Object.values(yardsticks).map(({ id, name }) => ({ value: id, label: name }))}
        value={plan.yardstick}
        allowDeselect={false}
        onChange={(id) => {
          change({ ...plan, yardstick: id === 'phia' ? 'phia' : 'icd203' })
        }}
      />
    </div>
  )
}

/** What the ceiling keeps out, by name, so that nobody is surprised. */
function Dropped({ view, scope }: { readonly view: CaseView; readonly scope: BriefScope }) {
  const titles = scope.droppedReports.flatMap((id) => view.reports.get(id)?.title ?? [])
  return (
    <div className={classes.dropped} role="status">
      <p>
        {titles.length === 1 ? 'One source drops' : `${titles.length} sources drop`} out
        {scope.droppedLinks.length > 0 &&
          `, and with ${titles.length === 1 ? 'it' : 'them'} ${scope.droppedLinks.length === 1 ? 'one link' : `${scope.droppedLinks.length} links`}`}
        :
      </p>
      <ul>
        {titles.slice(0, 5).map((title) => (
          <li key={title}>{title}</li>
        ))}
        {titles.length > 5 && <li>and {titles.length - 5} more</li>}
      </ul>
    </div>
  )
}

function isDate(value: string | undefined): boolean {
  return value === undefined || /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)
}

/** Actors, or victims, of the attacks, the most linked first. */
function ends(
  view: CaseView,
  end: 'source' | 'target',
): readonly { readonly value: EntityId; readonly label: string }[] {
  const counts = new Map<EntityId, number>()
  for (const link of view.links.values())
    if (link.predicate === 'targets' && link.review !== 'rejected')
      counts.set(link[end], (counts.get(link[end]) ?? 0) + 1)
  return [...counts]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([id]) => ({ value: id, label: view.entities.get(id)?.name ?? id }))
}
