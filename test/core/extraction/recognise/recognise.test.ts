import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recognise } from '@core/extraction/recognise/recognise'
import { settleOverlaps } from '@core/extraction/settle/settle-overlaps'
import { found, knowledge, recogniseProse, segmentProse } from '../support'

describe('actors', () => {
  it.each([
    ['Sandworm broke into the grid.', 'actor:Sandworm'],
    ['It blamed APT28 and Volt Typhoon for it.', 'actor:Volt Typhoon'],
    ['Google tracks the cluster as UNC9876 since May.', 'actor:UNC9876'],
    ['Microsoft calls the group Velvet Typhoon.', 'actor:Velvet Typhoon'],
    ['The group, which it calls Grey Heron, broke into banks.', 'actor:Grey Heron'],
    ['A hacker group named “Kuroi Kumo” took the credit.', 'actor:Kuroi Kumo'],
    ['The ransomware gang Borealis encrypted the servers.', 'actor:Borealis'],
    ['The Borealis gang encrypted the servers.', 'actor:Borealis'],
    ['The bank was encrypted by Royal in May.', 'actor:Royal'],
    ['Borealis, a China-linked espionage group, broke into banks.', 'actor:Borealis'],
    ['The attackers, dubbed Silver Otter by researchers, stole mail.', 'actor:Silver Otter'],
    ['Black Lynx Cyber Army defaced the site.', 'actor:Black Lynx Cyber Army'],
    ['It is the work of Red Kestrel. The group broke into banks.', 'actor:Red Kestrel'],
    [
      'Red Kestrel, a group of which little is known, boasted. It copied files.',
      'actor:Red Kestrel',
    ],
    ['The files had gone by way of a tool, and it was Clop that took them.', 'actor:Clop'],
    ['The breach was laid at Hive’s door.', 'actor:Hive'],
    ['Interlock has removed its entry for a school.', 'actor:Interlock'],
    ['Machete is old. The Spanish-speaking team broke into a ministry.', 'actor:Machete'],
    ['The hacktivists Indian Cyber Force defaced the site.', 'actor:Indian Cyber Force'],
    ['Its operators, whom we follow as Sand Petrel, hacked a bank.', 'actor:Sand Petrel'],
    ['The actor Blind Otter hacked a bank.', 'actor:Blind Otter'],
    ['We wrote that Cobalt Mirage had encrypted a court.', 'actor:Cobalt Mirage'],
    ['On Sunday every server was encrypted with Akira.', 'actor:Akira'],
    ['The hackers of Kuroi Kumo emptied a bank.', 'actor:Kuroi Kumo'],
    ['Actor: Z-Pentest, by its own video.', 'actor:Z-Pentest'],
    ['It is the visiting card of Grey Cloak, blackmailers who robbed a bank.', 'actor:Grey Cloak'],
    ['The police speak of Lapsus$.', 'actor:Lapsus$'],
    ['Threat Activity Group 22 (TAG-22) broke into telecoms.', 'actor:Threat Activity Group 22'],
  ])('finds the one in %j', (text, expected) => {
    expect(found(text)).toContain(expected)
  })

  it.each([
    'They play on a royal ground near the hive.',
    'The software group Visma opened an office.',
    'Seven hackers sat in a room with Play-Doh.',
    'The Computer Emergency Response Team met on Monday.',
    'The Winter Blizzard closed the roads.',
    'In August the Trend Micro staff moved.',
    'He bought shares of Nordic Timber. The group makes doors.',
    'The hackers of Belgium met the hackers of Microsoft.',
    'The British Cyber Force opened a school.',
    'Machete is a long knife. The knife was old.',
  ])('finds no named one in %j', (text) => {
    expect(recogniseProse(text).filter((one) => one.kind === 'actor' && !one.unnamed)).toEqual([])
  })

  it('takes a known gang’s name that heads its list for the gang', () => {
    const text =
      'The gangs boast.\n\nPLAY (5 new)\n\n- Marrowby, United Kingdom\n\nCactus\n\n- Lindqvist, Sweden\n\nThey stole files and hacked a bank.'
    expect(found(text)).toEqual(expect.arrayContaining(['actor:PLAY', 'actor:Cactus']))
    expect(found('PLAY (5 new)\n\n- a ball\n\nCactus\n\n- a plant')).not.toContain('actor:Cactus')
  })

  it('counts a common-word name everywhere once the text has introduced it', () => {
    const text = 'The Royal ransomware gang struck Dallas. A week later Royal published the files.'
    expect(found(text).filter((one) => one === 'actor:Royal')).toHaveLength(2)
  })
})

