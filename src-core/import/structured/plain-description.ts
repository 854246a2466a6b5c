/** A description without the marks of Markdown and of ATT&CK's citations. */
export function plainDescription(text: string): string {
  return text
    .slice(0, 200_000)
    .replace(/\(Citation:[^()]{0,300}\)/g, '')
    .replace(/!?\[([^\][]{0,300})\]\([^()\s]{0,500}\)/g, '$1')
    .replace(/<\/?(?:code|br|b|i|p|em|strong)\s{0,3}\/?>/gi, '')
    .replace(/(?:\*\*|__|`)/g, '')
    .replace(/[ \t]+([.,;:])/g, '$1')
    .trim()
}
