// Cuts the brief's fonts out of the fontsource packages: resources/fonts/slices.json (committed: which file holds which
// characters) and, at build time, the files themselves beside the two products that embed them in briefs.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
/** In the order in which a character looks for a face. */
const families = [
  { folder: 'inter', family: 'Inter', weights: [400, 600, 700] },
  { folder: 'source-serif-4', family: 'Source Serif 4', weights: [400, 600] },
  { folder: 'noto-sans-tc', family: 'Noto Sans TC', weights: [400] },
  { folder: 'noto-sans-sc', family: 'Noto Sans SC', weights: [400] },
  { folder: 'noto-sans-jp', family: 'Noto Sans JP', weights: [400] },
  { folder: 'noto-sans-kr', family: 'Noto Sans KR', weights: [400] },
  { folder: 'noto-sans-arabic', family: 'Noto Sans Arabic', weights: [400] },
]

function allSlices() {
  return families.flatMap(({ folder, family, weights }) =>
    weights.flatMap((weight) => slicesIn(folder, family, weight)),
  )
}

/** Puts the font files where the command line reads them, and as scripts where the renderer can load them from file://. */
export function placeFonts() {
  const forCli = join(root, 'out/cli/fonts')
  const forRenderer = join(root, 'out/renderer/fonts')
  for (const folder of [forCli, forRenderer]) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }
  for (const { id, path } of allSlices()) {
    copyFileSync(path, join(forCli, `${id}.woff2`))
    const script = `(self.gnomonFonts??={})["${id}"]="${readFileSync(path).toString('base64')}"\n`
    writeFileSync(join(forRenderer, `${id}.js`), script)
  }
}

function slicesIn(folder, family, weight) {
  const base = join(root, 'node_modules/@fontsource', folder)
  const css = readFileSync(join(base, `${weight}.css`), 'utf8')
  return [
    ...css.matchAll(/url\(\.\/files\/([^)]+?)-normal\.woff2\)[\s\S]*?unicode-range:\s*([^;]+);/g),
  ]
    .map(([, name, range]) => ({
      id: name,
      family,
      weight,
      ranges: range.split(',').flatMap((part) => rangeOf(part.trim())),
      path: join(base, 'files', `${name}-normal.woff2`),
    }))
    .map((slice) => ({ ...slice, ranges: sorted(slice.ranges) }))
}

function rangeOf(part) {
  const [from, to = from] = part.slice(2).split('-')
  return [[parseInt(from, 16), parseInt(to, 16)]]
}

function sorted(ranges) {
  return ranges.sort((a, b) => a[0] - b[0]).flat()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const slices = allSlices()
  const lines = slices.map(({ id, family, weight, ranges }) =>
    JSON.stringify({ id, family, weight, ranges }),
  )
  writeFileSync(join(root, 'resources/fonts/slices.json'), `[\n${lines.join(',\n')}\n]\n`)
  console.log(`${slices.length} slices`)
}
