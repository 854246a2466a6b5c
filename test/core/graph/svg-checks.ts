import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'vitest'

/** Compares with test/fixtures/figures/<name>.svg; `UPDATE_GOLDEN=1` writes it anew, to be looked at before it is committed. */
export function expectGolden(name: string, svg: string): void {
  const file = resolve(process.cwd(), `test/fixtures/figures/${name}.svg`)
  // One element a line, so that a change can be read in a diff.
  const text = `${svg.replaceAll('><', '>\n<')}\n`
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text)
  expect(existsSync(file), `${name}.svg is missing: run once with UPDATE_GOLDEN=1`).toBe(true)
  expect(
    text === readFileSync(file, 'utf8'),
    `${name}.svg differs from the committed picture`,
  ).toBe(true)
}

/** Every tag closed in order, no bare ampersand or bracket: what an XML parser would refuse. */
export function expectWellFormed(svg: string): void {
  const open: string[] = []
  for (const [, closing, name, selfClosing] of svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/gi)) {
    if (closing) expect(open.pop()).toBe(name)
    else if (!selfClosing) open.push(name!)
  }
  expect(open).toEqual([])
  expect(svg.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/)
}

export function expectSelfContained(svg: string): void {
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
    /https?:|href|<script|<style|@import|\bdata:/,
  )
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
}
