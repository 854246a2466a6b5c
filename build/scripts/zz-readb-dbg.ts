import { readerStages } from '@core/extraction/create-reader'
import { loadPages } from './reading/gold'
import { knowledge, syntaxModel } from './reading/models'
import { inputOf } from './reading/read-page'
const k = knowledge()
const stages = readerStages({ linkWeights: { fitted: '', relations: {} } })
void syntaxModel
const want = process.argv.slice(2).filter((a) => !a.endsWith('.mjs'))
for (const page of [...loadPages('train'), ...loadPages('start')].filter((p) =>
  want.some((w) => p.name.startsWith(w)),
)) {
  const seg = stages.segment(inputOf(page.text, page.gold.published), k)
  const rec = stages.settle(stages.recognise(seg, k))
  const res = stages.resolve(seg, rec, k)
  console.log('#####', page.name)
  for (const s of seg.sentences) {
    let out = ''
    let at = s.start
    for (const m of res.mentionsOf[s.index] ?? []) {
      if (m.start < at) continue
      out +=
        page.text.slice(at, m.start) +
        '[' +
        page.text.slice(m.start, m.end) +
        '|' +
        (m.kind === 'actor'
          ? m.entity.slice(6) + '/' + m.form
          : m.kind.slice(0, 7) +
            (m.weak ? '?' : '') +
            (m.kind === 'sector' ? ':' + m.entity.slice(7) : '') +
            (m.country ? '@' + m.country : '') +
            (m.sectors?.length ? '=' + m.sectors.join('+') : '')) +
        ']'
      at = m.end
    }
    console.log(
      `${s.zone}/${s.story}/${s.paragraph}`,
      (out + page.text.slice(at, s.end)).replace(/\n/g, ' '),
      (res.datesOf[s.index] ?? []).map((d) => d.surface + '→' + d.key).join('; '),
    )
  }
  for (const a of res.aliases)
    console.log(
      'ALIAS',
      a.entity,
      page.text.slice(a.first.start, a.first.end),
      '=',
      page.text.slice(a.second.start, a.second.end),
      a.rule,
    )
}
