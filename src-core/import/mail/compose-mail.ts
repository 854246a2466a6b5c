import type { ReportMetadata } from '../../model/report'
import { collectBlocks } from '../html/collect-blocks'
import { measurePage } from '../html/measure-page'
import { parseHtml } from '../html/parse-html'
import type { ReadText } from '../import-format'
import { isoDate, parseDate } from '../metadata/parse-date'
import { SourceBuilder } from '../source-builder'
import { describeText } from '../text/describe-text'
import { splitParagraphs } from '../text/split-paragraphs'
import type { MailBody } from './mail-body'

export interface MailHead {
  readonly subject: string
  /** "Jane Doe <jane@example.org>" */
  readonly from: string
  /** As the header says it, or an ISO instant. */
  readonly date: string
}

/** The subject as title, then what the mail program would show. */
export function composeMail(head: MailHead, { shown }: MailBody, fileName: string): ReadText {
  const builder = new SourceBuilder()
  if (head.subject !== '') builder.add('title', head.subject)
  for (const { type, text } of shown) {
    if (type === 'html') addHtml(builder, text)
    else addPlain(builder, text)
  }
  const source = builder.build()
  const described = describeText(source.text, source.blocks, fileName)
  return { source, metadata: describeMail(head, described), pageCount: 0 }
}

function describeMail(head: MailHead, described: ReportMetadata): ReportMetadata {
  const sent = mailDate(head.date)
  const author = head.from.replace(/\s*<[^>]*>\s*$/, '').replace(/^"|"$/g, '')
  return {
    ...described,
    ...(head.subject !== '' && { title: head.subject }),
    ...(author !== '' && { author }),
    ...(sent !== undefined && { published: sent, publishedFrom: 'mail header' }),
  }
}

/** Mails have no article to look for: all that is text counts. */
function addHtml(builder: SourceBuilder, html: string): void {
  const page = parseHtml(html)
  for (const { kind, text } of collectBlocks(page.root, measurePage(page))) builder.add(kind, text)
}

function addPlain(builder: SourceBuilder, text: string): void {
  for (const { kind, start, end } of splitParagraphs(text))
    builder.add(kind === 'title' ? 'paragraph' : kind, text.slice(start, end))
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** "Tue, 25 Jun 2024 10:00:00 +0200" or an ISO instant. */
export function mailDate(value: string): string | undefined {
  const match = /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})/i.exec(value.slice(0, 100))
  if (!match) return parseDate(value.slice(0, 100))
  return isoDate(match[3], months.indexOf((match[2] ?? '').toLowerCase()) + 1, match[1])
}
