/** Inline Markdown to the text that a reader sees: marks of emphasis, links and code go, their words stay. Linear. */
export function renderInline(source: string): string {
  const kept: string[] = []
  const keep = (text: string) => {
    kept.push(text)
    return `\ue000${kept.length - 1}\ue001`
  }
  return (
    source
      .replace(/(`+)([^`]|[^`][\s\S]{0,2000}?[^`])\1(?!`)/g, (_, __, code: string) =>
        keep(code.trim()),
      )
      .replace(/!\[([^\]\n]{0,500})\]\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s+"[^"\n]*")?\)/g, '$1')
      .replace(
        /\[((?:[^[\]]|\[[^[\]]{0,200}\]){1,500})\]\(\s*<?(?:[^()\s]|\([^()\s]*\)){0,2000}>?(?:\s+"[^"\n]*")?\s*\)/g,
        '$1',
      )
      .replace(/\[([^[\]\n]{1,500})\]\[[^[\]\n]{0,200}\]/g, '$1')
      .replace(/\[\^[\w-]{1,60}\]/g, '')
      .replace(/<((?:https?|hxxps?):\/\/[^<>\s]{1,2000})>/g, '$1')
      .replace(/<\/?[a-z][a-z0-9]{0,12}(?:\s[^<>]{0,500})?\/?>/gi, '')
      // Marks inside an address are part of it.
      .replace(/\b(?:https?|hxxps?|ftp)\[?:\]?\/\/[^\s*]{1,2000}/gi, keep)
      .replace(/(\*\*\*|\*\*|\*)(?=\S)([^*\n]{0,2000}?\S)\1/g, '$2')
      .replace(/(?<![\p{L}\p{N}_])(___|__|_)(?=\S)([^_\n]{0,2000}?\S)\1(?![\p{L}\p{N}_])/gu, '$2')
      .replace(/~~(?=\S)([^~\n]{0,2000}?\S)~~/g, '$1')
      .replace(/\\([!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])/g, '$1')
      .replace(/\ue000(\d+)\ue001/g, (_, i: string) => kept[Number(i)] ?? '')
  )
}
