import { maxDepth, maxMembers } from '@core/import/limits'
import { openMember } from '@core/import/open-member'
import { isUnsafe } from '@core/import/archive/vet-members'
import { describe, expect, it } from 'vitest'
import { aZip } from '../../support/a-zip'
import { aDocx, aParagraph } from '../../support/a-docx'
import { takeInHere } from '../../support/import-here'

async function opened(bytes: Uint8Array) {
  const taken = await takeInHere('stick.zip', bytes)
  if (!taken.ok) throw new Error(JSON.stringify(taken.failure))
  return taken.value
}

describe('the archive format', () => {
  it('tells of its members without a report of its own, and unpacks each to its bytes', async () => {
    const bytes = aZip([
      { name: 'a/report.txt', content: 'APT28 hit Poland.' },
      { name: 'a/', content: '', stored: true },
      { name: 'Übersicht.md', content: '# Head\n\nText.', stored: true },
    ])
    const { imported, members, refused } = await opened(bytes)
    expect(imported).toBeUndefined()
    expect(refused).toEqual([])
    const texts = members.map((member) => {
      const content = openMember(bytes, member)
      return [member.name, content.ok && new TextDecoder().decode(content.value)]
    })
    expect(texts).toEqual([
      ['a/report.txt', 'APT28 hit Poland.'],
      ['Übersicht.md', '# Head\n\nText.'],
    ])
  })

  it('leaves out what systems put beside files', async () => {
    const { members } = await opened(
      aZip([
        { name: '__MACOSX/a/._report.txt', content: 'x' },
        { name: 'a/.DS_Store', content: 'x' },
        { name: 'Thumbs.db', content: 'x' },
        { name: 'a.txt', content: 'x' },
      ]),
    )
    expect(members.map(({ name }) => name)).toEqual(['a.txt'])
  })

  it.each([
    '../up.txt',
    'a/../../up.txt',
    '/etc/passwd',
    'C:\\x.txt',
    '\\\\host\\x',
    'a\u0000b.txt',
  ])('refuses the name %j and takes the others', async (name) => {
    expect(isUnsafe(name)).toBe(true)
    const { members, refused } = await opened(
      aZip([
        { name, content: 'x' },
        { name: 'good..name.txt', content: 'y' },
      ]),
    )
    expect(members.map((member) => member.name)).toEqual(['good..name.txt'])
    expect(refused.map(({ failure }) => failure)).toEqual([{ code: 'unsafe-name' }])
  })

  it('refuses a member that packs like a bomb, before anything is unpacked', async () => {
    const { members, refused } = await opened(
      aZip([{ name: 'zeros.txt', content: new Uint8Array(20 * 1024 * 1024) }]),
    )
    expect(members).toEqual([])
    expect(refused[0]?.failure).toMatchObject({ code: 'bomb', byteLength: 20 * 1024 * 1024 })
  })

  it('stops unpacking a member that holds more than the directory states', async () => {
    const bytes = aZip([{ name: 'lies.txt', content: 'x'.repeat(5_000_000), statedSize: 1000 }])
    const { members } = await opened(bytes)
    expect(openMember(bytes, members[0]!)).toMatchObject({
      ok: false,
      failure: { code: 'bomb' },
    })
  })

  it('notices a member that is damaged', async () => {
    const bytes = aZip([{ name: 'a.txt', content: 'APT28 hit Poland.', stored: true }])
    bytes[40] = (bytes[40] ?? 0) ^ 1
    const { members } = await opened(bytes)
    expect(openMember(bytes, members[0]!)).toMatchObject({
      ok: false,
      failure: { code: 'damaged' },
    })
  })

  it('refuses an encrypted member and takes the others', async () => {
    const { members, refused } = await opened(
      aZip([
        { name: 'secret.txt', content: 'x', encrypted: true },
        { name: 'open.txt', content: 'y' },
      ]),
    )
    expect(members.map(({ name }) => name)).toEqual(['open.txt'])
    expect(refused.map(({ failure }) => failure)).toEqual([{ code: 'encrypted' }])
  })

  it('refuses an archive whose members share bytes', async () => {
    const bytes = aZip([
      { name: 'a.txt', content: 'x'.repeat(100), stored: true },
      { name: 'b.txt', content: 'x'.repeat(100), stored: true },
    ])
    const view = new DataView(bytes.buffer)
    const end = bytes.length - 22
    const second = view.getUint32(end + 16, true) + 46 + 'a.txt'.length
    view.setUint32(second + 42, 0, true)
    expect(await takeInHere('overlap.zip', bytes)).toMatchObject({
      ok: false,
      failure: { code: 'damaged', detail: expect.stringContaining('share bytes') as string },
    })
  })

  it('says that an archive without its end is damaged', async () => {
    const bytes = aZip([{ name: 'a.txt', content: 'x' }])
    expect(await takeInHere('cut.zip', bytes.subarray(0, bytes.length - 10))).toMatchObject({
      ok: false,
      failure: { code: 'damaged', format: 'zip' },
    })
  })

  it('says that an empty archive holds no text', async () => {
    expect(await takeInHere('empty.zip', aZip([]))).toMatchObject({
      ok: false,
      failure: { code: 'no-text' },
    })
  })

  it('takes so many members and names the rest', async () => {
    const many = Array.from({ length: maxMembers + 3 }, (_, i) => ({
      name: `${i}.txt`,
      content: 'x',
      stored: true as const,
    }))
    const { members, refused } = await opened(aZip(many))
    expect(members).toHaveLength(maxMembers)
    expect(refused.map(({ failure }) => failure.code)).toEqual(Array(3).fill('too-many'))
    expect(maxDepth).toBeGreaterThanOrEqual(3)
  })

  it.each([
    ['xl/workbook.xml', 'an Excel workbook (XLSX)'],
    ['ppt/presentation.xml', 'a PowerPoint presentation (PPTX)'],
  ])('names what an Office file with %s is', async (name, looksLike) => {
    const bytes = aZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name, content: '<x/>' },
    ])
    expect(await takeInHere('file.zip', bytes)).toEqual({
      ok: false,
      failure: { code: 'unknown-format', looksLike },
    })
  })

  it('refuses a Word document that is a bomb inside', async () => {
    const bytes = aDocx(aParagraph('x') + ' '.repeat(30_000_000))
    expect(await takeInHere('bomb.docx', bytes)).toMatchObject({
      ok: false,
      failure: { code: 'bomb' },
    })
  })
})
