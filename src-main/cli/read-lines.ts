export type InputLine =
  | { readonly type: 'line'; readonly number: number; readonly text: string }
  | { readonly type: 'too-long'; readonly number: number }
  | { readonly type: 'not-utf8'; readonly number: number }

/**
 * Lines of a stream, one at a time: the next chunk is asked for when the last line is done with, so that memory holds one line and one
 * chunk, however long the stream. A line above `maxBytes` is skipped to its end without being kept.
 */
export async function* readLines(
  input: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<InputLine> {
  let parts: Uint8Array[] = []
  let length = 0
  let number = 1
  const take = (): InputLine => {
    const line = lineOf(parts, length, number, maxBytes)
    parts = []
    length = 0
    number++
    return line
  }
  const keep = (bytes: Uint8Array) => {
    length += bytes.length
    if (length <= maxBytes) parts.push(bytes)
    else parts = []
  }
  for await (const chunk of input) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, end))
      start = end + 1
      yield take()
    }
    // A copy, because streams use their buffers again.
    if (start < chunk.length) keep(chunk.slice(start))
  }
  if (length > 0) yield take()
}

function lineOf(
  parts: readonly Uint8Array[],
  length: number,
  number: number,
  maxBytes: number,
): InputLine {
  if (length > maxBytes) return { type: 'too-long', number }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
    return { type: 'line', number, text }
  } catch (cause) {
    if (cause instanceof TypeError) return { type: 'not-utf8', number }
    throw cause
  }
}
