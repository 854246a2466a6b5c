import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Dark pixels within `edge` pixels of a side, for each page of a PDF rendered at `dpi`: what is cut at an edge shows here. */
export function inkAtEdges(
  pdf: string,
  folder: string,
  dpi: number,
  edge: number,
): readonly number[] {
  const name = `page-${dpi}-${Math.floor(performance.now())}`
  execFileSync('pdftoppm', ['-r', String(dpi), '-gray', pdf, join(folder, name)])
  return readdirSync(folder)
    .filter((file) => file.startsWith(name))
    .sort()
    .map((file) => inkNearEdge(readFileSync(join(folder, file)), edge))
}

/** Of a binary PGM. */
function inkNearEdge(image: Buffer, edge: number): number {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.toString('latin1', 0, 40))
  if (!header) throw new Error('not a PGM')
  const [width, height] = [Number(header[1]), Number(header[2])]
  const pixels = image.subarray(header[0].length)
  let ink = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const atEdge = x < edge || y < edge || x >= width - edge || y >= height - edge
      if (atEdge && (pixels[y * width + x] ?? 255) < 128) ink++
    }
  return ink
}
