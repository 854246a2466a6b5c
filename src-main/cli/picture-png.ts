import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fail, succeed, type Result } from '@core/lib/result'
import { browserNames, findBrowser } from './find-browser'
import { runBrowser } from './run-browser'

/** Pixels for each unit of the figure: sharp on a slide and in print at half a page. */
const scale = 2

/** A figure as PNG, drawn by an installed browser. */
export async function picturePng(svg: string): Promise<Result<Uint8Array, string>> {
  const browser = findBrowser()
  if (browser === undefined)
    return fail(
      `no browser to draw the PNG with: install Chromium, Chrome or Edge (looked for ${browserNames}), or export the SVG`,
    )
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)
  const [width, height] = [
    Math.ceil(Number(size?.[1] ?? 1000)),
    Math.ceil(Number(size?.[2] ?? 700)),
  ]
  const folder = await mkdtemp(join(tmpdir(), 'gnomon-figure-'))
  try {
    const [page, out] = [join(folder, 'figure.html'), join(folder, 'figure.png')]
    await writeFile(
      page,
      `<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#fff}svg{display:block}</style>${svg}`,
    )
    const drawn = await runBrowser(browser, page, out, [
      '--hide-scrollbars',
      `--force-device-scale-factor=${scale}`,
      `--window-size=${width},${height}`,
      `--screenshot=${out}`,
    ])
    return drawn.ok
      ? succeed(new Uint8Array(await readFile(out)))
      : fail(`${browser} did not draw the PNG: ${drawn.failure}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
