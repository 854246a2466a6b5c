import { fontFaces, slicesFor, type FontSlice } from '@core/brief/fonts'

declare global {
  var gnomonFonts: Record<string, string> | undefined
}

/**
 * The `@font-face` rules that a text needs. The files lie beside the page as scripts, because a page opened from file://
 * may not fetch; each is loaded once. A file that is missing is left out: the reader's own fonts stand in.
 */
export async function loadBriefFonts(text: string, slices: readonly FontSlice[]): Promise<string> {
  const needed = slicesFor(text, slices)
  await Promise.all(needed.map(({ id }) => loadScript(id)))
  return fontFaces(
    needed.flatMap((slice) => {
      const base64 = globalThis.gnomonFonts?.[slice.id]
      return base64 === undefined ? [] : [{ slice, base64 }]
    }),
  )
}

function loadScript(id: string): Promise<void> {
  if (globalThis.gnomonFonts?.[id] !== undefined) return Promise.resolve()
  return new Promise((resolve) => {
    const script = document.createElement('script')
    script.src = `./fonts/${id}.js`
    script.onload = script.onerror = () => {
      script.remove()
      resolve()
    }
    document.head.append(script)
  })
}
