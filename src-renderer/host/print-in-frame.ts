/**
 * Opens the print dialog on a document of its own. The frame may run nothing: without `allow-scripts` no script of the
 * document starts, and the page's policy refuses every remote source. It stays until the dialog is closed.
 */
export async function printInFrame(html: string, title: string): Promise<void> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  frame.style.cssText = 'position:fixed;inset:auto 100% 100% auto;width:210mm;height:297mm;border:0'
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true })
  })
  frame.srcdoc = html
  document.body.append(frame)
  // Browsers suggest the title of the page, not of the frame, as the file's name.
  const titleBefore = document.title
  try {
    await loaded
    const view = frame.contentWindow
    if (!view) throw new Error('The print frame has no window')
    await frame.contentDocument?.fonts.ready
    document.title = title
    const closed = new Promise((resolve) => {
      view.addEventListener('afterprint', resolve, { once: true })
    })
    view.print()
    await closed
  } finally {
    document.title = titleBefore
    frame.remove()
  }
}
