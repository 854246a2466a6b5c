import { Button } from '@mantine/core'
import { Undo2 } from 'lucide-react'
import { useDesk } from '../../components/desk-services'
import { Section } from '../../components/section'
import { useKnowledge } from '../../data/use-knowledge'
import { failureSentence } from '../../messages/describe-failure'
import classes from './knowledge-view.module.css'

/** What was applied over the tables that ship; the last one can be taken off again. */
export function AppliedUpdates({ onRolledBack }: { readonly onRolledBack: () => void }) {
  const { commands } = useDesk()
  const { updates, rollBack } = useKnowledge()
  if (!updates) return null
  const last = updates.at(-1)
  const takeOff = async () => {
    const outcome = await rollBack()
    if (!outcome.ok) {
      commands.say(failureSentence(outcome.failure, 'The knowledge'))
      return
    }
    commands.say(`Rolled back: ${last?.pack.title ?? ''}.`)
    onRolledBack()
  }
  return (
    <Section title="Applied updates" count={updates.length}>
      {updates.length === 0 ? (
        <p className={classes.soft}>None: Gnomon reads with the tables that ship with it.</p>
      ) : (
        <ol className={classes.applied}>
          {updates.toReversed().map(({ id, at, pack, summary }) => (
            <li key={id}>
              <span>
                <strong>{pack.title}</strong>
                <span
                  className={classes.soft}
                >{` ${pack.made}, applied ${at.slice(0, 10)}: ${summary}`}</span>
              </span>
              {id === last?.id && (
                <Button
                  variant="default"
                  leftSection={<Undo2 size={14} />}
                  onClick={() => void takeOff()}
                >
                  Roll back
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
