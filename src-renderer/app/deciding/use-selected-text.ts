import type { SelectedText } from '@core/case/by-hand'
import type { SourceText } from '@core/model/source-text'
import { useEffect, useState } from 'react'
import { useTexts } from '../../data/use-texts'
import { useSelection } from '../../state/selection'

interface Found {
  readonly words: string
  /** The paragraph in which the selection starts, and how much of it comes before. */
  readonly blockStart: number
  readonly blockEnd: number
  readonly before: string
}

/**
 * The words that are selected in the reader, in offsets of the stored text. The page shows marks and badges between the
 * words, so that a place on it is no offset: the words are looked for in their own paragraph, at the same turn.
 */
export function useSelectedText(): {
  readonly selected: SelectedText | undefined
  readonly source: SourceText | undefined
} {
  const report = useSelection((state) => state.openReport?.reportId)
  // Read once, as the dialog opens: it takes the focus, and the selection may go with it.
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    setFound(selectionInReader())
  }, [])
  const source = useTexts(report === undefined ? [] : [report])?.get(
    // Asked for nothing, nothing is found.
    report ?? ('' as never),
  )
  if (!found || !source || report === undefined) return { selected: undefined, source }
  const block = source.text.slice(found.blockStart, found.blockEnd)
  const turn = countOf(squeezed(found.before), squeezed(found.words))
  const span = nthOf(block, found.words, turn)
  if (!span) return { selected: undefined, source }
  const start = found.blockStart + span.start
  const end = found.blockStart + span.end
  return {
    selected: { report, span: { start, end }, surface: source.text.slice(start, end) },
    source,
  }
}

function selectionInReader(): Found | undefined {
  const selection = window.getSelection()
  if (!selection || selection.rangeCount === 0) return undefined
  const words = plain(selection.toString())
  const range = selection.getRangeAt(0)
  const at = range.startContainer
  const element = at instanceof Element ? at : at.parentElement
  const block = element?.closest<HTMLElement>('[data-block-start]')
  if (words === '' || !block) return undefined
  const upTo = document.createRange()
  upTo.setStart(block, 0)
  upTo.setEnd(range.startContainer, range.startOffset)
  return {
    words,
    blockStart: Number(block.dataset['blockStart']),
    blockEnd: Number(block.dataset['blockEnd']),
    before: plain(upTo.toString()),
  }
}

/** Word joiners stand beside badges and in no document. */
function plain(text: string): string {
  return text.replaceAll('\u2060', '').replace(/\s+/g, ' ').trim()
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}

function countOf(text: string, words: string): number {
  let count = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count += 1
  return count
}

/** The n-th place of the words, whatever white space the document has between them. */
function nthOf(
  text: string,
  words: string,
  turn: number,
): { readonly start: number; readonly end: number } | undefined {
  const pattern = words
    .split(' ')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  const places = [...text.matchAll(new RegExp(pattern, 'g'))]
  const place = places[turn] ?? places.at(-1)
  return place && { start: place.index, end: place.index + place[0].length }
}
