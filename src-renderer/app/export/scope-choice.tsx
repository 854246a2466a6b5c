import type { CaseView } from '@core/case/case-view'
import { Radio } from '@mantine/core'
import classes from './export-form.module.css'
import { scopeKinds } from './use-export-material'
import type { ScopeKind } from './use-export-material'

export interface ScopeChoiceProps {
  readonly view: CaseView
  readonly scope: ScopeKind
  /** The one thing that is selected, if one is. */
  readonly focusName: string | undefined
  readonly linkCount: number
  readonly onChange: (scope: ScopeKind) => void
}

/** How much of the case: as filtered, all of it, or what touches the selected thing. */
export function ScopeChoice({ view, scope, focusName, linkCount, onChange }: ScopeChoiceProps) {
  const whole = view.links.size
  const labels: Readonly<Record<ScopeKind, string>> = {
    filters: 'What the filters show',
    whole: `The whole case: ${whole} ${whole === 1 ? 'link' : 'links'}, denied and rejected too`,
    selected: `Only what touches ${focusName ?? 'the selected thing'}`,
  }
  return (
    <Radio.Group
      label="How much"
      className={classes.scope}
      value={scope}
      onChange={(value) => {
        const kind = scopeKinds.find((known) => known === value)
        if (kind) onChange(kind)
      }}
    >
      {scopeKinds
        .filter((kind) => kind !== 'selected' || focusName !== undefined)
        .map((kind) => (
          <Radio
            key={kind}
            value={kind}
            size="xs"
            label={
              kind === scope && kind !== 'whole'
                ? `${labels[kind]}: ${linkCount} of ${whole} links`
                : labels[kind]
            }
          />
        ))}
    </Radio.Group>
  )
}
