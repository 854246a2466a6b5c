import { packFormat, publicKeyOf, readPack, signPack } from '@core/knowledge/update/knowledge-pack'
import { proposeUpdate } from '@core/knowledge/update/propose-update'
import { createPrivateKey, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinKnowledgeTables } from '../../../../resources/knowledge/tables'

const secret = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
const tables = builtinKnowledgeTables
const moreActors = `${tables.actors}zz-new\tZz New\tCN\t\t\t\tZz New\n`
const plain = {
  format: packFormat,
  version: 1,
  title: 'Test',
  made: '2026-11-21',
  tables: { actors: moreActors },
} as const

describe('a knowledge pack', () => {
  it('is signed as RFC 8032 has it, and the signature fits', () => {
    expect(publicKeyOf(secret)).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    )
    const pack = signPack(plain, secret)
    expect(readPack(JSON.parse(JSON.stringify(pack)))).toEqual({ ok: true, value: pack })
    const key = createPrivateKey({
      key: Buffer.from(`302e020100300506032b657004220420${secret}`, 'hex'),
      format: 'der',
      type: 'pkcs8',
    })
    const signed = JSON.stringify([packFormat, 1, 'Test', '2026-11-21', [['actors', moreActors]]])
    expect(pack.signature?.value).toBe(sign(null, Buffer.from(signed), key).toString('hex'))
  })

  it('is signed by no key of small order, which would fit everything', () => {
    for (const key of ['0'.repeat(64), `01${'0'.repeat(62)}`, `ec${'f'.repeat(60)}7f`])
      for (const value of ['0'.repeat(128), `01${'0'.repeat(126)}`])
        expect(readPack({ ...plain, signature: { algorithm: 'Ed25519', key, value } })).toEqual({
          ok: false,
          failure: { code: 'bad-signature' },
        })
  })

  it('does not fit once anything in it has changed', () => {
    const pack = signPack(plain, secret)
    const value = pack.signature!.value
    const flipped = `${value[0] === '0' ? '1' : '0'}${value.slice(1)}`
    for (const broken of [
      { ...pack, title: 'Other' },
      { ...pack, made: '2026-11-22' },
      { ...pack, tables: { actors: `${moreActors} ` } },
      { ...pack, tables: {} },
      { ...pack, signature: { ...pack.signature, value: flipped } },
      { ...pack, signature: { ...pack.signature, key: '0'.repeat(64) } },
    ])
      expect(readPack(broken)).toEqual({ ok: false, failure: { code: 'bad-signature' } })
  })

  it('shows what it would change, and who signed it', () => {
    const update = proposeUpdate(tables, JSON.parse(JSON.stringify(signPack(plain, secret))))
    expect(update).toMatchObject({
      ok: true,
      value: {
        changes: [{ type: 'new', what: 'actor', name: 'Zz New' }],
        signature: { key: publicKeyOf(secret) },
      },
    })
  })

  it('of a newer make, damaged, or with tables that do not load is refused', () => {
    expect(readPack({ ...plain, version: 2 })).toMatchObject({
      ok: false,
      failure: { code: 'newer-pack', version: 2 },
    })
    expect(readPack({ ...plain, tables: { actors: 7 } })).toMatchObject({
      ok: false,
      failure: { code: 'damaged-pack' },
    })
    const broken = { ...plain, tables: { actors: moreActors.replace('\tCN\t', '\tChina\t') } }
    const refused = proposeUpdate(tables, broken)
    expect(
      !refused.ok && refused.failure.code === 'would-not-load' && refused.failure.detail,
    ).toMatch(/^knowledge table "actors", line \d+/)
    expect(proposeUpdate(tables, { ...plain, tables: { actors: 'nonsense' } })).toMatchObject({
      ok: false,
      failure: { code: 'would-not-load' },
    })
  })

  it('survives any JSON', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => !readPack(value).ok && !readPack({ ...plain, signature: value }).ok,
      ),
    )
  })
})
