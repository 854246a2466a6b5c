import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tableNames } from '@core/knowledge/knowledge-tables'
import { builtinKnowledgeTables } from '../../resources/knowledge/tables'

const notice = readFileSync(resolve(process.cwd(), 'NOTICE'), 'utf8')

describe('NOTICE', () => {
  it("reproduces MITRE's designation and licence", () => {
    expect(notice).toContain(
      '© 2025 The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.',
    )
    expect(notice).toContain(
      'hereby grants you a non-exclusive, royalty-free license to use ATT&CK®',
    )
  })

  it.each([
    ['MITRE', '## MITRE ATT&CK'],
    ['(Microsoft)', '## Microsoft threat actor naming'],
    ['MISP galaxy', '## MISP galaxy'],
    ['GeoNames', '## GeoNames'],
    ['Unicode-3.0', '## Unicode CLDR'],
  ])('names every table that needs the notice for %s', (word, heading) => {
    const section = notice.split(heading)[1]?.split('\n## ')[0] ?? ''
    const needing = tableNames.filter((name) =>
      /# licence: (.*)/.exec(builtinKnowledgeTables[name])?.[1]?.includes(word),
    )
    expect(needing.length).toBeGreaterThan(0)
    expect(needing.filter((name) => !section.includes(name))).toEqual([])
  })
})
