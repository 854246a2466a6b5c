/**
 * The brief laid out in columns of one page each: the browser breaks columns by the same rules as printed pages, but that it
 * does not repeat a table's header in them; so a long table may end a line or two further down in print.
 */
export interface PagedFrame {
  readonly pageCount: number
  /** Distance from one page's left edge to the next, in CSS pixels. */
  readonly stride: number
}

const pixelsPerMillimetre = 96 / 25.4
/** Between two pages, so that nothing of the next one shows. */
const gap = 40

/** Width and height of the printed area (mm): paper less the margins that `html/style.ts` sets. */
const printedArea = {
  A4: { width: 210 - 36, height: 297 - 42 },
  Letter: { width: 215.9 - 36, height: 279.4 - 42 },
} as const

export function layOutPages(document: Document, paper: keyof typeof printedArea): PagedFrame {
  const { width, height } = printedArea[paper]
  const [w, h] = [width * pixelsPerMillimetre, height * pixelsPerMillimetre]
  const style = document.createElement('style')
  // The document's own policy allows inline style; its screen rules give way to the page's.
  style.textContent = `
    html { background: #fff !important; overflow: hidden; }
    body { width: ${w}px; height: ${h}px; max-width: none !important; min-height: 0 !important; margin: 0 !important;
      padding: 0 !important; columns: auto ${w}px; column-gap: ${gap}px; column-fill: auto; }
    .label { display: none !important; }`
  document.head.append(style)
  const stride = w + gap
  return {
    stride,
    pageCount: Math.max(1, Math.round((document.body.scrollWidth + gap) / stride)),
  }
}

export function showPage(document: Document, { stride }: PagedFrame, page: number): void {
  document.body.style.translate = `${-(page - 1) * stride}px 0`
}
