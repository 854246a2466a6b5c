// Packs the CMaps of pdfjs-dist into resources/cmaps/cmaps.json: one deflated block, so that a PDF with Chinese, Japanese or Korean text can
// be read without a file or a network beside the bundle.   node build/scripts/run-ts.mjs build/scripts/build-cmaps.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'

const folder = 'node_modules/pdfjs-dist/cmaps'
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.bcmap'))
  .sort()
const files = names.map((name) => readFileSync(join(folder, name)))
const pack = {
  origin: `pdfjs-dist ${versionOf('node_modules/pdfjs-dist/package.json')}, from Adobe's cmap-resources; BSD-3-Clause`,
  names: names.map((name) => name.replace(/\.bcmap$/, '')),
  lengths: files.map((file) => file.length),
  deflated: deflateRawSync(Buffer.concat(files), { level: 9 }).toString('base64'),
}
writeFileSync('resources/cmaps/cmaps.json', `${JSON.stringify(pack)}\n`)
console.log(`${names.length} CMaps, ${pack.deflated.length} characters`)

function versionOf(path: string): string {
  return /"version":\s*"([^"]+)"/.exec(readFileSync(path, 'utf8'))?.[1] ?? 'unknown'
}
