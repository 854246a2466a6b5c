import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

const alias = { '@core': resolve('src-core') }

/**
 * The renderer runs from file:// in plain Chromium too, which refuses module scripts and crossorigin there: one classic
 * deferred script and a plain stylesheet.
 */
function classicScript(): Plugin {
  return {
    name: 'classic-script',
    enforce: 'post',
    transformIndexHtml: (html) =>
      html
        .replace(/<script type="module"( crossorigin)?/g, '<script defer')
        .replace(/<link rel="stylesheet" crossorigin/g, '<link rel="stylesheet"'),
  }
}

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: 'out/main',
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('src-main/index.ts') },
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('src-main/preload/index.ts') },
        external: ['electron'],
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    base: './',
    resolve: { alias },
    plugins: [react(), classicScript()],
    worker: { format: 'iife' },
    build: {
      outDir: resolve('out/renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: (path: string) => (path.endsWith('.woff2') ? false : undefined),
      chunkSizeWarningLimit: 20_000,
      rolldownOptions: {
        input: resolve('src-renderer/index.html'),
        output: {
          format: 'iife',
          entryFileNames: 'gnomon.js',
          assetFileNames: 'assets/[name][extname]',
        },
      },
    },
  },
})
