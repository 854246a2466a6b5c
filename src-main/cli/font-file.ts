import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fontFaces, slicesFor } from '@core/brief/fonts'
import { fontSlices } from '../../resources/fonts'

/** A font slice in base64. The build puts them beside the bundle; without them a document falls back on the machine's own. */
export function fontFile(id: string): string | undefined {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'fonts')
  try {
    return readFileSync(join(folder, `${id}.woff2`)).toString('base64')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw cause
  }
}

/** The `@font-face` rules that a text needs. */
export function fontCssFor(text: string): string {
  return fontFaces(
    slicesFor(text, fontSlices).flatMap((slice) => {
      const base64 = fontFile(slice.id)
      return base64 === undefined ? [] : [{ slice, base64 }]
    }),
  )
}
