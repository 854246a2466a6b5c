import { describe, expect, it } from 'vitest'
import { aPdf } from '../../support/a-pdf'
import { aCompoundFile, anOutlookMessage } from '../../support/an-outlook-message'
import { blocksOf, imported, importHere, takeInHere } from '../../support/import-here'

async function opened(name: string, content: string | Uint8Array) {
  const taken = await takeInHere(name, content)
  if (!taken.ok) throw new Error(JSON.stringify(taken.failure))
  return taken.value
}

const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n')

const mail = (...lines: readonly string[]) => lines.join('\r\n')

describe('the mail format', () => {
  it('reads the subject, the richest body and each attachment as a file', async () => {
    const pdf = aPdf([[{ text: 'RedJuliett breached networks in Taiwan.', x: 72, y: 700 }]])
    const { imported: body, members } = await opened(
      'alert.eml',
      mail(
        'Received: from a by b',
        'From: =?utf-8?Q?J=C3=B6_D=C3=B6e?= <jo@cert.example>',
        'To: all@cert.example',
        'Subject: =?utf-8?B?U3BpZXMg?=',
        ' =?utf-8?B?aW4gdGhlIHdpcmVz?=',
        'Date: Tue, 25 Jun 2024 10:00:00 +0200',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="outer"',
        '',
        'This is a multi-part message.',
        '--outer',
        'Content-Type: multipart/alternative; boundary=inner',
        '',
        '--inner',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'The plain form.',
        '--inner',
        'Content-Type: text/html; charset=iso-8859-1',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        '<p>The group entered =',
        'the minist=E8re.</p><p>Second.</p>',
        '--inner--',
        '--outer',
        'Content-Type: application/pdf',
        "Content-Disposition: attachment; filename*0*=utf-8''..%2Fr%C3%A9; filename*1=port.pdf",
        'Content-Transfer-Encoding: base64',
        '',
        base64(pdf),
        '--outer--',
        '',
      ),
    )
    expect(blocksOf(body!)).toEqual([
      ['title', 'Spies in the wires'],
      ['paragraph', 'The group entered the ministère.'],
      ['paragraph', 'Second.'],
    ])
    expect(body?.report).toMatchObject({
      format: 'email',
      title: 'Spies in the wires',
      author: 'Jö Döe',
      published: '2024-06-25',
      publishedFrom: 'mail header',
    })
    expect(members.map(({ name, content }) => [name, content.type])).toEqual([
      ['réport.pdf', 'bytes'],
    ])
    const [attached] = members
    const bytes = attached?.content.type === 'bytes' ? attached.content.bytes : new Uint8Array()
    expect(Buffer.from(bytes).equals(Buffer.from(pdf))).toBe(true)
  })

  it('reads a plain mail, and a forwarded one as an attachment', async () => {
    const { imported: body, members } = await opened(
      'x.eml',
      mail(
        'From: a@b.example',
        'Subject: Fwd',
        'Date: 2024-06-25',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'See below.',
        '--b',
        'Content-Type: message/rfc822',
        '',
        'From: c@d.example',
        'Subject: Inner',
        'Date: Mon, 24 Jun 2024 10:00:00 +0000',
        '',
        'Inner text.',
        '--b--',
      ),
    )
    expect(body?.source.text).toBe('Fwd\n\nSee below.')
    const [inner] = members
    expect(inner?.name).toBe('message.eml')
    const bytes = inner?.content.type === 'bytes' ? inner.content.bytes : new Uint8Array()
    expect((await imported('message.eml', bytes)).source.text).toBe('Inner\n\nInner text.')
  })

  it('stays a note where a text only quotes a mail', async () => {
    const { report } = await imported('a.txt', 'From: x\nTo: y\nSubject: z\nDate: w\n\nText.')
    expect(report.format).toBe('text')
  })

  it('stops at parts in parts in parts', async () => {
    const depth = 3000
    const lines = ['From: a@b.example', 'To: c@d.example', 'Subject: Deep']
    for (let i = 0; i < depth; i++)
      lines.push(`Content-Type: multipart/mixed; boundary=b${i}`, '', `--b${i}`)
    const taken = await takeInHere('deep.eml', mail(...lines, '', 'APT28'))
    expect(taken).toMatchObject({ ok: true })
  })
})

