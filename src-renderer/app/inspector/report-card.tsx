import type { CaseReport, CaseView } from '@core/case/case-view'
import type { ReportChange } from '@core/model/decision'
import { reliabilityGrades, tlpMarkings } from '@core/model/report'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Section } from '../../components/section'
import { TlpLabel } from '../../components/tlp-label'
import { useReport } from '../../data/use-report'
import { useSelection } from '../../state/selection'
import { useDeciding } from '../deciding/use-deciding'
import classes from './inspector.module.css'

export interface ReportCardProps {
  readonly report: CaseReport
  readonly view: CaseView
}

/** The open report: what it says about itself, where that was found, whose word it is; all of it can be corrected. */
export function ReportCard({ report, view }: ReportCardProps) {
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.name}>
          <bdi>{report.title}</bdi>
        </h2>
      </div>
      {isEditing ? (
        <ReportForm key={report.id} report={report} onDone={() => setEditing(false)} />
      ) : (
        <>
          <Facts report={report} />
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => setEditing(true)}>
              Correct details
            </Button>
          </div>
        </>
      )}
      <Grade report={report} />
      <Origin report={report} view={view} />
    </>
  )
}

function Facts({ report }: Pick<ReportCardProps, 'report'>) {
  const unread = useReport(report.id)?.reading.unread
  const found = report.publishedFrom === undefined ? '' : `, from the ${report.publishedFrom}`
  return (
    <dl className={classes.table}>
      {unread && (
        <>
          <dt>Not read</dt>
          <dd>
            {`It is in ${languageName(unread.language)}, which the rules do not know. It is stored and can be searched; draw its links by hand.`}
          </dd>
        </>
      )}
      <dt>Publisher</dt>
      <dd>{report.publisher ?? 'Not stated'}</dd>
      <dt>Published</dt>
      <dd>{report.published === undefined ? 'Not dated' : `${report.published}${found}`}</dd>
      <dt>Author</dt>
      <dd>{report.author ?? 'Not stated'}</dd>
      <dt>Language</dt>
      <dd>{languageName(report.language)}</dd>
      <dt>Marking</dt>
      <dd>{report.tlp ? <TlpLabel marking={report.tlp} /> : 'None found'}</dd>
      {report.sourceUrl !== undefined && (
        <>
          <dt>Address</dt>
          <dd style={{ overflowWrap: 'anywhere' }}>{report.sourceUrl}</dd>
        </>
      )}
      <dt>File</dt>
      <dd style={{ overflowWrap: 'anywhere' }}>
        {report.fileName}
        {report.pageCount > 0 &&
          `, ${report.pageCount} ${report.pageCount === 1 ? 'page' : 'pages'}`}
      </dd>
    </dl>
  )
}

interface FormProps {
  readonly report: CaseReport
  readonly onDone: () => void
}

function ReportForm({ report, onDone }: FormProps) {
  const { take } = useDeciding()
  const [fields, setFields] = useState({
    title: report.title,
    publisher: report.publisher ?? '',
    published: report.published ?? '',
    author: report.author ?? '',
    language: report.language,
    sourceUrl: report.sourceUrl ?? '',
    tlp: report.tlp ?? '',
  })
  const set = (name: keyof typeof fields) => (event: { currentTarget: { value: string } }) =>
    setFields({ ...fields, [name]: event.currentTarget.value })
  const isDay = fields.published === '' || /^\d{4}-\d{2}-\d{2}$/.test(fields.published)
  const save = () => {
    const change = changeOf(report, fields)
    onDone()
    if (Object.keys(change).length > 0)
      void take([{ type: 'edit-report', report: report.id, change }], 'Details corrected')
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isDay && fields.title.trim() !== '') save()
      }}
    >
      <TextInput label="Title" value={fields.title} onChange={set('title')} data-autofocus />
      <TextInput label="Publisher" value={fields.publisher} onChange={set('publisher')} />
      <TextInput
        label="Published"
        placeholder="2024-06-25"
        value={fields.published}
        onChange={set('published')}
        error={isDay ? undefined : 'Year, month and day, as 2024-06-25'}
      />
      <TextInput label="Author" value={fields.author} onChange={set('author')} />
      <TextInput
        label="Language"
        maxLength={3}
        value={fields.language}
        onChange={set('language')}
      />
      <NativeSelect
        label="Marking"
        value={fields.tlp}
        onChange={set('tlp')}
        data={[{ value: '', label: 'None found' }, ...tlpMarkings]}
      />
      <TextInput label="Address" value={fields.sourceUrl} onChange={set('sourceUrl')} />
      <div className={classes.buttons}>
        <Button type="submit">Save details</Button>
        <Button variant="default" onClick={onDone}>
          Leave as it is
        </Button>
      </div>
    </form>
  )
}

