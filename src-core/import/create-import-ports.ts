import type { ImportPorts } from './import-ports'

/** The libraries and host functions behind the ports; the worker and the command line hand in theirs. */
export interface ImportLibraries extends Pick<ImportPorts, 'sha256' | 'openPdf'> {
  readonly TextDecoder: new (
    label: string,
    options: { readonly fatal: boolean },
  ) => { readonly decode: (bytes: Uint8Array) => string }
  /** chardet's. */
  readonly analyse: (
    bytes: Uint8Array,
  ) => readonly { readonly name: string; readonly confidence: number }[]
  /** linkedom's. */
  readonly parseHTML: (html: string) => { readonly document: FinderDocument }
  /** Mozilla's. Takes the document apart, so it gets one of its own. */
  readonly Readability: new (
    document: FinderDocument,
    options: {
      readonly serializer: (element: FinderNode) => FinderNode
      readonly charThreshold: number
    },
  ) => { readonly parse: () => { readonly content: FinderNode } | null }
}

/** What is looked at of the libraries' documents; they themselves need all of the DOM. */
export interface FinderDocument {
  readonly documentElement: FinderNode
}
export interface FinderNode {
  readonly querySelectorAll: (selector: string) => Iterable<{
    readonly getAttribute: (name: string) => string | null
  }>
}

export function createImportPorts(libraries: ImportLibraries): ImportPorts {
  return {
    decodeBytes: (bytes, label, fatal) => decodeBytes(libraries.TextDecoder, bytes, label, fatal),
    guessEncodings: (bytes) =>
      libraries
        .analyse(bytes)
        .map(({ name, confidence }) => ({ label: name.toLowerCase(), confidence })),
    sha256: libraries.sha256,
    findArticle: (html) => findArticle(libraries, html),
    openPdf: libraries.openPdf,
  }
}

function decodeBytes(
  Decoder: ImportLibraries['TextDecoder'],
  bytes: Uint8Array,
  label: string,
  fatal: boolean,
): string | null {
  try {
    return new Decoder(label, { fatal }).decode(bytes)
  } catch (cause) {
    // The standard's answers to an unknown label and to invalid bytes.
    if (cause instanceof RangeError || cause instanceof TypeError) return null
    throw cause
  }
}

function findArticle({ parseHTML, Readability }: ImportLibraries, html: string): number[] | null {
  try {
    const { document } = parseHTML(html)
    const article = new Readability(document, {
      serializer: (element) => element,
      charThreshold: 250,
    }).parse()
    if (!article) return null
    return Array.from(article.content.querySelectorAll('[data-gnomon]'), (element) =>
      Number(element.getAttribute('data-gnomon')),
    )
  } catch (cause) {
    // A second opinion only: a page that the finder cannot take is read by our own measure.
    if (cause instanceof Error) return null
    throw cause
  }
}
