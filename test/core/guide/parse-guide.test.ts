import { parseGuide } from '@core/guide/parse-guide'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

describe('parseGuide', () => {
  it('reads title, paragraphs, headings and tables of keys', () => {
    const page = parseGuide(
      '# The desk\n\nOne **view**.\n\n## Keys\n\n| Key | What |\n| --- | --- |\n| `J` `K` | Up, down |\n',
    )
    expect(page.title).toBe('The desk')
    expect(page.blocks.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'table'])
    expect(page.blocks[0]).toEqual({
      type: 'paragraph',
      runs: [
        { style: 'plain', text: 'One ' },
        { style: 'strong', text: 'view' },
        { style: 'plain', text: '.' },
      ],
    })
    expect(page.blocks[2]).toMatchObject({
      rows: [[[{ text: 'J' }, { text: ' ' }, { text: 'K' }], [{ text: 'Up, down' }]]],
    })
  })

  const folder = resolve(process.cwd(), 'resources/guide')
  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))(
    'reads %s whole: no sign of Markdown is left over',
    (name) => {
      const { title, blocks } = parseGuide(readFileSync(join(folder, name), 'utf8'))
      expect(title).not.toBe('')
      const runs = blocks.flatMap((block) =>
        block.type === 'table' ? [...block.head, ...block.rows.flat()].flat() : block.runs,
      )
      for (const { style, text } of runs)
        if (style !== 'key') expect(text).not.toMatch(/[`|]|\*\*|^#/)
    },
  )
})
