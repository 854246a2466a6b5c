/** Half-open range of UTF-16 code units in a report's stored text. */
export interface Span {
  readonly start: number
  readonly end: number
}
