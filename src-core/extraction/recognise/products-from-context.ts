import type { Recognition } from '../stages'
import { cueList } from '../text/vocabulary'
import { canBeNew, giants, make, readName, type ReadName } from './read-name'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Products that no table has: "a hole in MailForge", "CVE-2025-1 in Lanto Client", "Juniper routers", "the MailForge flaw". */
export const productsFromContext: Recogniser = {
  id: 'products-from-context',
  reason: 'capitalised names that have a flaw, or a kind of device behind them',
  recognise(context) {
    const found: Recognition[] = []
    for (const word of flaws)
      for (const i of context.words.at(word)) {
        const product = inProduct(context, i + 1) ?? flawOf(context, i)
        if (product) found.push(product)
      }
    for (const word of devices)
      for (const i of context.words.at(word)) {
        const product = deviceOf(context, i)
        if (product) found.push(product)
      }
    context.words.tokens.forEach((token, i) => {
      if (!token.lower.startsWith('cve-')) return
      const product = inProduct(context, i + 1)
      if (product) found.push(product)
    })
    return found
  },
}

const flaws = cueList(
  'flaw flaws hole holes bug bugs vulnerability vulnerabilities zero-day zero-days weakness backdoor-account exploit exploits',
)
const devices = cueList(
  'routers router firewalls firewall gateways gateway appliances appliance controllers controller switches servers server devices plcs modems',
)

/** "in X", "of X", "affecting X" behind a flaw or its id. */
function inProduct(context: RecogniseContext, at: number): Recognition | undefined {
  const { words } = context
  let i = at
  if (words.tokens[i]?.text === ')') i++
  if (!/^(?:in|of|affecting|inside)$/.test(words.tokens[i]?.lower ?? '')) return undefined
  i++
  while (
    /^(?:the|a|an|its|their|software|file|transfer|program|security-authentication|product|unpatched|vulnerable|popular)$/.test(
      words.tokens[i]?.lower ?? '',
    ) &&
    i - at < 6
  )
    i++
  if (words.sentenceOf[i] !== words.sentenceOf[at]) return undefined
  const name = readName(context, i)
  return name && isProduct(context, name) ? product(context, name, 0.62) : undefined
}

/** "the X flaw". */
function flawOf(context: RecogniseContext, noun: number): Recognition | undefined {
  const name = nameBefore(context, noun)
  return name &&
    isProduct(context, name) &&
    !context.knownAt(name.start, name.end).some((one) => one.kind === 'vendor')
    ? product(context, name, 0.58)
    : undefined
}

/** "Juniper routers": the maker's name with the device is the product. */
function deviceOf(context: RecogniseContext, noun: number): Recognition | undefined {
  const name = nameBefore(context, noun)
  const device = context.words.tokens[noun]
  if (!name || !device) return undefined
  const known = context.knownAt(name.start, name.end)
  const maker = known.some((one) => one.kind === 'vendor')
  if (!maker && (!isProduct(context, name) || /^servers?$/.test(device.lower))) return undefined
  if (
    maker &&
    /^(?:servers?|devices|gateway|switches)$/.test(device.lower) &&
    !/s$/.test(device.lower)
  )
    return undefined
  const surface = context.text.slice(name.start, device.end)
  return {
    ...make(
      context,
      { ...name, end: device.end, surface },
      'product',
      'device',
      maker ? 0.7 : 0.56,
    ),
    aliases: [name.surface],
  }
}

function nameBefore(context: RecogniseContext, noun: number): ReadName | undefined {
  const { words } = context
  const sentence = words.sentenceOf[noun] ?? 0
  const floor = words.firstOf[sentence] ?? 0
  let first = noun
  while (
    first > floor &&
    noun - first < 4 &&
    /^\p{Lu}|^\d+(?:\.\d+)*$/u.test(words.tokens[first - 1]?.text ?? '')
  )
    first--
  while (
    first < noun &&
    (/^(?:the|a|an|this|in|on|by|for|chinese|russian|american|from|hacked|two|three|one|no|another|of|most|both)$/i.test(
      words.tokens[first]?.text ?? '',
    ) ||
      first === floor)
  )
    first++
  if (first >= noun) return undefined
  const name = readName(context, first)
  return name?.to === noun ? name : undefined
}

const software = new Set(['product', 'tool'])

function isProduct(context: RecogniseContext, name: ReadName): boolean {
  if (giants.has(name.surface.toLowerCase()) || name.to - name.from > 4) return false
  if (context.knownAt(name.start, name.end).some((one) => software.has(one.kind))) return false
  return (
    canBeNew(context, name) &&
    !/^(?:Europe|Asia|Africa|America|Parliament|Congress|Internet|Government)$/.test(name.surface)
  )
}

const product = (context: RecogniseContext, name: ReadName, strength: number): Recognition =>
  make(context, name, 'product', 'flaw', strength)
