import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSyntax } from '@core/extraction/syntax/syntax'
import { measure } from '../../../../build/scripts/syntax/measure'
import { readTreebank } from '../../../../build/scripts/syntax/treebank'
import { englishSyntaxModel } from '../../../../resources/models/syntax'

const dev = resolve(process.cwd(), '../shared/treebank/ewt-dev.tsv.gz')

describe.skipIf(!existsSync(dev))(
  'the syntax model on EWT dev (SKIPPED without ../shared/treebank)',
  () => {
    it('keeps the accuracy that src-core/extraction/syntax/README.md reports', () => {
      const scores = measure(loadSyntax(englishSyntaxModel), readTreebank(dev))
      expect(scores.upos).toBeGreaterThan(0.953)
      expect(scores.uas).toBeGreaterThan(0.839)
      expect(scores.las).toBeGreaterThan(0.802)
    })
  },
)
