import { foreignLanguage } from '../import/metadata/detect-language'
import type { Reading } from '../model/reading'
import type { Read } from './create-reader'
import { readerVersion } from './reader-version'
import type { ReadInput } from './stages'

/**
 * The rules know English. A report in another language is stored and searched, and its reading says that nobody has read it: rules that
 * take its words for English ones would find links that it never states. Decided by the text itself, not by what the file declares.
 */
export function withoutForeign(read: Read, knowledgeVersion: string): Read {
  return (input) => {
    const { text, structure } = input.source
    const language = structure || text.length < 200 ? undefined : foreignLanguage(text)
    return language === undefined ? read(input) : unread(input, language, knowledgeVersion)
  }
}

function unread({ reportId, source }: ReadInput, language: string, knowledge: string): Reading {
  return {
    reportId,
    reader: readerVersion,
    knowledge,
    unread: { language },
    zones: source.blocks.map(({ start, end, kind }) => ({
      start,
      end,
      kind: kind === 'title' ? 'title' : 'body',
      story: 0,
      rule: 'unread',
    })),
    entities: [],
    links: [],
  }
}
