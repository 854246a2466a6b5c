import { originName } from '@core/case/evidence-of'
import type { CaseLink, CaseView } from '@core/case/case-view'
import { listOf, periodWords } from '@core/brief/words'
import { useMemo } from 'react'
import { EntityName } from '../../components/entity-name'
import { LinkMark } from '../../components/link-mark'
import { useSelection } from '../../state/selection'
import { verbOf } from '../../messages/describe-link'
import { CommandButton } from './command-button'
import { CredibilityPicker } from './credibility-picker'
import { EvidenceList } from './evidence-list'
import classes from './inspector.module.css'
import { Notes } from './notes'
import { ReviewButtons } from './review-buttons'

export interface LinkCardProps {
  readonly link: CaseLink
  readonly view: CaseView
}

/** One assertion: what is said, how far it got, when, on whose word, and the sentences. */
export function LinkCard({ link, view }: LinkCardProps) {
  const links = useMemo(() => [link], [link])
  const origins = link.origins.map((origin) => originName(view, link, origin))
  return (
    <>
      <div className={classes.head}>
        <div className={classes.ends}>
          <End id={link.source} view={view} />
          <span className={classes.stem}>
            <LinkMark
              predicate={link.predicate}
              outcome={link.outcome}
              hedged={link.hedged}
              polarity={link.polarity}
              origins={link.origins.length}
              byPerson={link.review === 'accepted'}
            />
            <span className={classes.verb}>{`${link.hedged ? '~ ' : ''}${verbOf(link)}`}</span>
          </span>
          <End id={link.target} view={view} />
        </div>
      </div>
      <ReviewButtons links={links} />
      <dl className={classes.table}>
        {link.hedged && (
          <>
            <dt>Hedged</dt>
            <dd>The sources do not say it outright; the cue words are boxed below.</dd>
          </>
        )}
        {link.count && link.count.min > 1 && (
          <>
            <dt>Victims</dt>
            <dd>“{link.count.text}”</dd>
          </>
        )}
        <dt>When</dt>
        <dd>{link.period ? periodWords(link.period.from, link.period.to) : 'Not stated'}</dd>
        <dt>Basis</dt>
        <dd>{basisWords(link)}</dd>
        <dt>Origins</dt>
        <dd>{listOf(origins)}</dd>
        <dt>Confidence</dt>
        <dd>{link.confidence.toFixed(2)}</dd>
        <dt>Credibility</dt>
        <dd>
          <CredibilityPicker link={link} />
        </dd>
        {link.edited && (
          <>
            <dt>Corrected</dt>
            <dd>{`${link.edited.fields.join(', ')}, by ${link.edited.author}`}</dd>
          </>
        )}
      </dl>
      <div className={classes.buttons}>
        <CommandButton overlay="edit-link" words="Correct link" keys="D" />
        <CommandButton overlay="note" words="Write a note" keys="N" />
      </div>
      <Notes about={{ type: 'link', id: link.id }} view={view} />
      <EvidenceList links={links} view={view} />
    </>
  )
}

export function basisWords({
  documents,
  origins,
}: Pick<CaseLink, 'documents' | 'origins'>): string {
  return `${documents.length} ${documents.length === 1 ? 'document' : 'documents'}, ${origins.length} ${origins.length === 1 ? 'origin' : 'origins'}`
}

function End({ id, view }: { readonly id: CaseLink['source']; readonly view: CaseView }) {
  const select = useSelection((state) => state.select)
  const entity = view.entities.get(id)
  if (!entity) return null
  return <EntityName entity={entity} onSelect={() => select({ entities: [id] })} />
}
