import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const nodeModules = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/** The command line is a build of its own: one file for Node 20 and up, with every library inside. */
export default defineConfig({
  root: resolve('.'),
  resolve: { alias: { '@core': resolve('src-core') } },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'out/cli',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    chunkSizeWarningLimit: 20_000,
    rolldownOptions: {
      input: { gnomon: resolve('src-main/cli/gnomon.ts') },
      external: nodeModules,
      output: {
        format: 'es',
        entryFileNames: '[name].mjs',
        chunkFileNames: '[name].mjs',
        banner: '#!/usr/bin/env node',
      },
    },
  },
})
