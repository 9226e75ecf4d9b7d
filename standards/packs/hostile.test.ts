// Tests of what a hostile repository may send: too much, names that lead elsewhere, members with two meanings.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packStart, publishedWorld, refreshed } from './builders.ts'
import { type PackRepository, packLimits, type TrustedMetadata, timestampName } from './index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('oversized metadata and an endless chain of roots are left, and a repository that lies about sizes', async () => {
  const { publisher, trusted } = publishedWorld()
  publisher.files.set(timestampName, new Uint8Array(packLimits.maxTimestampBytes + 1))
  assert.equal(await refreshed(publisher.files, trusted), 'packs/too-large timestamp.json')
  const careless: PackRepository = { read: async (name) => publisher.files.get(name) ?? null }
  assert.equal(await refreshed(careless, trusted), 'packs/too-large timestamp.json')
  for (let version = 0; version <= packLimits.maxRootsAtOnce; version++) publisher.rotate([], packStart)
  assert.equal(
    await refreshed(publisher.files, trusted),
    `packs/too-large ${packLimits.maxRootsAtOnce + 2}.root.json`,
  )
})

test('members that a reader could take two ways are refused: __proto__, doubles, unknown ones, odd numbers', async () => {
  const { publisher, trusted } = publishedWorld()
  const honest = Buffer.from(publisher.files.get(timestampName) ?? '').toString('utf8')
  const changes: readonly [from: RegExp, to: string][] = [
    [/"_type"/, '"__proto__": {"version": 5}, "_type"'],
    [/"_type"/, '"version": 5, "_type"'],
    [/"_type"/, '"other": 5, "_type"'],
    [/"version": 1/, '"version": 1.5'],
    [/"version": 1/, '"version": -0'],
    [/"version": 1/, '"version": 1e300'],
    [/"sha256": "[0-9a-f]{64}"/, '"sha256": "__proto__"'],
    [/"signatures": \[/, '"signatures": {"length": 9}, "x": ['],
  ]
  for (const [from, to] of changes) {
    assert.match(honest, from)
    publisher.files.set(timestampName, bytes(honest.replace(from, to)))
    assert.equal(await refreshed(publisher.files, trusted), 'packs/format timestamp.json', to)
  }
  assert.equal(({} as { version?: number }).version, undefined)
})

test('targets with names that lead elsewhere are refused, also when they are well signed', async () => {
  const names = ['../manifest.json', '/etc/passwd', 'C:\\x', 'a/b', '..', 'manifest.json\u0000', '__proto__']
  for (const name of [
    ...names,
    'manifest.JSON',
    'constructor',
    'pipelines.a/b.json',
    `pipelines.${'x'.repeat(99)}.json`,
  ]) {
    const { publisher, trusted } = publishedWorld()
    publisher.alter('targets', (signed) => {
      const file = { length: 1, hashes: { sha256: 'a'.repeat(64) } }
      signed.targets = JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(file)}}`)
    })
    assert.equal(await refreshed(publisher.files, trusted), 'packs/format 1.targets.json', name)
  }
})

test('without a trusted root nothing is believed', async () => {
  const { publisher } = publishedWorld()
  const nothing: TrustedMetadata = {
    load: async () => null,
    save: async () => undefined,
    remove: async () => undefined,
  }
  assert.equal(await refreshed(publisher.files, nothing), 'packs/no-trust root')
})
