import type { BlockKind } from '../../model/source-text'
import { scanXml } from '../xml/scan-xml'

export interface DocxStyle {
  readonly kind?: BlockKind
  /** Half points. */
  readonly size?: number
}

/** Paragraph styles by id, each with what it inherits. */
export type DocxStyles = ReadonlyMap<string, DocxStyle>

interface DraftStyle {
  name: string
  basedOn?: string
  outline?: number
  size?: number
}

export function readDocxStyles(xml: string): DocxStyles {
  const drafts = new Map<string, DraftStyle>()
  let current: DraftStyle | undefined
  let fallback: number | undefined
  let inDefaults = false
  scanXml(xml, {
    open: (name, attributes) => {
      const value = attributes.get('val')
      if (name === 'docDefaults') inDefaults = true
      else if (name === 'style') {
        current = { name: '' }
        drafts.set(attributes.get('styleId') ?? '', current)
      } else if (name === 'sz' && inDefaults) fallback = Number(value) || undefined
      else if (!current || value === undefined) return
      else if (name === 'name') current.name = value.toLowerCase()
      else if (name === 'basedOn') current.basedOn = value
      else if (name === 'outlineLvl') current.outline = Number(value)
      else if (name === 'sz') current.size = Number(value) || 0
    },
    close: (name) => {
      if (name === 'docDefaults') inDefaults = false
      if (name === 'style') current = undefined
    },
    text: () => undefined,
  })
  const styles = new Map<string, DocxStyle>()
  for (const id of drafts.keys()) styles.set(id, inherited(id, drafts, fallback))
  return styles
}

/** At most twenty steps up: a style sheet may go in circles. */
function inherited(
  id: string,
  drafts: ReadonlyMap<string, DraftStyle>,
  fallback: number | undefined,
): DocxStyle {
  let kind: BlockKind | undefined
  let size: number | undefined
  let at: string | undefined = id
  for (let step = 0; step < 20 && at !== undefined; step++) {
    const draft: DraftStyle | undefined = drafts.get(at)
    if (!draft) break
    kind ??= kindOf(draft)
    size ??= draft.size
    at = draft.basedOn
  }
  size ??= fallback
  return { ...(kind && { kind }), ...(size !== undefined && { size }) }
}

/** Built-in styles have the same English names in every language of Word. */
function kindOf({ name, outline }: DraftStyle): BlockKind | undefined {
  if (name === 'title') return 'title'
  if (/^heading \d$/.test(name) || name === 'subtitle' || (outline ?? 9) < 9) return 'heading'
  if (name === 'caption') return 'caption'
  if (/^list\b/.test(name)) return 'list-item'
  if (name === 'quote' || name === 'intense quote') return 'quotation'
  if (/^html preformatted|^plain text|^macro/.test(name)) return 'preformatted'
  if (/^(?:footnote|endnote) text/.test(name)) return 'footnote'
  return undefined
}
