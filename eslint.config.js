import { dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { layerOf, mayImport } from './build/layers.mjs'

const root = dirname(fileURLToPath(import.meta.url))

/** Who may import whom: resolves every import and looks it up in the table of build/layers.mjs. */
const layering = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { forbidden: '{{from}} may not import {{to}} (build/layers.mjs)' },
  },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/')
    const from = layerOf(file)
    if (!from) return {}
    const check = (node, typeOnly) => {
      const specifier = node?.value
      if (typeof specifier !== 'string') return
      const path = specifier.startsWith('@core/')
        ? `src-core/${specifier.slice(6)}`
        : specifier.startsWith('.')
          ? relative(root, resolve(dirname(context.filename), specifier))
              .split(sep)
              .join('/')
          : undefined
      if (!mayImport(from, file, path, specifier, typeOnly))
        context.report({ node, messageId: 'forbidden', data: { from, to: path ?? specifier } })
    }
    return {
      ImportDeclaration: (node) => check(node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node.source, false),
      ImportExpression: (node) => check(node.source, false),
    }
  },
}

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', 'resources/**/*.js', 'test/fixtures/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['src-core', 'src-main', 'src-renderer', 'test', 'build'].map(
          (p) => `${p}/tsconfig.json`,
        ),
        tsconfigRootDir: root,
      },
    },
    plugins: { gnomon: { rules: { layering } } },
    rules: {
      'gnomon/layering': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // say`kind ${kind}` writes a feature down: src-core/extraction/score/feature-writer.ts.
      '@typescript-eslint/no-unused-expressions': ['error', { allowTaggedTemplates: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'CallExpression[callee.name="alert"]', message: 'Say it in the interface.' },
      ],
    },
  },
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' },
  },
)
