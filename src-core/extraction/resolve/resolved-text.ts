import type { EntityKind } from '../../model/entity'
import type { EntityId } from '../../model/ids'
import type { Span } from '../../model/span'
import type { Recognition, ResolvedMention, SegmentedText } from '../stages'

/** A mention with what recognising knew about it, so that linking need not look it up again. */
export interface LinkableMention extends ResolvedMention {
  /** First and last token of its sentence that it covers; -1 where it has no sentence. */
  readonly firstToken: number
  readonly lastToken: number
  /** Country that the words tie a body or place to. */
  readonly country?: string
  readonly sectors?: readonly string[]
  /** Finer than the kind: `metonym`, `capital`, `body-plural`, `intelligence` … */
  readonly subtype?: string
  /** Nothing explains the name: it counts only where a link needs it. */
  readonly weak?: true
}

/** An entity while the report is being read. */
export interface EntityDraft {
  readonly id: EntityId
  readonly kind: EntityKind
  readonly key: string
  /** The name to show: the first full name worn in the report. */
  readonly name: string
  /** Names worn in this report and names known to the knowledge base, without `name`. */
  readonly aliases: readonly string[]
  readonly ref?: string
  readonly subtype?: string
  readonly unnamed?: true
  /** What the words themselves say ("Chinese hackers"). */
  readonly wornOrigin?: string
  /** What the knowledge base says. */
  readonly knownOrigin?: string
  /** What the naming scheme of its name implies. */
  readonly schemeOrigin?: string
  /** Software: its ATT&CK id. */
  readonly attackId?: string
  /** Actors: ATT&CK ids of what ATT&CK says they use. */
  readonly knownUses?: readonly string[]
}

/** "X, also known as Y": two names of one actor and the words that say so. */
export interface AliasStatement extends Span {
  readonly entity: EntityId
  readonly first: Span
  readonly second: Span
  readonly rule: string
}

export interface ResolvedText {
  readonly segmented: SegmentedText
  readonly entities: ReadonlyMap<EntityId, EntityDraft>
  /** In text order. */
  readonly mentions: readonly LinkableMention[]
  readonly mentionsOf: readonly (readonly LinkableMention[])[]
  readonly datesOf: readonly (readonly Recognition[])[]
  readonly countsOf: readonly (readonly Recognition[])[]
  readonly aliases: readonly AliasStatement[]
  /** Per sentence: the actor that it goes on about when it names none; undefined where nothing was said yet. */
  readonly topicOf: readonly (TopicState | undefined)[]
}

/** What a reader has in mind when a sentence begins. */
export interface TopicState {
  /** Actors of the story, the most salient first. */
  readonly actors: readonly TopicActor[]
}

export interface TopicActor {
  readonly entity: EntityId
  /** Sentences since it was last named or referred to. */
  readonly distance: number
  /** It was last named in a heading, list label or as the first words of the paragraph. */
  readonly fromHeading: boolean
}