describe('unnamed actors', () => {
  const unnamed = (text: string) =>
    recogniseProse(text)
      .filter((one) => one.unnamed)
      .map((one) => `${one.surface} <${one.origin ?? ''}>`)

  it.each([
    ['Chinese hackers broke in.', 'Chinese hackers <CN>'],
    ['It was the work of suspected Iranian operators.', 'suspected Iranian operators <IR>'],
    ["Pyongyang's cyber spies wrote mails.", "Pyongyang's cyber spies <KP>"],
    ['Hackers linked to Russia wrote mails.', 'Hackers <RU>'],
    ['A China-nexus group entered the firm.', 'China-nexus group <CN>'],
    ['North Korean state-sponsored hackers came.', 'North Korean state-sponsored hackers <KP>'],
    ['Unknown attackers erased the disks.', 'Unknown attackers <>'],
    ['State-backed actors erased the disks.', 'State-backed actors <>'],
    ['Pro-Russian hackers took the site down.', 'Pro-Russian hackers <>'],
    ['Russian military intelligence entered the mailbox.', 'Russian military intelligence <RU>'],
  ])('finds the one in %j', (text, expected) => {
    expect(unnamed(text)).toContain(expected)
  })

  it.each([
    'The Chinese government denied it.',
    'American operators of power grids met.',
    'Mustang Panda, hackers who come from China, broke in.',
    'German intelligence agencies met.',
  ])('finds none in %j', (text) => {
    expect(unnamed(text)).toEqual([])
  })
})

describe('software', () => {
  it.each([
    ['It deployed PlugX and Cobalt Strike.', 'malware:PlugX'],
    ['They installed a backdoor named Moonpebble.', 'malware:Moonpebble'],
    ['The wiper SANDGRINDER erased disks.', 'malware:SANDGRINDER'],
    ['They used the loader QuietMoonLoader.', 'malware:QuietMoonLoader'],
    ['The Maui ransomware was found in hospitals.', 'malware:Maui'],
    ['It dropped PebbleCast, GravelCast and SlateCast, three backdoors.', 'malware:GravelCast'],
    ['The crew came with Fog RAT in tow.', 'malware:Fog RAT'],
  ])('finds the one in %j', (text, expected) => {
    expect(found(text)).toContain(expected)
  })

  it.each(['A conti is a noodle, and so is rust.', 'The McDonald case was about DocuSign.'])(
    'finds none in %j',
    (text) => {
      expect(found(text, ['malware', 'tool'])).toEqual([])
    },
  )
})

describe('bodies', () => {
  it.each([
    [
      'It hit the Ministry of Economic Affairs and Communications.',
      'organization:Ministry of Economic Affairs and Communications',
    ],
    ['It hit the Federal Agency for Maps (FAM) in May.', 'organization:FAM'],
    ['It hit the defence ministry of Peru.', 'organization:defence ministry of Peru'],
    ["It hit Ukraine's border guard twice.", "organization:Ukraine's border guard"],
    ['It hit mobile operator Telefoon.', 'organization:Telefoon'],
    ['It robbed Coinhaus, a crypto exchange in Malta.', 'organization:Coinhaus'],
    ['It hit Corvane Holdings, Inc. last week.', 'organization:Corvane Holdings'],
    ['It hit the port of Antwerp.', 'organization:port of Antwerp'],
    ['It hit Vodafone Ukraine in May.', 'organization:Vodafone Ukraine'],
  ])('finds the one in %j', (text, expected) => {
    expect(found(text)).toContain(expected)
  })

  it('gives a body the country and sectors in its name', () => {
    const [body] = recogniseProse('It hit the Danish Ministry of Defence.').filter(
      (one) => one.kind === 'organization',
    )
    expect(body).toMatchObject({ country: 'DK', aliases: ['Ministry of Defence'] })
    expect(body?.sectors).toEqual(expect.arrayContaining(['government', 'defense']))
  })

  it('parts "A and B" where both are bodies', () => {
    expect(found('It hit the Port of Rotterdam and Groningen Seaports.', ['organization'])).toEqual(
      ['organization:Port of Rotterdam', 'organization:Groningen Seaports'],
    )
  })

  it.each([
    'Jul 2025 was hot.',
    'On June 2 it rained.',
    'He praised Query Registry and Brute Force.',
  ])('finds none in %j', (text) => {
    expect(found(text, ['organization'])).toEqual([])
  })
})

