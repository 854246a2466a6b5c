import type { CaseView } from '@core/case/case-view'
import { exportFormat, exportFormats } from '@core/exchange/export-formats'
import type { ExportFormatId } from '@core/exchange/export-formats'
import { actorsWithTechniques } from '@core/exchange/navigator'
import type { EntityId } from '@core/model/ids'
import { Button, MultiSelect, Radio } from '@mantine/core'
import { FileDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useSelection } from '../../state/selection'
import classes from './export-form.module.css'
import { FindingList } from './finding-list'
import { ScopeChoice } from './scope-choice'
import { useExport } from './use-export'
import { useExportMaterial } from './use-export-material'
import type { ScopeKind } from './use-export-material'

export interface ExportFormProps {
  readonly view: CaseView
  readonly onDone: () => void
}

export function ExportForm({ view, onDone }: ExportFormProps) {
  const selected = useSelection((state) => state.entities)
  const focus = selected.length === 1 ? view.entities.get(selected[0] ?? noEntity) : undefined
  const [format, setFormat] = useState<ExportFormatId>('stix')
  const [scope, setScope] = useState<ScopeKind>('filters')
  const [actors, setActors] = useState<readonly EntityId[]>(
    focus?.kind === 'actor' ? [focus.id] : [],
  )
  const { material, isWhole, waits } = useExportMaterial(view, scope, focus?.id)
  const { findings, write, isWriting } = useExport(format, material, actors)
  const chosen = exportFormat(format)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void write(focus !== undefined && scope === 'selected' ? focus.name : undefined).then(
          (isSaved) => {
            if (isSaved) onDone()
          },
        )
      }}
    >
      <Radio.Group
        label="Format"
        className={classes.formats}
        value={format}
        onChange={(value) => {
          const known = exportFormat(value)
          if (known) setFormat(known.id)
        }}
      >
        {exportFormats.map(({ id, label }) => (
          <Radio
            key={id}
            value={id}
            label={label}
            size="xs"
            data-autofocus={id === format || undefined}
          />
        ))}
      </Radio.Group>
      <div className={classes.details}>
        <p className={classes.note}>{chosen?.note}.</p>
        <ScopeChoice
          view={view}
          scope={scope}
          focusName={focus?.name}
          linkCount={material.view.links.size}
          onChange={setScope}
        />
        {format === 'navigator' && (
          <ActorChoice view={material.view} actors={actors} onChange={setActors} />
        )}
        <FindingList findings={findings} waits={waits} />
        <div className={classes.foot}>
          <p className={classes.leaves}>
            {isWhole
              ? 'The whole case leaves this machine.'
              : `${material.view.links.size} links leave this machine.`}
          </p>
          <Button
            type="submit"
            leftSection={<FileDown size={15} />}
            loading={isWriting}
            disabled={waits}
          >
            {`Export ${chosen?.extension.toUpperCase() ?? ''}…`}
          </Button>
        </div>
      </div>
    </form>
  )
}

/** Found in no case. */
const noEntity = '' as EntityId

interface ActorChoiceProps {
  readonly view: CaseView
  readonly actors: readonly EntityId[]
  readonly onChange: (actors: readonly EntityId[]) => void
}

function ActorChoice({ view, actors, onChange }: ActorChoiceProps) {
  const offered = useMemo(() => actorsWithTechniques(view), [view])
  return (
    <MultiSelect
      label="Actors to show; several are compared"
      placeholder={actors.length === 0 ? 'All techniques of the case' : ''}
      size="xs"
      searchable
      clearable
      maxValues={3}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      value={actors.filter((id) => offered.some((actor) => actor.id === id))}
      onChange={(values) =>
        onChange(offered.flatMap(({ id }) => (values.includes(id) ? [id] : [])))
      }
    />
  )
}
