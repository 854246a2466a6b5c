import { Button } from '@mantine/core'
import { separation } from '@core/case/aliases'
import type { CaseEntity, CaseView } from '@core/case/case-view'
import { Section } from '../../components/section'
import { useDeciding } from '../deciding/use-deciding'
import { EvidenceList } from './evidence-list'
import classes from './inspector.module.css'

export interface MergedNamesProps {
  readonly entity: CaseEntity
  readonly merged: NonNullable<CaseEntity['merged']>
  readonly view: CaseView
}

/** Why are these one? Who declared it and when, the sentences that say so, and the way back, one by one. */
export function MergedNames({ entity, merged, view }: MergedNamesProps) {
  const { take } = useDeciding()
  return (
    <>
      <Section title="Declared one" count={merged.members.length}>
        <ul>
          {merged.members.map((member) => (
            <li key={member.id} className={classes.plainRow}>
              <bdi className={classes.rowName}>{member.name}</bdi>
              <span className={classes.rowNote}>
                {member.reports.length} {member.reports.length === 1 ? 'document' : 'documents'}
              </span>
              {member.id !== entity.id && (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  onClick={() =>
                    void take(
                      separation(entity, member.id),
                      `${member.name} stands by itself again, as before the merge`,
                    )
                  }
                >
                  Separate
                </Button>
              )}
            </li>
          ))}
        </ul>
        {merged.merges.map(({ decision, author, at }) => (
          <p
            key={decision}
            className={classes.facts}
          >{`Merged by ${author}, ${at.slice(0, 10)}`}</p>
        ))}
      </Section>
      <Section title="Why are these one?" count={merged.claims.length}>
        {merged.claims.length === 0 && (
          <p className={classes.facts}>No report in this case says so; it rests on the analyst.</p>
        )}
        {merged.claims.length > 0 && <EvidenceList links={merged.claims} view={view} />}
      </Section>
    </>
  )
}
