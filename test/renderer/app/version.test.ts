import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { version } from '../../../src-renderer/app/version'

it('the version on the desk is that of the package', () => {
  const manifest: unknown = JSON.parse(readFileSync(resolve(process.cwd(), 'package.json'), 'utf8'))
  expect(manifest).toMatchObject({ version })
})
