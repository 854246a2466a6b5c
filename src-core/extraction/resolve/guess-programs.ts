import type { Knowledge } from '../../knowledge/knowledge'
import { tradeWords } from '../recognise/acronyms'
import { entityKey } from '../recognise/entity-key'
import { isCoined } from '../recognise/software-from-context'
import type { Recognition, SegmentedText, Sentence } from '../stages'

const doing =
  /^(?:use|uses|used|using|deploy\w*|drop\w*|install\w*|load\w*|deliver\w*|execut\w*|launch\w*|r[au]n|running|unleash\w*|spread\w*|plant\w*|implant\w*|fetch\w*|download\w*|push\w*|unpack\w*|brought|left|sent|received|got|with|via|through|by|means|of|called|named|dubbed|its|their|own|for|and|or|,|including|like|tool\w*|is|was|had|has|set|off)$/
const program =
  /^(?:malware|ransomware|backdoors?|rats?|trojans?|loaders?|droppers?|stealers?|implants?|worms?|wipers?|spyware|rootkits?|downloaders?|keyloggers?|webshells?|shells?|payloads?|lockers?|encryptors?|beacons?|tools?|utilit(?:y|ies)|frameworks?|programs?|scripts?|modules?|toolkit|proxy|tunnels?|variants?|samples?)$/

/** Below it nothing explains a name (`LinkableMention.weak`). */
const weakBelow = 0.5

/**
 * A capitalised name that nothing explains may be a body or a program. Where its shape, the tables or the words around it allow a program,
 * it is offered as both; the scorer of `uses` decides, and what no link needs is dropped.
 */
export function guessPrograms(
  segmented: SegmentedText,
  settled: readonly Recognition[],
  knowledge: Knowledge,
): Recognition[] {
  return settled.flatMap((one) => {
    if (one.kind !== 'organization' || one.strength >= weakBelow) return []
    if (!one.rule.endsWith('/bare-name') && !one.rule.includes('bare-name')) return []
    if (tradeWords.test(one.surface)) return []
    const sentence = segmented.sentences[one.sentence]
    if (!sentence) return []
    const known = knowledge.names
      .lookUp(one.surface)
      .find((name) => name.kind === 'malware' || name.kind === 'tool')
    if (!known && !isCoined(one.surface) && !isAmongPrograms(sentence, one)) return []
    const kind = known?.kind === 'tool' ? ('tool' as const) : ('malware' as const)
    const { start, end, surface } = one
    return [
      {
        start,
        end,
        surface,
        sentence: one.sentence,
        kind,
        key: known?.key ?? entityKey(one.surface),
        name: (known && knowledge.software.get(known.key)?.name) ?? one.surface,
        rule: known ? 'guess/known-program' : 'guess/program',
        strength: 0.3,
      },
    ]
  })
}

/** A word of doing right before it, or a word for programs within reach. */
function isAmongPrograms(sentence: Sentence, one: Recognition): boolean {
  const { tokens } = sentence
  const at = tokens.findIndex((token) => token.end > one.start)
  if (at < 0 || one.surface.split(/\s+/).length > 2) return false
  if (at > 0 && doing.test(tokens[at - 1]?.lower ?? '')) return true
  for (let i = Math.max(0, at - 6); i < Math.min(tokens.length, at + 7); i++)
    if (program.test(tokens[i]?.lower ?? '')) return true
  return false
}
