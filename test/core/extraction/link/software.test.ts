import { describe, expect, it } from 'vitest'
import { readText } from '../support/read-text'

/** `actor > program` of every uses link. */
function uses(text: string): string[] {
  const reading = readText(text)
  const nameOf = new Map(reading.entities.map((e) => [e.id, e.name]))
  return reading.links
    .filter((link) => link.predicate === 'uses' && link.polarity === 'asserted')
    .map((link) => `${nameOf.get(link.source) ?? ''} > ${nameOf.get(link.target) ?? ''}`)
}

describe('links with programs', () => {
  it("reaches the main actor's tools far from its last naming", () => {
    const filler = 'The archive was packed at night and left the house before dawn. '.repeat(12)
    expect(
      uses(
        `Turla broke into a Serbian bank with Kazuar. ${filler}\n\nMimikatz took the passwords.`,
      ),
    ).toContain('Turla > Mimikatz')
  })

  it('keeps to the actor that a report is about after a comparison with another', () => {
    expect(
      uses(
        'UNC9901 robbed a bank in Oman. UNC9901 came back in May. The loader overlaps with tools of UNC9902. The group deployed Kazuar on four servers.',
      ),
    ).toEqual(['UNC9901 > Kazuar'])
  })

  it('reads an unlisted program that the words around it explain', () => {
    expect(uses('APT28 deployed a new backdoor called Copperlark at a Dutch port.')).toEqual([
      'APT28 > Copperlark',
    ])
  })
})
