import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstWindowState, fitToScreens, WindowStateFile } from '../../src-main/window/window-state'

const laptop = { x: 0, y: 0, width: 1280, height: 800 }
const second = { x: 1280, y: 0, width: 1920, height: 1080 }

describe('WindowStateFile', () => {
  it('reads back what it wrote', () => {
    const file = new WindowStateFile(
      join(mkdtempSync(join(tmpdir(), 'gnomon-state-')), 'state.json'),
    )
    const state = { x: 10, y: 20, width: 1000, height: 700, maximized: true }
    file.write(state)
    expect(file.read()).toEqual(state)
  })

  it.each(['', '{', '{"width":"wide"}', 'null', '{"width":5,"height":5,"maximized":false}'])(
    'starts as new from a damaged file %j',
    (content) => {
      const path = join(mkdtempSync(join(tmpdir(), 'gnomon-state-')), 'state.json')
      writeFileSync(path, content)
      expect(new WindowStateFile(path).read()).toEqual(firstWindowState)
    },
  )
})

describe('fitToScreens', () => {
  it('keeps a window on the screen where it stood', () => {
    const state = { x: 1400, y: 50, width: 1600, height: 900, maximized: false }
    expect(fitToScreens(state, [laptop, second])).toEqual(state)
  })

  it('brings a window back from a screen that is gone, no larger than the one left', () => {
    const state = { x: 1400, y: 50, width: 1600, height: 900, maximized: true }
    expect(fitToScreens(state, [laptop])).toEqual({ width: 1280, height: 800, maximized: true })
  })
})
