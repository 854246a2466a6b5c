// The import table (style.md 2.2), read by the ESLint rule in eslint.config.js. Absent means forbidden.
const corePackages = [
  'geojson',
  'topojson-specification',
  'd3-force',
  'd3-geo',
  'd3-array',
  'd3-scale',
  'd3-shape',
  'd3-quadtree',
  '@noble/curves',
  '@noble/hashes',
  'tldts',
  'fflate',
  'topojson-client',
  'zod',
  'zod/mini',
]
const formatPackages = ['pdfjs-dist', '@mozilla/readability', 'linkedom', 'chardet', 'fflate']

/** Layers by longest path prefix; each lists the layers and packages it may import. `types` may be imported as types only. */
const layers = {
  'src-core/lib': { to: [], packages: [] },
  'src-core': { to: ['src-core', 'src-core/lib'], packages: corePackages },
  'src-main/preload': { to: [], types: ['src-core'], packages: ['electron'] },
  'src-main/cli/adapters': {
    to: ['src-core', 'src-core/lib', 'src-main/cli', 'resources', 'formats'],
    packages: [...formatPackages, 'node:'],
  },
  'src-main/cli': {
    to: ['src-core', 'src-core/lib', 'src-main/cli/adapters', 'resources', 'formats'],
    packages: ['node:'],
  },
  'src-main': { to: ['src-core', 'src-core/lib'], packages: ['electron', 'node:', 'zod/mini'] },
  'src-renderer/workers': {
    to: ['src-core', 'src-core/lib', 'src-renderer/workers', 'resources', 'formats'],
    packages: formatPackages,
  },
  'src-renderer/data': {
    to: ['src-core', 'src-core/lib'],
    packages: ['dexie', 'dexie-react-hooks', 'react'],
  },
  'src-renderer/state': { to: ['src-core', 'src-core/lib'], packages: ['zustand', 'zustand/*'] },
  'src-renderer/messages': { to: ['src-core', 'src-core/lib'], packages: [] },
  'src-renderer/host': { to: ['src-core', 'src-core/lib'], packages: [] },
  'src-renderer/design': {
    to: ['src-core', 'src-core/lib', 'src-renderer/components'],
    packages: ['react', '@mantine/*'],
  },
  'src-renderer/components': {
    to: ['src-core', 'src-core/lib', 'src-renderer/design'],
    packages: ['react', '@mantine/*', 'lucide-react', '@tanstack/*', 'cmdk', 'd3'],
  },
  'src-renderer/views': {
    to: [
      'src-core',
      'src-core/lib',
      'src-renderer/components',
      'src-renderer/design',
      'src-renderer/data',
      'src-renderer/state',
      'src-renderer/host',
      'src-renderer/messages',
      'resources',
    ],
    packages: [
      'react',
      'react-dom',
      '@mantine/*',
      'lucide-react',
      '@tanstack/*',
      'd3',
      'topojson-client',
      'react-hotkeys-hook',
      'dompurify',
    ],
  },
  'src-renderer': {
    any: 'src-renderer',
    to: ['src-core', 'src-core/lib', 'resources'],
    packages: ['*'],
  },
  resources: { to: ['src-core'], packages: [] },
}
const prefixes = Object.keys(layers).sort((a, b) => b.length - a.length)

export function layerOf(path) {
  return prefixes.find((prefix) => path === prefix || path.startsWith(`${prefix}/`))
}

export function mayImport(from, file, path, specifier, typeOnly) {
  const rule = layers[from]
  if (path === undefined) {
    if (specifier.endsWith('.css')) return true
    return rule.packages.some(
      (p) =>
        p === '*' ||
        p === specifier ||
        (p.endsWith('*') && specifier.startsWith(p.slice(0, -1))) ||
        (p === 'node:' && specifier.startsWith('node:')) ||
        specifier.startsWith(`${p}/`),
    )
  }
  const to = layerOf(path)
  if (!to) return false
  if (from === 'src-renderer/views' && to === from)
    return viewOf(file) === viewOf(path) || viewOf(file) === 'registry.ts'
  if (to === from || rule.to.includes(to)) return true
  if (rule.any && to.startsWith(rule.any)) return true
  return typeOnly && (rule.types ?? []).some((layer) => to === layer || to.startsWith(`${layer}/`))
}

const viewOf = (path) => path.split('/')[2]?.replace(/\.tsx?$/, (m) => m)
