import { describe, expect, it } from 'vitest'
import { readLines, type InputLine } from '../../../src-main/cli/read-lines'
import { chunks } from './memory-terminal'

async function all(input: AsyncIterable<Uint8Array>, maxBytes = 100): Promise<InputLine[]> {
  const lines: InputLine[] = []
  for await (const line of readLines(input, maxBytes)) lines.push(line)
  return lines
}

describe('readLines', () => {
  it('puts lines together over chunks, and characters over chunks too', async () => {
    const bytes = new TextEncoder().encode('賴清德\nb')
    expect(await all(chunks('a', 'b\nc', bytes.subarray(0, 4), bytes.subarray(4), 'c'))).toEqual([
      { type: 'line', number: 1, text: 'ab' },
      { type: 'line', number: 2, text: 'c賴清德' },
      { type: 'line', number: 3, text: 'bc' },
    ])
  })

  it('counts empty lines and needs no line end after the last', async () => {
    expect(await all(chunks('a\n\nb\n'))).toEqual([
      { type: 'line', number: 1, text: 'a' },
      { type: 'line', number: 2, text: '' },
      { type: 'line', number: 3, text: 'b' },
    ])
  })

  it('passes over a line that is too long, in as many chunks as it comes', async () => {
    expect(await all(chunks('x'.repeat(60), 'x'.repeat(60), 'x\nshort'))).toEqual([
      { type: 'too-long', number: 1 },
      { type: 'line', number: 2, text: 'short' },
    ])
  })

  it('names a line that is not UTF-8', async () => {
    expect(await all(chunks(Uint8Array.of(0x61, 0xff, 0x0a), 'b'))).toEqual([
      { type: 'not-utf8', number: 1 },
      { type: 'line', number: 2, text: 'b' },
    ])
  })

  it('asks for the next chunk only when its lines are done with', async () => {
    let asked = 0
    async function* counted(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 5; i++) {
        asked++
        await Promise.resolve()
        yield new TextEncoder().encode(`line ${i}\n`)
      }
    }
    const seen: number[] = []
    for await (const line of readLines(counted(), 100)) {
      seen.push(asked)
      expect(line.number).toBe(asked)
    }
    expect(seen).toEqual([1, 2, 3, 4, 5])
  })

  it('keeps what it holds when the stream uses its buffer again', async () => {
    const buffer = new TextEncoder().encode('abc')
    async function* reused(): AsyncGenerator<Uint8Array> {
      yield buffer
      await Promise.resolve()
      buffer.set(new TextEncoder().encode('d\nx'))
      yield buffer
    }
    expect(await all(reused())).toEqual([
      { type: 'line', number: 1, text: 'abcd' },
      { type: 'line', number: 2, text: 'x' },
    ])
  })
})
