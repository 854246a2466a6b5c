import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { tablesWith, rolledBack, storeText } from '@core/knowledge/update/knowledge-store'
import { packText, publicKeyOf, readPack, signPack } from '@core/knowledge/update/knowledge-pack'
import { describeUpdateFailure } from '@core/knowledge/update/describe-update-failure'
import { changeLines, packOf, proposeFiles } from '../knowledge/propose-files'
import { readKnowledgeJson, readStoreOrEmpty } from '../knowledge/read-knowledge-file'
import { parseArguments } from '../parse-arguments'
import { UsageError, type Command, type ExitCode, type Terminal } from '../terminal'
import { writeWholeFile } from '../write-whole-file'

const help = `Usage: gnomon knowledge diff FILE… [--knowledge STORE]
       gnomon knowledge pack FILE… --out PACK [--title TEXT] [--key KEYFILE]
       gnomon knowledge verify PACK [--trust KEY]…
       gnomon knowledge apply FILE… --knowledge STORE [--trust KEY]…
       gnomon knowledge rollback --knowledge STORE
       gnomon knowledge key --out KEYFILE

Brings what Gnomon knows up to date without a network. FILE is an ATT&CK STIX bundle, a MISP galaxy cluster of actors or
software, Microsoft's naming map, or a pack; several are entered one after the other.

  diff      says what would change: contested, merged, renamed, gone, new, further names
  pack      writes it as one file to carry around, signed with Ed25519 where a key is given
  verify    checks that a pack is whole, loads, and was signed; with --trust, by one of these keys
  apply     adds it to a store, which the reading commands take by --knowledge STORE
  rollback  takes the last update off again
  key       makes a key to sign with; its public key is printed, for those who shall trust it

Options:
  --knowledge STORE  the store (or a pack) to start from or to write
  --trust KEY        a public key, 64 hexadecimal digits; packs that are not signed by one of these are refused

A file that cannot be used is named on standard error; nothing is changed then, and the exit code is 1.
`

export const knowledgeCommand: Command = {
  name: 'knowledge',
  summary: 'brings actors, names and ATT&CK up to date from official files and signed packs',
  help,
  run: async (args, terminal) => {
    const { values, positionals } = parseArguments(args, {
      out: { type: 'string' },
      title: { type: 'string' },
      key: { type: 'string' },
      knowledge: { type: 'string' },
      trust: { type: 'string', multiple: true, default: [] },
    })
    const [verb, ...files] = positionals
    for (const key of values.trust)
      if (!/^[0-9a-f]{64}$/i.test(key))
        throw new UsageError(`--trust takes 64 hexadecimal digits, not "${key}"`)
    const options = { ...values, trust: values.trust.map((key) => key.toLowerCase()) }
    switch (verb) {
      case 'diff':
        return diff(needFiles(files), options, terminal)
      case 'pack':
        return pack(needFiles(files), options, terminal)
      case 'verify':
        return verify(needFiles(files), options, terminal)
      case 'apply':
        return apply(needFiles(files), options, terminal)
      case 'rollback':
        return rollBack(options, terminal)
      case 'key':
        return makeKey(options, terminal)
      default:
        throw new UsageError(
          verb === undefined
            ? 'say what to do: diff, pack, verify, apply, rollback or key'
            : `there is no "knowledge ${verb}"`,
        )
    }
  },
}

interface Options {
  readonly out?: string | undefined
  readonly title?: string | undefined
  readonly key?: string | undefined
  readonly knowledge?: string | undefined
  readonly trust: readonly string[]
}

async function diff(
  files: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const store = await openStore(options.knowledge, terminal)
  const proposed = store && (await proposeFiles(files, store.tables, terminal))
  if (!proposed) return 1
  await terminal.write(changeLines(proposed.changes))
  return 0
}

async function pack(
  files: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.out === undefined) throw new UsageError('--out is missing')
  const secret = options.key === undefined ? undefined : await readSecret(options.key)
  const store = await openStore(options.knowledge, terminal)
  const proposed = store && (await proposeFiles(files, store.tables, terminal))
  if (!proposed) return 1
  const plain = packOf(proposed, terminal.now().slice(0, 10), options.title)
  return save(
    options.out,
    packText(secret === undefined ? plain : signPack(plain, secret)),
    terminal,
  )
}

