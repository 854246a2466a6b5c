import { describe, expect, it } from 'vitest'
import { blocksOf, imported } from '../../support/import-here'

const filler =
  '<p>Researchers saw the group enter networks of two ministries and stay there for months, they wrote in a report.</p>'.repeat(
    5,
  )

function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
}

describe('the HTML format', () => {
  it('reads what the head says of the report', async () => {
    const { report } = await imported(
      'saved.html',
      page(
        `<article><h1>Spies in the wires of two ministries</h1>${filler}</article>`,
        `<title>Spies in the wires of two ministries | Example News</title>
         <meta property="og:site_name" content="Example News">
         <meta name="author" content="Jo Doe">
         <meta property="article:published_time" content="2024-06-25T08:00:00Z">
         <link rel="canonical" href="https://news.example/spies">`,
      ),
    )
    expect(report).toMatchObject({
      title: 'Spies in the wires of two ministries',
      publisher: 'Example News',
      author: 'Jo Doe',
      published: '2024-06-25',
      publishedFrom: 'meta tag',
      language: 'en',
      sourceUrl: 'https://news.example/spies',
      format: 'html',
      importedAt: '2026-01-02T03:04:05Z',
    })
  })

  it('reads structured data where there are no meta tags', async () => {
    const { report } = await imported(
      'saved.html',
      page(
        `<h1>A headline that is long enough to be one</h1>${filler}`,
        `<script type="application/ld+json">{"@type":"NewsArticle","headline":"A headline that is long enough to be one","datePublished":"2023-11-02T10:00:00+01:00",
          "author":[{"@type":"Person","name":"Ann Ex"}],"publisher":{"@type":"Organization","name":"The Ex\\u00e4mple"}}</script>`,
      ),
    )
    expect(report).toMatchObject({
      published: '2023-11-02',
      publishedFrom: 'structured data',
      author: 'Ann Ex',
      publisher: 'The Exämple',
    })
  })

  it.each([
    ['a dateline', '<p>25 June 2024</p>', 'a.html', '2024-06-25', 'dateline'],
    [
      'a time tag',
      '<p>By <time datetime="2024-05-01T10:00">in spring</time></p>',
      'a.html',
      '2024-05-01',
      'time tag',
    ],
    ['its file name', '', '2022-03-04-story.html', '2022-03-04', 'file name'],
  ])('dates a page by %s', async (_, line, name, published, publishedFrom) => {
    const { report } = await imported(
      name,
      page(`<article><h1>Some headline of this page</h1>${line}${filler}</article>`),
    )
    expect(report).toMatchObject({ published, publishedFrom })
  })

  it('takes the words of TLP 1.0 for those of TLP 2.0', async () => {
    const { report } = await imported('a.html', page(`<main><p>TLP:WHITE</p>${filler}</main>`))
    expect(report.tlp).toBe('TLP:CLEAR')
  })

  it('leaves page furniture out', async () => {
    const { source } = await imported(
      'a.html',
      page(
        `<header><a href="/">Example News</a></header>
         <nav><ul><li><a href="/a">World</a></li><li><a href="/b">Sport</a></li></ul></nav>
         <div class="cookie-banner">We use cookies from Iran.</div>
         <main><h1>Spies in the wires of ministries</h1>${filler}
         <div class="related-articles"><a href="/x">Hackers hit Brazil</a></div>
         <p hidden>Hidden words.</p><div style="display: none">More hidden words.</div></main>
         <aside class="sidebar">Most read: North Korea</aside><footer>© Example, Germany</footer>`,
      ),
    )
    expect(source.text).not.toMatch(
      /cookies|Sport|Brazil|Hidden|hidden|North Korea|Germany|Example News/,
    )
    expect(source.text).toContain('Spies in the wires of ministries')
  })

  it('leaves long comments and cookie texts out of a short article', async () => {
    const { source } = await imported(
      'a.html',
      page(
        `<article><h1>A short item about spies</h1><p>The group entered networks of two ministries, researchers said.</p></article>
         <div id="cookieBanner"><p>${'We value your privacy in Iran. '.repeat(6)}</p></div>
         <section class="comments-area"><p>${'Surely it was Russia, as always. '.repeat(12)}</p></section>`,
      ),
    )
    expect(source.text).toBe(
      'A short item about spies\n\nThe group entered networks of two ministries, researchers said.',
    )
  })

  it('keeps tables row by row and lists item by item', async () => {
    const { source } = await imported(
      'a.html',
      page(
        `<article><h1>Indicators of the campaign</h1>${filler}
         <table><caption>Table 1: hosts</caption><thead><tr><th>Type</th><th>Value</th></tr></thead>
         <tbody><tr><td>domain</td><td><code>evil[.]example</code></td></tr>
         <tr><td>hashes</td><td><p>d41d8cd98f00b204e9800998ecf8427e</p><p>9e107d9d372bb6826bd81d3542a419d6</p></td></tr></tbody></table>
         <ul><li>10[.]0[.]0[.]1</li><li>10[.]0[.]0[.]2</li><li>10[.]0[.]0[.]3</li><li>10[.]0[.]0[.]4</li></ul></article>`,
      ),
    )
    expect(blocksOf({ source }).slice(-8)).toEqual([
      ['caption', 'Table 1: hosts'],
      ['table-row', 'Type | Value'],
      ['table-row', 'domain | evil[.]example'],
      ['table-row', 'hashes | d41d8cd98f00b204e9800998ecf8427e\n9e107d9d372bb6826bd81d3542a419d6'],
      ['list-item', '10[.]0[.]0[.]1'],
      ['list-item', '10[.]0[.]0[.]2'],
      ['list-item', '10[.]0[.]0[.]3'],
      ['list-item', '10[.]0[.]0[.]4'],
    ])
  })

  it('keeps a list of linked addresses, which is no menu', async () => {
    const items = [1, 2, 3, 4, 5].map((n) => `<li><a href="#${n}">10.0.0.${n}</a></li>`).join('')
    const { source } = await imported(
      'a.html',
      page(`<article>${filler}<ul>${items}</ul></article>`),
    )
    expect(source.text).toContain('10.0.0.5')
  })

  it('reads a page laid out by tables as paragraphs', async () => {
    const { source } = await imported(
      'old.html',
      page(
        `<table><tr><td><font>Menu</font></td><td><table><tr><td><h1>An old page about spies</h1>First line.<br><br>Second line.</td></tr></table></td></tr></table>`,
      ),
    )
    expect(blocksOf({ source })).toContainEqual(['paragraph', 'Second line.'])
  })

  it('keeps what a click unfolds', async () => {
    const { source } = await imported(
      'a.html',
      page(
        `<article>${filler}<div class="accordion-panel" aria-hidden="true"><p>198[.]51[.]100[.]7</p></div></article>`,
      ),
    )
    expect(source.text).toContain('198[.]51[.]100[.]7')
  })

  it('does not take a wrapper that speaks of a sidebar for one', async () => {
    const { source } = await imported(
      'a.html',
      page(`<div class="has-sidebar sidebar"><div>${filler}</div></div>`),
    )
    expect(source.text).toContain('two ministries')
  })

  it('decodes by the charset that the page declares', async () => {
    const html = '<html><head><meta charset="windows-1251"></head><body><p>Взлом</p></body></html>'
    const bytes = Uint8Array.from(
      Array.from(html).map((c) => (c > 'Џ' ? c.charCodeAt(0) - 0x410 + 0xc0 : c.charCodeAt(0))),
    )
    const { source, report } = await imported('a.html', bytes)
    expect(source.text).toBe('Взлом')
    expect(report.language).toBe('ru')
  })

  it('decodes character references, in the old ways too', async () => {
    const { source } = await imported(
      'a.html',
      page(
        '<p>A&amp;B &lt;x&gt; &#8220;q&#x201d; caf&eacute; &#150; R&D ?a=1&copy=2 &hellip; &unknown;</p>',
      ),
    )
    expect(source.text).toBe('A&B <x> “q” café – R&D ?a=1©=2 … &unknown;')
  })
})
