// Writes the lower part of NOTICE: the packages that end up in the product, found by following the imports of the sources.
//   node build/scripts/run-ts.mjs build/scripts/build-notice.ts
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const mark = '## Packages in the product (made by build/scripts/build-notice.ts)'

interface Package {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
  readonly needs: readonly string[]
}

const found = new Map<string, Package>()
for (const name of importedPackages(['src-core', 'src-main', 'src-renderer', 'resources']))
  follow(name)
const packages = [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
const upper = readFileSync('NOTICE', 'utf8').split(mark)[0]?.trimEnd() ?? ''
writeFileSync(
  'NOTICE',
  [upper, '', mark, '', ...packageLines(), '', ...licenceTexts(), ''].join('\n'),
)
console.log(`NOTICE: ${packages.length} packages`)

/** Bare imports of all sources. The fonts and the world outline are read from their packages by scripts. */
function importedPackages(folders: readonly string[]): string[] {
  const fonts = readdirSync('node_modules/@fontsource').map((name) => `@fontsource/${name}`)
  const names = new Set<string>([...fonts, 'world-atlas'])
  for (const folder of folders)
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:tsx?|css)$/.test(path)) continue
      const source = readFileSync(join(folder, path), 'utf8')
      for (const [, specifier] of source.matchAll(/(?:from|import)\s*\(?\s*'([^'.][^']*)'/g)) {
        const name = /^(?:@[^/]+\/)?[^/?]+/.exec(specifier ?? '')?.[0] ?? ''
        if (!name.startsWith('@core') && existsSync(join('node_modules', name, 'package.json')))
          names.add(name)
      }
    }
  return [...names]
}

function follow(name: string): void {
  if (found.has(name) || name.startsWith('@types/')) return
  const folder = join('node_modules', name)
  if (!existsSync(join(folder, 'package.json'))) return
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as unknown
  const read = (field: string): unknown =>
    // A package.json is an object; its fields stay unknown.
    (about as Readonly<Record<string, unknown>>)[field]
  const needs = [read('dependencies'), read('peerDependencies')].flatMap((field) =>
    typeof field === 'object' && field !== null ? Object.keys(field) : [],
  )
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.|$)/i.test(one))
  const one: Package = {
    name,
    version: String(read('version')),
    licence: String(read('license')),
    text: file === undefined ? '' : readFileSync(join(folder, file), 'utf8'),
    // Electron is shipped as it is, with its own list of licences beside it; what fetches it is not.
    needs: name === 'electron' ? [] : needs,
  }
  found.set(name, one)
  for (const next of one.needs) follow(next)
}

function packageLines(): string[] {
  return packages.map(({ name, version, licence, text }) => {
    const owner = /^.*?(Copyright(?: \([cC]\)| ©)? (?:\d{4}|[A-Z](?!older)).*)$/m
      .exec(text)?.[1]
      ?.trim()
    return `- ${name} ${version}, ${licence}${owner === undefined ? '' : `. ${owner}`}`
  })
}

/** Each licence once, as the package that brings it in full has it. */
function licenceTexts(): string[] {
  const ids = [...new Set(packages.map((one) => one.licence))].toSorted()
  return ids.flatMap((id) => {
    const texts = packages.filter((one) => one.licence === id).map((one) => one.text)
    // MIT and its like vary by their owners only; of the Apache licence some packages bring just the pointer.
    const text = id === 'Apache-2.0' ? texts.find((one) => one.length > 9_000) : texts.find(Boolean)
    return text === undefined ? [] : [`### ${id}`, '', ...text.trim().split(/\r?\n/), '']
  })
}
