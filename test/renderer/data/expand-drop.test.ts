import { describe, expect, it, vi } from 'vitest'
import { candidatesFromInput, expandDrop } from '../../../src-renderer/data/expand-drop'

const getFile = vi.fn((text: string) => Promise.resolve(new File([text], 'any')))

function file(name: string) {
  return { kind: 'file' as const, name, getFile: () => getFile(name) }
}

type Entry = ReturnType<typeof file> | ReturnType<typeof folder>

function folder(name: string, children: readonly object[]) {
  return { kind: 'directory' as const, name, values: () => children.values() }
}

function dropped(entry: Entry) {
  return {
    kind: 'file',
    getAsFile: () => null,
    // Only what the code reads of a handle is there.
    getAsFileSystemHandle: () => Promise.resolve(entry as unknown as FileSystemHandle),
  }
}

describe('expandDrop', () => {
  it('lists files of folders, however deep, in the order of their names, and opens none', async () => {
    const stick = folder('stick', [
      file('part 10.txt'),
      folder('2024', [file('b.pdf'), file('.DS_Store'), file('a.pdf')]),
      file('part 2.txt'),
    ])
    const candidates = await expandDrop([dropped(file('zz.html')), dropped(stick)])
    expect(candidates.map(({ name }) => name)).toEqual([
      'stick/2024/a.pdf',
      'stick/2024/b.pdf',
      'stick/part 2.txt',
      'stick/part 10.txt',
      'zz.html',
    ])
    expect(getFile).not.toHaveBeenCalled()
    expect(await (await candidates[0]!.open()).text()).toBe('a.pdf')
  })

  it('falls back to the plain file where a handle is refused, and leaves text alone', async () => {
    const plain = {
      kind: 'file',
      getAsFile: () => new File(['x'], 'plain.txt'),
      getAsFileSystemHandle: () => Promise.reject(new DOMException('refused', 'NotAllowedError')),
    }
    const text = { kind: 'string', getAsFile: () => null }
    const candidates = await expandDrop([plain, text])
    expect(candidates.map(({ name, size }) => [name, size])).toEqual([['plain.txt', 1]])
  })
})

describe('candidatesFromInput', () => {
  it('keeps the folder that a file was chosen with', () => {
    const chosen = new File(['x'], 'a.txt')
    Object.defineProperty(chosen, 'webkitRelativePath', { value: 'stick/a.txt' })
    expect(candidatesFromInput([chosen]).map(({ name }) => name)).toEqual(['stick/a.txt'])
  })
})
