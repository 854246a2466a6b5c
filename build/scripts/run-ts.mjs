// Runs a TypeScript script of this repository under plain Node: bundles it with rolldown into out/scripts, then imports it.
//   node build/scripts/run-ts.mjs build/scripts/eval.ts [arguments…]
// `?raw` imports work as in Vite, so that scripts load the built-in tables as the product does.
import { mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const [entry, ...args] = process.argv.slice(2)
if (!entry) {
  console.error('usage: node build/scripts/run-ts.mjs SCRIPT.ts [arguments…]')
  process.exit(2)
}
const outDir = join(root, 'out/scripts')
mkdirSync(outDir, { recursive: true })
const file = join(outDir, basename(entry).replace(/\.ts$/, '.mjs'))

const rawText = {
  name: 'raw-text',
  resolveId(id, importer) {
    return id.endsWith('?raw') ? `${resolve(dirname(importer), id.slice(0, -4))}?raw` : null
  },
  load(id) {
    if (!id.endsWith('?raw')) return null
    return {
      code: `export default ${JSON.stringify(readFileSync(id.slice(0, -4), 'utf8'))}`,
      moduleType: 'js',
    }
  },
}
const isPackage = (id) => !/^[./]/.test(id) && !id.startsWith('@core/') && !id.endsWith('?raw')
const bundle = await rolldown({
  input: resolve(entry),
  platform: 'node',
  external: (id) => id.startsWith('node:') || isPackage(id),
  resolve: { alias: { '@core': join(root, 'src-core') } },
  plugins: [rawText],
  logLevel: 'warn',
})
await bundle.write({ file, format: 'esm', codeSplitting: false })
await bundle.close()
process.argv = [process.argv[0], file, ...args]
await import(pathToFileURL(file).href)