describe('the web archive format', () => {
  it('reads the page that was saved, not its frames, and where it came from', async () => {
    const { source, report } = await imported(
      'page.mhtml',
      mail(
        'From: <Saved by Blink>',
        'Snapshot-Content-Location: https://vendor.example/report',
        'Subject: Spies',
        'Date: Tue, 25 Jun 2024 10:00:00 +0000',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; type="text/html"; boundary="----x"',
        '',
        '------x',
        'Content-Type: text/html',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        '<html><head><title>Spies in the wires today</title></head><body><h1>Spies in the wires today</h1><p>APT28 sent lures =E2=80=93 many of them =',
        'to ministries.</p></body></html>',
        '------x',
        'Content-Type: text/html',
        '',
        '<html><body><p>An advertisement.</p></body></html>',
        '------x--',
      ),
    )
    expect(source.text).toContain('APT28 sent lures – many of them to ministries.')
    expect(source.text).not.toContain('advertisement')
    expect(report).toMatchObject({
      format: 'mhtml',
      title: 'Spies in the wires today',
      sourceUrl: 'https://vendor.example/report',
      published: '2024-06-25',
      publishedFrom: 'day it was saved',
    })
  })
})

describe('the Outlook format', () => {
  it('reads subject, sender, date, body and attachments, small and large', async () => {
    const large = new TextEncoder().encode('APT28 hit Poland. '.repeat(1000))
    const { imported: body, members } = await opened(
      'alert.msg',
      anOutlookMessage({
        subject: 'Spies in the wires',
        sender: 'Jo Doe',
        sent: '2024-02-29T10:00:00Z',
        body: 'The group entered two ministries.\r\n\r\nMore tomorrow.',
        attachments: [
          { name: 'large.txt', bytes: large },
          { name: 'small.txt', bytes: new TextEncoder().encode('APT29.') },
        ],
      }),
    )
    expect(blocksOf(body!).map(([, text]) => text)).toEqual([
      'Spies in the wires',
      'The group entered two ministries.',
      'More tomorrow.',
    ])
    expect(body?.report).toMatchObject({
      format: 'email',
      author: 'Jo Doe',
      published: '2024-02-29',
      publishedFrom: 'mail header',
    })
    expect(members.map(({ name, size }) => [name, size])).toEqual([
      ['large.txt', large.length],
      ['small.txt', 6],
    ])
    const [first] = members
    expect(first?.content.type === 'bytes' && Buffer.from(first.content.bytes).equals(large)).toBe(
      true,
    )
  })

  it('prefers the HTML of a message', async () => {
    const { source } = await imported(
      'a.msg',
      anOutlookMessage({
        subject: 'S',
        sender: 'x',
        sent: '2024-06-25T10:00:00Z',
        html: '<p>From the <b>page</b>.</p>',
        body: 'From the text.',
      }),
    )
    expect(source.text).toBe('S\n\nFrom the page.')
  })

  it.each([
    ['WordDocument', 'a Word 97–2003 document (DOC)'],
    ['Workbook', 'an Excel 97–2003 workbook (XLS)'],
  ])('names an old Office file with a stream %s', async (stream, looksLike) => {
    expect(
      await importHere('a.bin', aCompoundFile({ [stream]: new Uint8Array(10) })),
    ).toMatchObject({ failure: { code: 'unknown-format', looksLike } })
  })

  it('says that a Word document with a password is encrypted', async () => {
    expect(
      await importHere('a.docx', aCompoundFile({ EncryptedPackage: new Uint8Array(10) })),
    ).toMatchObject({ failure: { code: 'encrypted' } })
  })

  it('ends where sectors go in circles', async () => {
    const bytes = aCompoundFile({ a: new Uint8Array(6000) })
    for (let at = 512; at + 4 <= bytes.length; at += 4)
      if (new DataView(bytes.buffer).getUint32(at, true) === 0xfffffffe)
        new DataView(bytes.buffer).setUint32(at, 0, true)
    expect(await takeInHere('loop.msg', bytes)).toMatchObject({ ok: false })
  })
})
