import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesInArguments, OpenedFileQueue } from '../../src-main/opened-files/opened-file-queue'

describe('filesInArguments', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gnomon-args-'))
  writeFileSync(join(folder, 'report.txt'), 'x')

  it('finds files named after a packaged application, relative to where it was called', () => {
    expect(
      filesInArguments(['gnomon', '--flag', 'report.txt', 'missing.pdf'], folder, true),
    ).toEqual([join(folder, 'report.txt')])
  })

  it('skips the application path of an unpackaged start and folders', () => {
    expect(filesInArguments(['electron', '.', 'report.txt', folder], folder, false)).toEqual([
      join(folder, 'report.txt'),
    ])
  })
})

describe('OpenedFileQueue', () => {
  it('hands each path over once', () => {
    const queue = new OpenedFileQueue()
    queue.add(['a', 'b'])
    queue.add(['b'])
    expect(queue.size).toBe(2)
    expect(queue.take()).toEqual(['a', 'b'])
    expect(queue.take()).toEqual([])
  })
})
