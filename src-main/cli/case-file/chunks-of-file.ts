import { createReadStream } from 'node:fs'

/** A file in pieces of a mebibyte. Errors come out where they are read. */
export async function* chunksOfFile(path: string): AsyncIterable<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    yield new Uint8Array(chunk as Buffer)
}
