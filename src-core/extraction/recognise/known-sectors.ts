import type { Knowledge, KnownName, NameHit } from '../../knowledge/knowledge'
import { agreesInCase } from '../../knowledge/written-case'
import type { Recognition } from '../stages'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Sector words: fields ("energy"), typed bodies ("three universities") and people ("diplomats"). */
export const knownSectors: Recogniser = {
  id: 'known-sectors',
  reason: 'words of running text that put a victim into a sector: fields, typed bodies, people',
  recognise(context) {
    return context.hits.flatMap((hit) => {
      const written = context.text.slice(hit.start, hit.end)
      const names = hit.names.filter(
        (name) => name.kind === 'sector' && agreesInCase(written, name),
      )
      const first = names[0]
      return first ? [sectorOf(context, hit, names, first)] : []
    })
  },
}

const fieldHead =
  /^(?:sector|sectors|industry|industries|companies|company|firms|firm|organi[sz]ations?|entities|entity|businesses|providers?|operators?|suppliers?|institutions?|bodies|body|agencies|agency|makers?|manufacturers?|contractors?|facilities|utilities|networks?|services?|infrastructure|enterprises?|groups?|field|fields|vertical|verticals|departments?|offices?|officials?|systems?|employees|workers|staff|customers|victims|targets|plants?|sites?)$/

function sectorOf(
  context: RecogniseContext,
  hit: NameHit,
  names: readonly KnownName[],
  first: KnownName,
): Recognition {
  const { knowledge, words } = context
  const keys = [...new Set(names.map((name) => slugOf(knowledge, name.key)))]
  const token = context.tokenAt(hit.end - 1)
  const sentence = words.sentenceOf[token] ?? 0
  const next =
    token + 1 < (words.firstOf[sentence + 1] ?? 0) ? (words.tokens[token + 1]?.lower ?? '') : ''
  const form = first.form ?? 'body'
  const headed = form === 'field' && fieldHead.test(next)
  const key = slugOf(knowledge, first.key)
  return {
    start: hit.start,
    end: hit.end,
    kind: 'sector',
    key,
    name: knowledge.sectors.get(first.key)?.label ?? key,
    surface: context.text.slice(hit.start, hit.end),
    rule: `sector/${form}${headed ? '-headed' : ''}`,
    strength: form === 'field' ? (headed ? 0.85 : 0.6) : first.plural ? 0.85 : 0.7,
    sentence: context.sentenceAt(hit.start),
    form: form === 'field' ? 'name' : 'descriptor',
    ref: key,
    subtype: first.plural ? `${form}-plural` : form,
    sectors: keys,
  }
}

/** The contract's slug; sectors that it has none for keep their own key. */
export function slugOf(knowledge: Knowledge, key: string): string {
  const slug = knowledge.sectors.get(key)?.slug
  return slug === undefined || slug === '' ? key : slug
}
