// Draws build/icons/gnomon.svg at every size that the packages need: PNG, Windows .ico and macOS .icns (both hold PNGs).
//   node build/scripts/build-icons.mjs      (needs an installed Chromium)
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { networkSilencingFlags, rootFlags } from './launch/browser-flags.mjs'
import { findBrowser } from './launch/find-browser.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const folder = join(root, 'build/icons')
const svg = readFileSync(join(folder, 'gnomon.svg'), 'utf8')
const browser = await chromium.launch({
  executablePath: findBrowser(),
  chromiumSandbox: false,
  args: [...networkSilencingFlags, ...rootFlags()],
})
const images = new Map()
for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>*{margin:0}svg{width:${size}px;height:${size}px;display:block}</style>${svg}`,
  )
  images.set(size, await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()

for (const size of [16, 32, 48, 64, 128, 256, 512])
  writeFileSync(join(folder, `${size}x${size}.png`), images.get(size))
writeFileSync(join(folder, 'icon.png'), images.get(512))
writeFileSync(join(root, 'build/icon.ico'), windowsIcon([16, 24, 32, 48, 64, 128, 256]))
writeFileSync(
  join(root, 'build/icon.icns'),
  macIcon({ icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 }),
)

/** ICO: 6-byte header, a 16-byte entry an image (0 stands for 256), then the PNGs. */
function windowsIcon(sizes) {
  const header = Buffer.alloc(6 + 16 * sizes.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(sizes.length, 4)
  let offset = header.length
  sizes.forEach((size, i) => {
    const entry = 6 + 16 * i
    header.writeUInt8(size % 256, entry)
    header.writeUInt8(size % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(images.get(size).length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += images.get(size).length
  })
  return Buffer.concat([header, ...sizes.map((size) => images.get(size))])
}

/** ICNS: magic and length, then type, length and PNG of each image. */
function macIcon(sizes) {
  const parts = Object.entries(sizes).map(([type, size]) =>
    Buffer.concat([chunkHeader(type, images.get(size).length), images.get(size)]),
  )
  const body = Buffer.concat(parts)
  return Buffer.concat([chunkHeader('icns', body.length), body])
}

function chunkHeader(type, length) {
  const header = Buffer.alloc(8)
  header.write(type, 'latin1')
  header.writeUInt32BE(length + 8, 4)
  return header
}
