/** Text from strangers inside a note: nothing of it is read as Markdown, HTML, a tag, a link or a formula. */
export function plainMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~=$%!{}]/g, '\\$&')
}

/** A value of the front matter: JSON's strings are YAML's. */
export function yamlText(text: string): string {
  return JSON.stringify(text.replace(/[\u2028\u2029\u0085]/g, ' '))
}

/** Inside `…`, with as many ticks around it as it needs. */
export function codeText(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${text.replace(/\s+/g, ' ')}${pad}${fence}`
}
