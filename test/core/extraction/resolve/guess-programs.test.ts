import { describe, expect, it } from 'vitest'
import { guessPrograms } from '@core/extraction/resolve/guess-programs'
import type { Recognition } from '@core/extraction/stages'
import { knowledge, segmentProse } from '../support'

function guesses(text: string, name: string): string[] {
  const segmented = segmentProse(text)
  const start = segmented.source.text.indexOf(name)
  const sentence = segmented.sentences.find((s) => s.start <= start && start < s.end)
  const bare: Recognition = {
    start,
    end: start + name.length,
    kind: 'organization',
    key: name.toLowerCase(),
    name,
    surface: name,
    rule: 'organization/bare-name',
    strength: 0.37,
    sentence: sentence?.index ?? -1,
  }
  return guessPrograms(segmented, [bare], knowledge).map((one) => `${one.kind} ${one.name}`)
}

describe('guessPrograms', () => {
  it.each([
    ['Two partners of an auditing firm were sent PowerLantern.', 'PowerLantern', 'malware'],
    ['Once they are in they unpack Copperlark on the servers.', 'Copperlark', 'malware'],
    ['Grayreed is a backdoor written in Go.', 'Grayreed', 'malware'],
  ])('offers the name in "%s" as a program as well', (text, name, kind) => {
    expect(guesses(text, name)).toEqual([`${kind} ${name}`])
  })

  it('leaves a name alone where nothing speaks of programs', () => {
    expect(guesses('On Friday Copperlark opened a branch in Oslo.', 'Copperlark')).toEqual([])
  })
})
