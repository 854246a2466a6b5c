import { defineConfig } from 'vitest/config'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  resolve: { alias: { '@core': `${root}src-core` } },
  test: {
    include: ['test/{core,main,renderer,resources}/**/*.test.{ts,tsx}', 'test/build/**/*.test.mjs'],
    environment: 'node',
    testTimeout: 30_000,
    onConsoleLog: () => true,
  },
})