/** Only what differs: a correction says no more than was corrected. An emptied field stays as it was read. */
function changeOf(report: CaseReport, fields: Readonly<Record<string, string>>): ReportChange {
  const names = ['title', 'publisher', 'published', 'author', 'language', 'sourceUrl'] as const
  const changed = names.flatMap((name) => {
    const value = (fields[name] ?? '').trim()
    return value !== '' && value !== (report[name] ?? '') ? [[name, value] as const] : []
  })
  const tlp = tlpMarkings.find((marking) => marking === fields.tlp)
  return {
    ...Object.fromEntries(changed),
    ...(tlp && tlp !== report.tlp && { tlp }),
  }
}

function Grade({ report }: Pick<ReportCardProps, 'report'>) {
  const { take } = useDeciding()
  return (
    <Section title="Reliability of the source">
      <NativeSelect
        aria-label="Reliability of the source"
        value={report.reliability}
        data={reliabilityGrades.map((grade) => ({ value: grade, label: gradeWords[grade] }))}
        onChange={(event) => {
          const grade = reliabilityGrades.find((one) => one === event.currentTarget.value)
          if (grade)
            void take(
              [{ type: 'grade-report', report: report.id, reliability: grade }],
              `Graded ${grade}`,
            )
        }}
      />
    </Section>
  )
}

const gradeWords: Readonly<Record<CaseReport['reliability'], string>> = {
  A: 'A, completely reliable',
  B: 'B, usually reliable',
  C: 'C, fairly reliable',
  D: 'D, not usually reliable',
  E: 'E, unreliable',
  F: 'F, cannot be judged',
}

/** "9 documents, 1 origin": which reports say the same in the same words, and the way to disagree. */
function Origin({ report, view }: ReportCardProps) {
  const { take } = useDeciding()
  const openEvidence = useSelection((state) => state.openEvidence)
  const lead = view.restating?.get(report.id)
  if (lead === undefined)
    return report.restates === null ? (
      <Section title="Origin">
        <p className={classes.hint}>An origin of its own, by your word.</p>
      </Section>
    ) : null
  const group = [...(view.restating ?? [])].flatMap(([id, of]) =>
    of === lead ? (view.reports.get(id) ?? []) : [],
  )
  const standAlone = () =>
    void take(
      [{ type: 'edit-report', report: report.id, change: { restates: null } }],
      'Taken for an origin of its own',
    )
  return (
    <Section title="Origin">
      <p className={classes.hint}>
        {`${group.length} documents, 1 origin: they say the same in the same words and count once. The earliest leads.`}
      </p>
      <div className={classes.rows}>
        {group.slice(0, 12).map((one) => (
          <button
            key={one.id}
            type="button"
            className={classes.row}
            onClick={() => openEvidence(one.id)}
          >
            <bdi className={classes.rowName}>{one.title}</bdi>
            <span className={classes.rowNote}>
              {one.id === lead ? 'earliest' : (one.published ?? 'not dated')}
            </span>
          </button>
        ))}
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={standAlone}>
          Count as its own origin
        </Button>
      </div>
    </Section>
  )
}

function languageName(tag: string): string {
  if (tag === 'und') return 'Not known'
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(tag) ?? tag
}
