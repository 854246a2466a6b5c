/** Destinations that hold no text of the document. */
const hidden = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'listtable',
  'listoverridetable',
  'revtbl',
  'rsidtbl',
  'generator',
  'info',
  'pict',
  'object',
  'objdata',
  'themedata',
  'colorschememapping',
  'datastore',
  'latentstyles',
  'xmlnstbl',
  'fldinst',
  'pntext',
  'listtext',
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
  'bkmkstart',
  'bkmkend',
  'annotation',
  'atnid',
  'atnauthor',
  'deleted',
  'template',
  'nonshppict',
  'sp',
  'mmathPr',
  'ftnsep',
  'ftnsepc',
  'aftnsep',
  'aftnsepc',
])

export function isHiddenGroup(word: string): boolean {
  return hidden.has(word)
}

export type InfoField = 'title' | 'author' | 'company'

/** Fields of the `\info` group that say something of the report. */
export function infoField(word: string): InfoField | undefined {
  return word === 'title' || word === 'author' || word === 'company' ? word : undefined
}

const characters: Readonly<Record<string, string>> = {
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
}

export function specialCharacter(word: string): string | undefined {
  return characters[word]
}
