import type { CaseView } from '@core/case/case-view'
import { lineStyle, markKindOf, marks } from '@core/graph/marks'
import { entityKindOf } from '@core/model/ids'
import type { EntityId, LinkId } from '@core/model/ids'
import { outcomes } from '@core/model/link'
import type { Span } from '@core/model/span'
import { memo, useMemo } from 'react'
import type { CSSProperties } from 'react'
import { EntityMark } from '../../components/entity-mark'
import { useSelection } from '../../state/selection'
import { EvidenceBadge } from './evidence-badge'
import { segmentsOf } from './reader-text'
import type { EvidenceMark, ReaderBlock, Segment } from './reader-text'
import classes from './reader.module.css'

export interface BlockTextProps {
  readonly block: ReaderBlock
  readonly text: string
  readonly view: CaseView
  readonly chosenEntities: ReadonlySet<EntityId>
  readonly chosenLinks: ReadonlySet<LinkId>
  /** The sentence on which the analyst lands. */
  readonly landing: Span | undefined
  readonly request: number
}

/** One paragraph with its marks. */
export const BlockText = memo(function BlockText(props: BlockTextProps) {
  const { block, text, view, landing } = props
  const segments = useMemo(() => segmentsOf(block, landing), [block, landing])
  return (
    <>
      {block.page !== undefined && (
        <p className={classes.page}>
          <span>Page {block.page}</span>
        </p>
      )}
      <div
        className={classes.block}
        data-kind={block.kind}
        data-zone={block.zone}
        data-continues={block.continues}
        dir="auto"
        {...(block.kind === 'title' || block.kind === 'heading'
          ? { role: 'heading', 'aria-level': 3 }
          : {})}
      >
        {segments.map((segment) => (
          <Run
            key={segment.start}
            segment={segment}
            text={text}
            view={view}
            {...stateOf(segment, props)}
          />
        ))}
      </div>
    </>
  )
})

interface RunState {
  readonly isChosen: boolean
  readonly isLit: boolean
  /** Grows with each landing here, so that the flash plays again. */
  readonly landing: number | undefined
  readonly startsLanding: boolean
}

function stateOf(segment: Segment, props: BlockTextProps): RunState {
  const { chosenEntities, chosenLinks, landing, request } = props
  const isLanding =
    landing !== undefined && segment.start >= landing.start && segment.end <= landing.end
  return {
    isChosen: segment.mention !== undefined && chosenEntities.has(segment.mention.entity),
    isLit: segment.evidence.some((mark) => chosenLinks.has(mark.link)),
    landing: isLanding ? request : undefined,
    startsLanding: isLanding && segment.start === landing.start,
  }
}

interface RunProps extends RunState {
  readonly segment: Segment
  readonly text: string
  readonly view: CaseView
}

function Run({ segment, text, view, isChosen, isLit, landing, startsLanding }: RunProps) {
  const { mention, evidence, isCue, closes } = segment
  const words = text.slice(segment.start, segment.end)
  const strongest = strongestOf(evidence)
  const style = strongest && lineStyle(strongest.facts)
  const content =
    mention === undefined ? (
      words
    ) : (
      <Mention
        id={mention.entity}
        words={words}
        view={view}
        isChosen={isChosen}
        startsHere={mention.start === segment.start}
      />
    )
  if (!style && !isCue && landing === undefined) return content
  return (
    <>
      <span
        // A new key plays the flash again.
        key={landing}
        className={classes.run}
        data-evidence={style?.kind}
        data-hedged={style?.hollow}
        data-denied={style?.barred}
        data-cue={isCue}
        data-lit={isLit}
        data-landing={landing !== undefined}
        {...(startsLanding ? { 'data-start': segment.start } : {})}
      >
        {content}
      </span>
      {closes.length > 0 && (
        <>
          {/* A word joiner: the badge never stands alone on a line. */}
          {'\u2060'}
          <EvidenceBadge marks={closes} view={view} />
        </>
      )}
    </>
  )
}

interface MentionProps {
  readonly id: EntityId
  readonly words: string
  readonly view: CaseView
  readonly isChosen: boolean
  readonly startsHere: boolean
}

/** A name in the text: its mark before it, its colour under it. */
function Mention({ id, words, view, isChosen, startsHere }: MentionProps) {
  const select = useSelection((state) => state.select)
  const entity = view.entities.get(id)
  const kind = entity ? markKindOf(entity) : entityKindOf(id)
  const colour = marks[kind].colour
  return (
    <span
      className={classes.mention}
      data-chosen={isChosen}
      data-starts={startsHere}
      data-kind={kind}
      style={kindColour(colour)}
      role="button"
      tabIndex={-1}
      title={entity ? `${marks[kind].label}: ${entity.name}` : marks[kind].label}
      onClick={(event) =>
        select({ entities: [id] }, { additive: event.ctrlKey || event.metaKey || event.shiftKey })
      }
    >
      {startsHere && <EntityMark kind={kind} size={9} />}
      {words}
    </span>
  )
}

function kindColour(colour: string): CSSProperties {
  // React's types do not know custom properties.
  return { '--kind': colour === 'ink' ? 'var(--ink-faint)' : colour } as CSSProperties
}

function strongestOf(evidence: readonly EvidenceMark[]): EvidenceMark | undefined {
  const rank = ({ facts }: EvidenceMark) =>
    (facts.predicate === 'targets' ? 0 : 100) +
    (facts.outcome ? outcomes.indexOf(facts.outcome) : outcomes.length) * 2 +
    (facts.hedged ? 1 : 0)
  return evidence.toSorted((a, b) => rank(a) - rank(b))[0]
}
