import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Ajv2020 from 'ajv/dist/2020'

/** OASIS's own schemas; they stand beside the repository where it is developed, not in it. */
const folder = resolve(process.cwd(), '../shared/stix-schemas')
export const hasStixSchemas = existsSync(folder)

/**
 * Types of STIX 2.1 that bundle.json does not list. It takes them for custom objects and then refuses every one, because its test for
 * those (exactly one of core and cyber-observable-core) matches both. Their own schemas check them.
 */
const forgotten = ['extension-definition', 'location', 'note']

/** What OASIS's schemas say against a bundle: one line a fault, none where it is valid. */
export function createStixValidator(): (bundle: unknown) => readonly string[] {
  const ajv = new Ajv2020({ strict: false, unicodeRegExp: false, allErrors: true })
  // The formats that the schemas name, as far as our objects use them.
  ajv.addFormat('uri', /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i)
  for (const format of ['email', 'ipv4', 'ipv6', 'date-time', 'regex', 'idn-hostname'])
    ajv.addFormat(format, true)
  const idOfType = new Map<string, string>()
  for (const part of ['common', 'sdos', 'sros', 'observables'])
    for (const file of readdirSync(join(folder, part))) {
      // A schema is an object with an $id by the format's own definition.
      const schema = JSON.parse(readFileSync(join(folder, part, file), 'utf8')) as { $id: string }
      ajv.addSchema(schema)
      idOfType.set(file.replace('.json', ''), schema.$id)
    }
  return (bundle) => {
    const faults: string[] = []
    const check = (type: string, value: unknown, name: string) => {
      const id = idOfType.get(type)
      const validate = id === undefined ? undefined : ajv.getSchema(id)
      if (!validate) faults.push(`${name}: there is no schema for ${type}`)
      else if (!validate(value))
        for (const { instancePath, message } of validate.errors ?? [])
          faults.push(`${name}${instancePath}: ${message ?? ''}`)
    }
    // The bundles under test are our own.
    const { objects, ...envelope } = bundle as {
      readonly objects: readonly { type: string; id: string }[]
    }
    const listed = objects.filter(({ type }) => !forgotten.includes(type))
    check('bundle', { ...envelope, objects: listed }, 'bundle')
    for (const object of objects) check(object.type, object, object.id)
    return faults
  }
}
