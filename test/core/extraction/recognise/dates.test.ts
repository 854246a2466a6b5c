import { describe, expect, it } from 'vitest'
import { recogniseProse } from '../support'

const dated = (text: string) =>
  recogniseProse(text)
    .filter((one) => one.kind === 'date')
    .map((one) => `${one.surface} = ${one.key}`)

describe('dates, in a report of 17 May 2024', () => {
  it.each([
    [
      'The bank was hit between November last year and April.',
      'between November last year and April = 2023-11..2024-04',
    ],
    ['It has been active since 2019 there.', 'since 2019 = 2019..'],
    ['They came in the first half of 2020 again.', 'the first half of 2020 = 2020-01..2020-06'],
    ['They came last summer in force.', 'last summer = 2023-06..2023-08'],
    ['They came in early March again.', 'early March = 2024-03..2024-03'],
    ['The agency said on the 8th that it fell.', 'the 8th = 2024-05-08..2024-05-08'],
    ['The waves came in Q3 2025 as well.', 'Q3 2025 = 2025-07..2025-09'],
    [
      'It lasted from 4 to 18 November 2023 there.',
      'from 4 to 18 November 2023 = 2023-11-04..2023-11-18',
    ],
    [
      'It lasted, between Feb. 3 and 14, two weeks.',
      'between Feb. 3 and 14 = 2024-02-03..2024-02-14',
    ],
    ['December 2019 to July 2023 saw mails.', 'December 2019 to July 2023 = 2019-12..2023-07'],
    ['In June last year it came again.', 'June last year = 2023-06..2023-06'],
    ['Strangers came on 7 April at night.', '7 April = 2024-04-07..2024-04-07'],
    ['In March and April, it suspects, they came.', 'March and April = 2024-03..2024-04'],
    ['Since late March we have seen more.', 'Since late March = 2024-03..'],
    ['It stayed until November 2023 unseen.', 'until November 2023 = ..2023-11'],
    ['Two years ago it was calm.', 'Two years ago = 2022..2022'],
    ['It ran January to August 2023 there.', 'January to August 2023 = 2023-01..2023-08'],
    ['On Tuesday it fell.', 'Tuesday = 2024-05-14..2024-05-14'],
    ['It was seen in mid-2023 there.', 'mid-2023 = 2023-05..2023-08'],
    ['It was a cache from the 2019 theft.', '2019 = 2019..2019'],
    ['Over the past six months it grew.', 'Over the past six months = 2023-11..2024-05'],
    ['It was shut 12.03.2024 for good.', '12.03.2024 = 2024-03-12..2024-03-12'],
    ['Last month it was shut.', 'Last month = 2024-04..2024-04'],
    ['The ports were closed last year.', 'last year = 2023..2023'],
  ])('reads %j', (text, expected) => {
    expect(dated(text)).toContain(expected)
  })

  it.each([
    'It may march on.',
    'Windows Server 2016 fell.',
    'They took 40,000 files.',
    'There were 2024 servers.',
    'The second man sat.',
    'Version 10.2.1 is safe.',
  ])('reads no date in %j', (text) => {
    expect(dated(text)).toEqual([])
  })

  it('counts "a year later" from the date before it', () => {
    expect(dated('In March 2020 it began. A year later it ended.')).toEqual([
      'March 2020 = 2020-03..2020-03',
      'A year later = 2021..2021',
    ])
  })
})
