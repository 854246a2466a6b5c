import { describe, expect, it } from 'vitest'
import { loadBuiltinReader } from '../../../resources/builtin-reader'
import { imported } from '../../support/import-here'

const { read } = loadBuiltinReader()

async function readingOf(text: string) {
  const { report, source } = await imported('report.txt', text)
  return read({ reportId: report.id, source, metadata: report })
}

describe('a report in another language', () => {
  it.each([
    [
      'de',
      'Die Gruppe APT28 wurde in den Netzen der Behörde gesehen und ist nach Angaben der Ermittler nicht von dort. Sie hat über Monate mit gefälschten Nachrichten auf die Rechner von zwei Ministerien zugegriffen, und das wurde erst im Juni bekannt, als eine Firma den Einbruch auf einer Konferenz beschrieb.',
    ],
    [
      'ru',
      'Группа APT28 атаковала сети министерства. Специалисты сообщили, что злоумышленники несколько месяцев рассылали поддельные письма сотрудникам двух ведомств, и это стало известно только в июне, когда компания рассказала о взломе на конференции в столице.',
    ],
  ])('is stored and marked as not read: %s', async (language, text) => {
    const reading = await readingOf(text)
    expect(reading.unread).toEqual({ language })
    expect([reading.entities, reading.links]).toEqual([[], []])
    expect(reading.zones.length).toBeGreaterThan(0)
  })

  it('is not what English with foreign names or long lists is', async () => {
    const hashes = Array.from({ length: 200 }, (_, i) => `d41d8cd98f00b204e9800998ecf8${1000 + i}`)
    const reading = await readingOf(
      `The group APT28 was seen in the networks of the Bundesamt für Sicherheit by analysts from the vendor.\n\n${hashes.join('\n')}`,
    )
    expect(reading.unread).toBeUndefined()
    expect(reading.entities.length).toBeGreaterThan(0)
  })

  it('is not what a list of hosts is', async () => {
    const hosts = Array.from({ length: 60 }, (_, i) => `bad${i}[.]com`).join('\n')
    expect((await readingOf(hosts)).unread).toBeUndefined()
  })
})
