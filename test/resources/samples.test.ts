import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampleReports } from '../../resources/samples/index'

describe('sample reports', () => {
  it('are all the reports in the folder', () => {
    const files = readdirSync(resolve(process.cwd(), 'resources/samples')).filter(
      (name) => !['README.md', 'index.ts'].includes(name),
    )
    expect(sampleReports.map((report) => report.name).toSorted()).toEqual(files.toSorted())
  })

  it.each(sampleReports.map((report) => [report.name, report.text]))(
    '%s says that it is a sample written for Gnomon',
    (_, text) => {
      expect(text.slice(0, 400)).toMatch(/a sample report\. Written for Gnomon/i)
      const words = text.replace(/<[^>]*>/g, ' ').split(/\s+/).length
      expect(words).toBeGreaterThan(300)
      expect(words).toBeLessThan(800)
    },
  )

  it.each(sampleReports.map((report) => [report.name, report.text]))(
    '%s names no address outside the ranges for documentation',
    (_, text) => {
      const plain = text.replaceAll('[.]', '.')
      for (const [address] of plain.matchAll(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g))
        expect(address).toMatch(/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./)
      for (const [, domain] of plain.matchAll(/(?:\/\/|@)([a-z0-9.-]+)/gi))
        expect(domain).toMatch(/(?:^|\.)example(?:\.com)?\.?$/)
    },
  )
})
