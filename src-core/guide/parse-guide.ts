/** A page of the guide; of Markdown it knows what the guide uses, and nothing else. */
export interface GuidePage {
  readonly title: string
  readonly blocks: readonly GuideBlock[]
}

export type GuideBlock =
  | { readonly type: 'heading'; readonly runs: readonly GuideRun[] }
  | { readonly type: 'paragraph'; readonly runs: readonly GuideRun[] }
  | {
      readonly type: 'table'
      readonly head: readonly (readonly GuideRun[])[]
      readonly rows: readonly (readonly (readonly GuideRun[])[])[]
    }

export interface GuideRun {
  readonly style: 'plain' | 'strong' | 'key'
  readonly text: string
}

export function parseGuide(markdown: string): GuidePage {
  const [first = '', ...rest] = markdown.trim().split(/\n{2,}/)
  return { title: first.replace(/^#\s+/, ''), blocks: rest.map(blockOf) }
}

function blockOf(text: string): GuideBlock {
  if (text.startsWith('## ')) return { type: 'heading', runs: runsOf(text.slice(3)) }
  if (!text.startsWith('|'))
    return { type: 'paragraph', runs: runsOf(text.replace(/\s*\n\s*/g, ' ')) }
  const [head = '', , ...rows] = text.split('\n')
  return { type: 'table', head: cellsOf(head), rows: rows.map(cellsOf) }
}

function cellsOf(line: string): readonly (readonly GuideRun[])[] {
  return line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => runsOf(cell.trim()))
}

/** `key` and **strong**. */
function runsOf(text: string): readonly GuideRun[] {
  return text
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .filter((part) => part !== '')
    .map((part): GuideRun => {
      if (part.startsWith('`')) return { style: 'key', text: part.slice(1, -1) }
      if (part.startsWith('**')) return { style: 'strong', text: part.slice(2, -2) }
      return { style: 'plain', text: part }
    })
}