describe('vendors', () => {
  it.each([
    ['Researchers at Blue Fjord said so.', 'vendor:Blue Fjord'],
    ['The cybersecurity firm Nordlicht said so.', 'vendor:Nordlicht'],
    ['According to Fjord Threat Labs, it began in May.', 'vendor:Fjord Threat Labs'],
    ['SamCERT warned of it.', 'vendor:SamCERT'],
    ['Proofpoint wrote about it.', 'vendor:Proofpoint'],
  ])('finds the one in %j', (text, expected) => {
    expect(found(text)).toContain(expected)
  })
})

describe('places', () => {
  const countries = (text: string) =>
    recogniseProse(text).flatMap((one) =>
      one.country && one.subtype !== 'language' ? [`${one.kind} ${one.country}`] : [],
    )

  it.each([
    ['Taiwanese banks fell.', 'country TW'],
    ['It spread in the Netherlands.', 'country NL'],
    ['The Kremlin denied it.', 'country RU'],
    ['It began in Wuhan, China.', 'place CN'],
    ['Turkey denied it.', 'country TR'],
  ])('reads %j', (text, expected) => {
    expect(countries(text)).toContain(expected)
  })

  it.each([
    'They eat turkey and polish the china.',
    'Victoria Nuland spoke.',
    'It was translated from Spanish.',
    'Tell us more of it.',
  ])('finds no country in %j', (text) => {
    expect(countries(text)).toEqual([])
  })
})

describe('identifiers', () => {
  it.each([
    ['through CVE-2024-3400 again', 'vulnerability:CVE-2024-3400'],
    ['through cve‑2024‑3400 again', 'vulnerability:cve‑2024‑3400'],
    ['by Follina and others', 'vulnerability:Follina'],
    ['seen as T1566.001 here', 'technique:T1566.001'],
  ])('finds the one in %j', (text, expected) => {
    expect(found(`It came ${text}.`)).toContain(expected)
  })

  it('knows no technique T1999', () => {
    expect(found('It was seen as T1999 there.', ['technique'])).toEqual([])
  })
})

describe('counts', () => {
  const counts = (text: string) =>
    recogniseProse(text)
      .filter((one) => one.kind === 'count')
      .map((one) => one.key)
  it.each([
    ['It hit 24 organisations.', '24..24'],
    ['It hit more than 70 companies.', '70..'],
    ['It hit at least 30 there.', '30..'],
    ['It hit dozens of banks.', '24..'],
    ['It hit three universities.', '3..3'],
    ['It hit up to 40 networks.', '1..40'],
  ])('reads %j', (text, expected) => {
    expect(counts(text)).toEqual([expected])
  })
  it.each(['It cost 300 dollars.', 'In 2021 banks fell.', 'It rose 5 per cent.'])(
    'reads none in %j',
    (text) => {
      expect(counts(text)).toEqual([])
    },
  )
})

describe('recognise', () => {
  const pieces = [
    'Chinese hackers', 'APT28', 'the Ministry of ', 'evil[.]com ', ' (BKG)', 'Taiwan', ', a gang', '“Foo', '” ', 'dubbed ', 'in May 2021', ' and ', '\n\n', '. ', "'s ", '中国', '𝕏', 'CVE-2024-1 ', '1.2.3[.]4', ' of ', 'universities', '- ', '|',
  ] // prettier-ignore

  it('keeps every span true to the text, and settled ones apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 40 }),
        (parts) => {
          const segmented = segmentProse(parts.join(''))
          const all = recognise(segmented, knowledge)
          for (const one of all)
            expect(segmented.source.text.slice(one.start, one.end)).toBe(one.surface)
          const settled = settleOverlaps(all).filter(
            (one) => one.nested !== true && one.kind !== 'date' && one.kind !== 'count',
          )
          settled.forEach((one, i) =>
            expect(one.start).toBeGreaterThanOrEqual(settled[i - 1]?.end ?? 0),
          )
        },
      ),
      { numRuns: 150 },
    )
  })

  it.each(['a', 'a.', '[', 'A ', 'Group ', '1.', 'of the ', '"', '(A', 'May ', "'s ", 'a@'])(
    'reads 200 KB of %j',
    (unit) => {
      const segmented = segmentProse(unit.repeat(Math.floor(200_000 / unit.length)))
      expect(Array.isArray(settleOverlaps(recognise(segmented, knowledge)))).toBe(true)
    },
  )
})
