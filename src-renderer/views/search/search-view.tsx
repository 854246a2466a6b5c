import type { CaseReport, CaseView } from '@core/case/case-view'
import { findInText, snippetsOf } from '@core/search/find-in-text'
import { parseQuery } from '@core/search/parse-query'
import type { SearchQuery } from '@core/search/parse-query'
import type { SearchAnswer } from '@core/search/search-engine'
import type { SourceText } from '@core/model/source-text'
import type { Span } from '@core/model/span'
import { TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { KeyboardEvent } from 'react'
import { useDesk } from '../../components/desk-services'
import type { SearchService } from '../../components/desk-services'
import { EmptyState } from '../../components/empty-state'
import { useCaseView } from '../../data/use-case-view'
import { useTexts } from '../../data/use-texts'
import { createRemembered } from '../../state/remembered'
import { useSelection } from '../../state/selection'
import { notesWith } from './notes-with'
import { Marked } from './marked'
import classes from './search.module.css'

const useQuery = createRemembered(
  'gnomon.search',
  (stored) => (typeof stored === 'string' ? stored : undefined),
  '',
)
const pageSize = 20
/** Candidates of a phrase, which their texts have to confirm. */
const mostHits = 200

export function SearchView() {
  const view = useCaseView()
  const { search } = useDesk()
  const status = useSyncExternalStore(search.subscribe, search.status)
  const { value: text, set: setText } = useQuery()
  const answer = useAnswer(search, text, status.indexed)
  const list = useRef<HTMLOListElement>(null)
  const reports = view?.reports
  useEffect(() => {
    if (reports) void search.sync(reports)
  }, [search, reports])
  if (!view) return null
  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <TextInput
          aria-label="Search in all reports and notes"
          placeholder="Words, “a phrase”, title:word, publisher:word, begin*, near~, -without"
          leftSection={<Search size={14} strokeWidth={1.6} aria-hidden />}
          value={text}
          data-autofocus
          autoFocus
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') list.current?.querySelector('button')?.focus()
            if (event.key === 'Escape' && text !== '') {
              event.stopPropagation()
              setText('')
            }
          }}
        />
        <p className={classes.status} aria-live="polite">
          {status.isBusy && status.indexed < status.total
            ? `Indexing: ${status.indexed.toLocaleString('en')} of ${status.total.toLocaleString('en')} reports; what is done can be searched`
            : answerWords(answer, text)}
        </p>
      </div>
      <Results key={text} view={view} text={text} answer={answer} list={list} />
    </div>
  )
}

interface ResultsProps {
  readonly view: CaseView
  readonly text: string
  readonly answer: SearchAnswer | undefined
  readonly list: React.RefObject<HTMLOListElement | null>
}

function Results({ view, text, answer, list }: ResultsProps) {
  const [pages, setPages] = useState(1)
  const query = useMemo(() => parseQuery(text), [text])
  const hits = useMemo(
    () => (answer?.hits ?? []).flatMap(({ report }) => view.reports.get(report) ?? []),
    [answer, view.reports],
  )
  const shown = hits.slice(0, pages * pageSize)
  const texts = useTexts(shown.map(({ id }) => id))
  const notes = useMemo(() => notesWith(view, query), [view, query])
  if (query.clauses.length === 0)
    return (
      <EmptyState title="What you look for will stand here in its sentence, in every report and note of the case." />
    )
  if (answer && hits.length + notes.length === 0)
    return (
      <EmptyState
        title={`No report and no note holds “${text.trim()}”, nor a word that is nearly so.`}
      />
    )
  return (
    <ol ref={list} className={classes.results} aria-label="Reports found" onKeyDown={walk}>
      {notes.map(({ key, about, text: words, marks }) => (
        <li key={key} className={classes.hit}>
          <div className={classes.title}>Note on {about}</div>
          <p className={classes.snippet} dir="auto">
            <Marked text={words} span={{ start: 0, end: words.length }} marks={marks} />
          </p>
        </li>
      ))}
      {shown.map((report) => (
        <Hit
          key={report.id}
          report={report}
          source={texts?.get(report.id)}
          query={query}
          isFuzzy={answer?.isFuzzy === true}
        />
      ))}
      {shown.length < hits.length && (
        <li>
          <button type="button" className={classes.more} onClick={() => setPages(pages + 1)}>
            Show {Math.min(pageSize, hits.length - shown.length)} more
          </button>
        </li>
      )}
    </ol>
  )
}

interface HitProps {
  readonly report: CaseReport
  readonly source: SourceText | undefined
  readonly query: SearchQuery
  readonly isFuzzy: boolean
}

/** A report with the places that answer; a phrase that does not stand in the text after all takes it away. */
function Hit({ report, source, query, isFuzzy }: HitProps) {
  const openEvidence = useSelection((state) => state.openEvidence)
  const spans = useMemo(
    () => (source ? findInText(source.text, query, isFuzzy) : []),
    [source, query, isFuzzy],
  )
  const snippets = useMemo(
    () => (source && spans ? snippetsOf(source.text, spans) : []),
    [source, spans],
  )
  if (!spans) return null
  const facts = [
    report.publisher,
    report.published ?? 'undated',
    spans.length > 1 ? `${spans.length} places` : undefined,
  ]
  const open = (span?: Span) => openEvidence(report.id, span)
  return (
    <li className={classes.hit}>
      <button type="button" className={classes.title} onClick={() => open(spans[0])}>
        <bdi>{report.title}</bdi>
        <span className={classes.facts}>
          {facts.filter((fact) => fact !== undefined).join(' · ')}
        </span>
      </button>
      {source &&
        snippets.map((snippet) => (
          <button
            key={snippet.start}
            type="button"
            className={classes.snippet}
            dir="auto"
            onClick={() => open(snippet.marks[0])}
          >
            <Marked text={source.text} span={snippet} marks={snippet.marks} />
          </button>
        ))}
    </li>
  )
}

/** Asks as the words are typed; an answer that was overtaken is dropped. */
function useAnswer(search: SearchService, text: string, indexed: number): SearchAnswer | undefined {
  const [answer, setAnswer] = useState<SearchAnswer>()
  useEffect(() => {
    let isCurrent = true
    if (text.trim() === '') {
      setAnswer(undefined)
      return
    }
    void search.query(text, mostHits).then((found) => {
      if (isCurrent && found) setAnswer(found)
    })
    return () => {
      isCurrent = false
    }
    // `indexed`: what has been added meanwhile may answer too.
  }, [search, text, indexed])
  return answer
}

function answerWords(answer: SearchAnswer | undefined, text: string): string {
  if (!answer || text.trim() === '') return ''
  const reports = `${answer.total.toLocaleString('en')} ${answer.total === 1 ? 'report' : 'reports'} of ${answer.searched.toLocaleString('en')}`
  return answer.isFuzzy && answer.total > 0
    ? `${reports}, for words nearly so: none was found as typed`
    : reports
}

/** j, k and arrows go from result to result. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus()
  event.preventDefault()
}
