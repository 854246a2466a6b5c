const opening =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i
const structural =
  /<(?:html|head|body|title|meta|div|p|span|table|tr|td|ul|ol|li|h[1-6]|a|br|img|article|section|main|script|style|link)(?:\s[^<>]{0,500})?\/?>/gi

/** By its tags, whatever the file is called: either it begins as a page does, or tags are a good part of it. */
export function looksLikeHtml(text: string): boolean {
  if (opening.test(text)) return true
  const head = text.slice(0, 16_384)
  if (!/^\s*</.test(head)) return false
  const tags = head.match(structural)?.length ?? 0
  return tags >= 5 && tags >= head.length / 1500
}
