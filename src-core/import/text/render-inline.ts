/** Inline Markdown to the text that a reader sees: marks of emphasis, links and code go, their words stay. Linear. */
export function renderInline(source: string): string {
  const codes: string[] = []
  // Code spans are set aside, so that nothing inside them is taken for markup.
  const masked = source.replace(
    /(`+)([^`]|[^`][\s\S]{0,2000}?[^`])\1(?!`)/g,
    (_, __, code: string) => {
      codes.push(code.trim())
      return `\ue000${codes.length - 1}\ue001`
    },
  )
  return masked
    .replace(/!\[([^\]\n]{0,500})\]\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s+"[^"\n]*")?\)/g, '$1')
    .replace(
      /\[((?:[^[\]]|\[[^[\]]{0,200}\]){1,500})\]\(\s*<?(?:[^()\s]|\([^()\s]*\)){0,2000}>?(?:\s+"[^"\n]*")?\s*\)/g,
      '$1',
    )
    .replace(/\[([^[\]\n]{1,500})\]\[[^[\]\n]{0,200}\]/g, '$1')
    .replace(/\[\^[\w-]{1,60}\]/g, '')
    .replace(/<((?:https?|hxxps?):\/\/[^<>\s]{1,2000})>/g, '$1')
    .replace(/<\/?[a-z][a-z0-9]{0,12}(?:\s[^<>]{0,500})?\/?>/gi, '')
    .replace(/(\*\*\*|\*\*|\*)(?=\S)([^*\n]{0,2000}?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(___|__|_)(?=\S)([^_\n]{0,2000}?\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/~~(?=\S)([^~\n]{0,2000}?\S)~~/g, '$1')
    .replace(/\\([!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])/g, '$1')
    .replace(/\ue000(\d+)\ue001/g, (_, i: string) => codes[Number(i)] ?? '')
}