async function verify(
  files: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  const refuse = (path: string, why: string) => {
    exitCode = 1
    terminal.complain(`${path}: ${why}`)
  }
  const store = await openStore(options.knowledge, terminal)
  if (!store) return 1
  for (const path of files) {
    const json = await readKnowledgeJson(path)
    const read = json.ok ? readPack(json.value) : json
    if (!read.ok) refuse(path, describeUpdateFailure(read.failure))
    else if (!isTrusted(read.value.signature?.key, options.trust))
      refuse(path, distrust(read.value.signature?.key))
    else if (await proposeFiles([path], store.tables, terminal)) {
      const { title, made, signature } = read.value
      const by = signature ? `signed by ${signature.key}` : 'not signed'
      await terminal.write(`${path}: whole, ${by}: ${title}, ${made}\n`)
    } else exitCode = 1
  }
  return exitCode
}

async function apply(
  files: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const path = needStore(options)
  const store = await openStore(path, terminal)
  const proposed = store && (await proposeFiles(files, store.tables, terminal))
  if (!proposed) return 1
  for (const [place, { signature }] of proposed.proposals.entries())
    if (!isTrusted(signature?.key, options.trust)) {
      terminal.complain(`${files[place] ?? ''}: ${distrust(signature?.key)}. Nothing was changed.`)
      return 1
    }
  await terminal.write(changeLines(proposed.changes))
  if (proposed.changes.length === 0 && Object.keys(proposed.tables).length === 0) return 0
  const at = terminal.now()
  const applied = [
    ...store.store.applied,
    { at, pack: packOf(proposed, at.slice(0, 10), options.title) },
  ]
  return save(path, storeText({ applied }), terminal)
}

async function rollBack(options: Options, terminal: Terminal): Promise<ExitCode> {
  const path = needStore(options)
  const store = await openStore(path, terminal)
  if (!store) return 1
  const last = store.store.applied.at(-1)
  if (!last) {
    terminal.complain(`gnomon knowledge: ${path} holds no update to take off`)
    return 1
  }
  terminal.complain(`Taken off: ${last.pack.title}, applied ${last.at.slice(0, 10)}`)
  return save(path, storeText(rolledBack(store.store)), terminal)
}

async function makeKey(options: Options, terminal: Terminal): Promise<ExitCode> {
  if (options.out === undefined) throw new UsageError('--out is missing')
  const secret = randomBytes(32).toString('hex')
  try {
    // Never over another key, and for its owner's eyes only.
    const file = await open(options.out, 'wx', 0o600)
    await file.writeFile(`${keyFormat}\n${secret}\n`)
    await file.close()
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    terminal.complain(`gnomon knowledge: ${options.out} was not written: ${cause.message}`)
    return 1
  }
  await terminal.write(`${publicKeyOf(secret)}\n`)
  return 0
}

const keyFormat = 'gnomon-signing-key 1'

async function readSecret(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const secret = /^gnomon-signing-key 1\s+([0-9a-f]{64})\s*$/.exec(text)?.[1]
  if (secret === undefined)
    throw new UsageError(
      `--key ${path} is no signing key; "gnomon knowledge key --out FILE" makes one`,
    )
  return secret
}

async function openStore(path: string | undefined, terminal: Terminal) {
  const { builtinKnowledgeTables } = await import('../../../resources/knowledge/tables')
  const store = path === undefined ? undefined : await readStoreOrEmpty(path)
  if (store?.ok === false) {
    terminal.complain(`${path ?? ''}: ${describeUpdateFailure(store.failure)}`)
    return undefined
  }
  const known = store?.value ?? { applied: [] }
  return { store: known, tables: tablesWith(builtinKnowledgeTables, known) }
}

async function save(path: string, text: string, terminal: Terminal): Promise<ExitCode> {
  const written = await writeWholeFile(path, text)
  if (!written.ok) {
    terminal.complain(`gnomon knowledge: ${path} was not written: ${written.failure}`)
    return 1
  }
  await terminal.write(`${path}\n`)
  return 0
}

/** Where keys are named, only what they signed is let in. */
function isTrusted(key: string | undefined, trust: readonly string[]): boolean {
  return trust.length === 0 || (key !== undefined && trust.includes(key))
}

function distrust(key: string | undefined): string {
  return key === undefined
    ? 'not signed, and --trust asks for a signature'
    : `signed by ${key}, which is not among the trusted keys`
}

function needFiles(files: readonly string[]): readonly string[] {
  if (files.length === 0) throw new UsageError('no file is given')
  return files
}

function needStore({ knowledge }: Options): string {
  if (knowledge === undefined) throw new UsageError('--knowledge STORE is missing')
  return knowledge
}
