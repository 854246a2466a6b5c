import type { CaseView } from '@core/case/case-view'
import { noteKey } from '@core/case/standing'
import type { NoteSubject } from '@core/model/decision'
import { Section } from '../../components/section'
import { useDeciding } from '../deciding/use-deciding'
import classes from './inspector.module.css'

export interface NotesProps {
  readonly about: NoteSubject
  readonly view: CaseView
}

/** What analysts wrote on it, the newest last. */
export function Notes({ about, view }: NotesProps) {
  const { take } = useDeciding()
  const notes = view.notes.get(noteKey(about)) ?? []
  if (notes.length === 0) return null
  return (
    <Section title="Notes" count={notes.length}>
      <ul>
        {notes.map(({ decision, text, author, at }) => (
          <li key={decision} className={classes.note}>
            <p>{text}</p>
            <span className={classes.rowNote}>{`${author}, ${at.slice(0, 10)}`}</span>
            <button
              type="button"
              className={classes.more}
              onClick={() =>
                void take([{ type: 'revoke', decisions: [decision] }], 'The note was deleted')
              }
            >
              Delete note
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
