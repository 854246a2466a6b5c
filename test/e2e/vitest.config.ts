import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The built application in a real browser. `--mode long` runs the long proofs (`*.long.ts`) instead. */
export default defineConfig(({ mode }) => ({
  root,
  resolve: { alias: { '@core': `${root}src-core` } },
  test: {
    include: [mode === 'long' ? 'test/e2e/**/*.long.ts' : 'test/e2e/**/*.e2e.ts'],
    environment: 'node',
    // One browser at a time: two on two cores only make both slow.
    fileParallelism: false,
    testTimeout: mode === 'long' ? 600_000 : 60_000,
    hookTimeout: 60_000,
    passWithNoTests: mode === 'long',
  },
}))
