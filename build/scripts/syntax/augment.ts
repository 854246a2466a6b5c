import { inflect, threatPlurals, threatSingulars, threatVerbs } from './threat-words'
import type { Tree } from './treebank'

/**
 * Variations of the treebank toward our genre: names nobody has seen, headlines, hyphenated words in one token, dropped final stops.
 * Each returns a new tree; chance comes from the seeded source handed in.
 */
export interface Augmenter {
  vary(tree: Tree): Tree
}

interface Node {
  form: string
  lemma: string
  tag: string
  label: string
  glued: boolean
  head: Node | null
}

const syllables = (
  'ba ber cor dra el fin gar hal is jor ka lum mor nex or pan qua rin sha ter ul vor wil xen yar zed sto bla cre vel tho ' +
  'mal ran pho nik lei zhu kim dar ash bok tur'
).split(' ')
const creatures =
  'Panda Kitten Bear Typhoon Blizzard Sandstorm Sleet Spider Chollima Tiger Leopard Lynx Dragon Viper Jackal Wolf Storm Group Team Squad'.split(
    ' ',
  )
const firsts =
  'Flax Silk Velvet Mustang Static Charming Volt Salt Crimson Granite Midnight Emerald Aqua Gallium Stone Iron Night Silent Golden Earth Lunar Ghost Twisted Water'.split(
    ' ',
  )
const prefixes = 'UNC APT TAG- TA TEMP. FIN STORM- DEV- UAC- G CL-STA- Storm- DPRK SIG'.split(' ')

