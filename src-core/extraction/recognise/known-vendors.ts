import { kindsMask } from '../../knowledge/kinds-mask'
import { agreesInCase } from '../../knowledge/written-case'
import type { Recognition } from '../stages'
import { wordClass } from '../text/vocabulary'
import type { Recogniser } from './recogniser'

const reportingCue = wordClass(
  'said says say reported reports report researchers researcher analysts analyst according found attributed attributes warned tracks tracked observed discovered identified disclosed published by labs lab threat intelligence team firm company blog advisory experts expert security cybersecurity assesses believes wrote writes calls announced confirmed detected uncovered documented described noted security’s investigated incident telemetry',
)
const vendorKind = kindsMask(['vendor'])

/** Security companies, CERTs, agencies and police that the tables know. Common words among them need someone reporting beside them. */
export const knownVendors: Recogniser = {
  id: 'known-vendors',
  reason: 'companies, CERTs, agencies and police that report on attacks, known by name',
  recognise(context) {
    const { text, words, knowledge } = context
    const anchored = new Set<string>()
    const waiting: Recognition[] = []
    const hits = context.hits.filter((hit) => (hit.kinds & vendorKind) !== 0)
    const found = hits.flatMap((hit) => {
      const written = text.slice(hit.start, hit.end)
      const name = hit.names.find((one) => one.kind === 'vendor' && agreesInCase(written, one))
      if (!name) return []
      const vendor = knowledge.vendors.get(name.key)
      const first = context.tokenAt(hit.start)
      const last = context.tokenAt(hit.end - 1)
      const sentence = words.sentenceOf[first] ?? 0
      const from = words.firstOf[sentence] ?? 0
      const to = words.firstOf[sentence + 1] ?? from
      let cued = false
      for (let i = Math.max(from, first - 4); i < Math.min(to, last + 5); i++)
        if ((i < first || i > last) && reportingCue.has(words.tokens[i])) cued = true
      const plain = name.class === 'distinctive' || name.class === 'multiword-common'
      const recognition: Recognition = {
        start: hit.start,
        end: hit.end,
        kind: 'vendor',
        key: name.key,
        name: vendor?.name ?? name.surface,
        surface: written,
        rule: cued ? 'known-vendor/reporting' : 'known-vendor',
        strength: cued ? 0.92 : 0.84,
        sentence: context.sentenceAt(hit.start),
        subtype: vendor?.kind ?? 'vendor',
        ...(vendor?.country && { country: vendor.country }),
      }
      if (plain || cued) {
        if (cued) anchored.add(written)
        return [recognition]
      }
      const opens = first === from
      if (
        name.class === 'org-or-product' ||
        name.class === 'proper-noun' ||
        (written.length >= 6 &&
          (!opens ||
            /^(?:[’']s|said|says|has|and|is|was|attributes|calls|tracks)$/.test(
              words.tokens[last + 1]?.lower ?? '',
            )))
      )
        return [{ ...recognition, strength: 0.6 }]
      waiting.push(recognition)
      return []
    })
    return [
      ...found,
      ...waiting
        .filter((one) => anchored.has(one.surface))
        .map((one) => ({ ...one, rule: 'known-vendor/anchored', strength: 0.75 })),
    ]
  },
}