export function makeAugmenter(random: () => number): Augmenter {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const word = (): string => {
    const count = 2 + Math.floor(random() * 2)
    return Array.from({ length: count }, () => pick(syllables)).join('')
  }
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

  function name(): string {
    const dice = random()
    if (dice < 0.2) return pick(prefixes) + String(Math.floor(random() * 9999))
    if (dice < 0.35) return word().toUpperCase()
    if (dice < 0.5) return capital(word()) + capital(word())
    if (dice < 0.6) return pick(firsts)
    return capital(word())
  }

  function rename(nodes: Node[]): Node[] {
    const result: Node[] = []
    for (const node of nodes) {
      const isName = /^PROPN_NNPS?$/.test(node.tag) && /^[A-Z]/.test(node.form)
      if (!isName || random() < 0.4) {
        result.push(node)
        continue
      }
      const isAlone = !nodes.some((n) => n.head === node && /^(flat|compound)/.test(n.label))
      if (isAlone && !/^(flat|compound|nmod:desc)/.test(node.label) && random() < 0.35) {
        const first = {
          form: pick(firsts),
          lemma: '_',
          tag: 'PROPN_NNP',
          label: 'compound',
          glued: false,
          head: node,
        }
        node.form = pick(creatures)
        result.push(first, node)
        continue
      }
      node.form = name()
      result.push(node)
    }
    return result
  }

  /** Words of our genre in the places of like words: verbs with an object or in the passive, common nouns. */
  function retell(nodes: Node[]): void {
    const verbOk = new Set(
      nodes.filter((n) => /^(?:obj|nsubj:pass|obl:agent)$/.test(n.label)).map((n) => n.head),
    )
    const verbBad = new Set(
      nodes
        .filter((n) => /^(?:xcomp|ccomp|compound:prt|iobj|expl)$/.test(n.label))
        .map((n) => n.head),
    )
    for (const node of nodes) {
      if (random() > 0.5) continue
      const xpos = node.tag.slice(5)
      const isTarget = verbOk.has(node) && !verbBad.has(node) && /^VERB_VB/.test(node.tag)
      if (isTarget && /^[a-z]+$/.test(node.form)) node.form = inflect(pick(threatVerbs), xpos)
      else if (
        node.tag === 'NOUN_NNS' &&
        /^(?:nsubj|nsubj:pass|obj|obl|nmod|conj|obl:agent)$/.test(node.label)
      )
        node.form = matchCase(node.form, pick(threatPlurals))
      else if (
        node.tag === 'NOUN_NN' &&
        /^(?:nsubj|nsubj:pass|obj|nmod|compound|obl:agent)$/.test(node.label)
      )
        node.form = matchCase(node.form, pick(threatSingulars))
    }
  }

  function matchCase(form: string, to: string): string {
    return /^[A-Z][a-z]/.test(form) ? capital(to) : to
  }

  /** "15 - year" and "China - linked", where the treebank splits and other tokenizers do not. */
  function joinHyphens(nodes: Node[]): Node[] {
    const result = [...nodes]
    for (let i = 1; i + 1 < result.length; i++) {
      const [a, hyphen, b] = [result[i - 1], result[i], result[i + 1]]
      if (a === undefined || hyphen === undefined || b === undefined) continue
      if (hyphen.form !== '-' || !a.glued || !hyphen.glued) continue
      const others = result.filter((n) => n !== a && n !== b && n !== hyphen)
      const top = a.head === b ? b : b.head === a ? a : null
      if (top === null || top.head === a || top.head === b) continue
      const modifies = top.label === 'amod' || top.label === 'compound'
      const merged: Node = {
        form: `${a.form}-${b.form}`,
        lemma: '_',
        tag: modifies ? 'ADJ_JJ' : top.tag,
        label: modifies ? 'amod' : top.label,
        glued: b.glued,
        head: top.head,
      }
      for (const n of others) if (n.head === a || n.head === b || n.head === hyphen) n.head = merged
      result.splice(i - 1, 3, merged)
    }
    return result
  }

  function without(nodes: Node[], drop: (node: Node) => boolean): Node[] {
    return nodes.filter((node) => !(drop(node) && !nodes.some((n) => n.head === node)))
  }

  /** Headlines drop articles and the verb "to be", and often put capitals everywhere. */
  function headline(nodes: Node[]): Node[] {
    let result = nodes
    if (random() < 0.7)
      result = without(result, (n) => n.label === 'det' && /^(the|a|an)$/i.test(n.form))
    if (random() < 0.6) result = without(result, (n) => n.label === 'aux:pass')
    result = dropFinalStop(result)
    const style = random()
    for (const node of result) {
      if (style < 0.45 && (node.form.length > 3 || /^(NOUN|PROPN|VERB|ADJ)/.test(node.tag)))
        node.form = capital(node.form)
      if (style > 0.93) node.form = node.form.toUpperCase()
    }
    const first = result[0]
    if (first !== undefined) first.form = capital(first.form)
    return result
  }

  function dropFinalStop(nodes: Node[]): Node[] {
    const last = nodes.at(-1)
    if (last === undefined || nodes.length < 2 || last.tag !== 'PUNCT_.') return nodes
    return nodes.some((n) => n.head === last) ? nodes : nodes.slice(0, -1)
  }

  return {
    vary(tree) {
      let nodes = toNodes(tree)
      if (random() < 0.35) nodes = rename(nodes)
      if (random() < 0.35) retell(nodes)
      if (random() < 0.75) nodes = joinHyphens(nodes)
      const dice = random()
      if (dice < 0.12) nodes = headline(nodes)
      else if (dice < 0.18) nodes = dropFinalStop(nodes)
      else if (dice < 0.24 && nodes[0] !== undefined) nodes[0].form = capital(nodes[0].form)
      return nodes.length > 0 ? toTree(nodes) : tree
    },
  }
}

function toNodes(tree: Tree): Node[] {
  const nodes = tree.forms.map((form, i): Node => ({
    form,
    lemma: tree.lemmas[i] ?? '_',
    tag: tree.tags[i] ?? 'X_FW',
    label: tree.labels[i] ?? 'dep',
    glued: tree.glued[i] ?? false,
    head: null,
  }))
  nodes.forEach((node, i) => (node.head = nodes[tree.heads[i] ?? -1] ?? null))
  return nodes
}

function toTree(nodes: readonly Node[]): Tree {
  const index = new Map(nodes.map((node, i) => [node, i]))
  return {
    forms: nodes.map((n) => n.form),
    lemmas: nodes.map((n) => n.lemma),
    tags: nodes.map((n) => n.tag),
    heads: nodes.map((n) => (n.head === null ? -1 : (index.get(n.head) ?? -1))),
    labels: nodes.map((n) => n.label),
    glued: nodes.map((n) => n.glued),
  }
}
