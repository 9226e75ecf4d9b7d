// Tests of the update of a client by sections of The Update Framework 1.0: what must be refused, and what must not.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs, type Publisher, packStart, publishedWorld, publisherOf, refreshed } from './builders.ts'
import {
  newSigner,
  packLimits,
  type RoleName,
  readSigned,
  readTarget,
  refreshPack,
  repositoryInMemory,
  rootName,
  rootOf,
  signRoot,
  targetFileName,
  timestampName,
  trustedInMemory,
} from './index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('5.3–5.6: a first pack and the next ones are taken over, also by who missed some', async () => {
  const { publisher, trusted } = publishedWorld()
  assert.equal(await refreshed(publisher.files, trusted), 1)
  for (const text of ['two', 'three', 'four'])
    publisher.publish({ 'manifest.json': bytes(text) }, packStart + dayMs)
  assert.equal(await refreshed(publisher.files, trusted, packStart + dayMs), 4)
  publisher.renew(packStart + 6 * dayMs)
  assert.equal(await refreshed(publisher.files, trusted, packStart + 9 * dayMs), 4)
})

test('5.3.4: a root signed by too few old keys, by too few new ones, or by strangers is refused', async () => {
  const { publisher, trusted } = publishedWorld()
  const [first, second] = publisher.keys.root
  assert.ok(first && second)
  const strangers = [newSigner(), newSigner(), newSigner()]
  const roles = (root: typeof strangers) => ({
    root: { keys: root, threshold: 2 },
    targets: { keys: publisher.keys.targets, threshold: 1 },
    snapshot: { keys: publisher.keys.snapshot, threshold: 1 },
    timestamp: { keys: publisher.keys.timestamp, threshold: 1 },
  })
  const next = rootOf(2, roles(strangers), packStart + dayMs)
  for (const signers of [
    strangers,
    [first, ...strangers],
    [first, first, ...strangers],
    [first, second, ...strangers.slice(0, 1)],
    [],
  ]) {
    publisher.files.set(...signRoot(next, signers))
    assert.equal(await refreshed(publisher.files, trusted), 'packs/signatures 2.root.json')
  }
  publisher.files.set(...signRoot(next, [first, second, ...strangers.slice(0, 2)]))
  assert.equal(await refreshed(publisher.files, trusted), 1)
})

test('a root with a threshold of one cannot be made or read', async () => {
  const { publisher, trusted } = publishedWorld()
  const text = Buffer.from(publisher.firstRoot()).toString('utf8').replace('"threshold": 2', '"threshold": 1')
  publisher.files.set(rootName(2), bytes(text))
  assert.equal(await refreshed(publisher.files, trusted), 'packs/format 2.root.json')
})

test('the same key counted twice: two signatures of one key, and one key under two ids', async () => {
  const { publisher, trusted } = publishedWorld()
  const [first] = publisher.keys.root
  assert.ok(first)
  const next = rootOf(2, rolesOf(publisher), packStart + dayMs)
  publisher.files.set(...signRoot(next, [first, first, first]))
  assert.equal(await refreshed(publisher.files, trusted), 'packs/signatures 2.root.json')
  const twice = JSON.parse(Buffer.from(signRoot(next, [first])[1]).toString('utf8'))
  const other = 'ab'.repeat(32)
  twice.signed.keys[other] = first.key
  twice.signed.roles.root.keyids = [first.keyId, other]
  publisher.files.set(rootName(2), bytes(JSON.stringify(twice)))
  assert.equal(await refreshed(publisher.files, trusted), 'packs/format 2.root.json')
})

test('5.3.5: a root that skips a version or repeats one is refused', async () => {
  for (const version of [1, 3]) {
    const { publisher, trusted } = publishedWorld()
    const next = rootOf(version, rolesOf(publisher), packStart + dayMs)
    publisher.files.set(rootName(2), signRoot(next, publisher.keys.root)[1])
    assert.equal(await refreshed(publisher.files, trusted), 'packs/rollback 2.root.json')
  }
})

test('5.3.10: expired roots on the way do not count, the last one does', async () => {
  const { publisher, trusted } = publishedWorld()
  const late = packStart + 400 * dayMs
  publisher.renew(late)
  publisher.publish({ 'manifest.json': bytes('two') }, late)
  assert.equal(await refreshed(publisher.files, trusted, late), 'packs/expired The root')
  publisher.rotate([], late)
  assert.equal(await refreshed(publisher.files, trusted, late), 2)
})

test('5.3.11: new keys of timestamp and snapshot undo what a thief of the old ones has counted up', async () => {
  const { publisher, trusted } = publishedWorld()
  const stolen = publisher.copy()
  publisher.publish({ 'manifest.json': bytes('two') }, packStart)
  publisher.alter('timestamp', (signed) => {
    signed.version = packLimits.maxVersion
  })
  assert.equal(await refreshed(publisher.files, trusted), 2)
  publisher.files.set(timestampName, stolen.get(timestampName) ?? new Uint8Array())
  assert.equal(await refreshed(publisher.files, trusted), 'packs/rollback timestamp.json')
  publisher.rotate(['timestamp', 'snapshot'], packStart)
  publisher.publish({ 'manifest.json': bytes('three') }, packStart)
  assert.equal(await refreshed(publisher.files, trusted), 2)
})

test('5.4.3: an older timestamp is refused, and one that leads to an older snapshot', async () => {
  const { publisher, trusted } = publishedWorld()
  const old = publisher.copy()
  const before = readSigned('timestamp', fileOf(publisher, timestampName), '').signed
  publisher.publish({ 'manifest.json': bytes('two') }, packStart)
  assert.equal(await refreshed(publisher.files, trusted), 2)
  assert.equal(await refreshed(old, trusted), 'packs/rollback timestamp.json')
  publisher.alter('timestamp', (signed) => {
    Object.assign(signed, { version: 9, meta: before.meta })
  })
  assert.equal(await refreshed(publisher.files, trusted), 'packs/rollback snapshot.json')
})

test('5.5.5: a snapshot that leads to older targets is refused', async () => {
  const { publisher, trusted } = publishedWorld()
  const before = readSigned('snapshot', fileOf(publisher, '1.snapshot.json'), '').signed
  publisher.publish({ 'manifest.json': bytes('two') }, packStart)
  assert.equal(await refreshed(publisher.files, trusted), 2)
  // The publisher's own machine, set back, announces the first pack again.
  publisher.renew(packStart)
  publisher.publish({ 'manifest.json': bytes('three') }, packStart)
  publisher.alter('snapshot', (signed) => {
    signed.meta = before.meta
  })
  assert.equal(await refreshed(publisher.files, trusted), 'packs/rollback targets.json')
})

test('5.4.4, 5.5.6, 5.6.5: expired metadata of each role are refused, with the day and how long ago', async () => {
  const cases: readonly (readonly [RoleName, string])[] = [
    ['timestamp', 'The timestamp'],
    ['snapshot', 'The snapshot'],
    ['targets', 'The list of targets'],
  ]
  for (const [role, place] of cases) {
    const publisher = publisherOf(packStart)
    const days = { timestamp: 100, snapshot: 100, targets: 100, [role]: 5 }
    publisher.publish({ 'manifest.json': bytes('one') }, packStart, days)
    const trusted = trustedInMemory(new Map([['root', publisher.firstRoot()]]))
    assert.equal(await refreshed(publisher.files, trusted, packStart + 5 * dayMs - 1), 1)
    for (const memory of [trusted, trustedInMemory(new Map([['root', publisher.firstRoot()]]))]) {
      const found = await refreshPack(repositoryInMemory(publisher.files), memory, packStart + 7 * dayMs)
      assert.ok(found.outcome === 'refused')
      const [fault] = found.faults
      assert.deepEqual([fault.code, fault.place], ['packs/expired', place])
      assert.match(fault.detail, /until 2026-12-02T00:00:00Z, which is 2 days ago/)
    }
  }
})

test('freeze: who is kept from news is told when what he has is no longer fresh, though nothing changed', async () => {
  const { publisher, trusted } = publishedWorld()
  assert.equal(await refreshed(publisher.files, trusted, packStart + 6 * dayMs), 1)
  assert.equal(
    await refreshed(publisher.files, trusted, packStart + 7 * dayMs),
    'packs/expired The timestamp',
  )
})

test('5.5.2, 5.6.2: a snapshot or targets of another state do not fit (mix and match)', async () => {
  for (const name of ['snapshot', 'targets']) {
    const { publisher, trusted } = publishedWorld()
    const old = publisher.copy()
    publisher.publish({ 'manifest.json': bytes('two') }, packStart)
    publisher.files.set(`2.${name}.json`, old.get(`1.${name}.json`) ?? new Uint8Array())
    assert.equal(await refreshed(publisher.files, trusted), `packs/mismatch 2.${name}.json`)
  }
})

test('wrong keys: each role is refused when another role or a stranger has signed it', async () => {
  for (const role of ['timestamp', 'snapshot', 'targets'] as const) {
    const { publisher, trusted } = publishedWorld()
    const honest = publisher.keys[role]
    for (const signers of [
      [newSigner()],
      publisher.keys.root,
      publisher.keys[role === 'targets' ? 'snapshot' : 'targets'],
    ]) {
      publisher.keys[role] = signers
      publisher.publish({ 'manifest.json': bytes('two') }, packStart)
      const fault = await refreshed(publisher.files, trusted)
      assert.match(String(fault), new RegExp(`^packs/signatures (\\d\\.)?${role}.json`))
    }
    publisher.keys[role] = honest
    publisher.publish({ 'manifest.json': bytes('two') }, packStart)
    assert.equal(typeof (await refreshed(publisher.files, trusted)), 'number')
  }
})

test('a changed version in what is signed is refused, in each role', async () => {
  for (const name of [timestampName, '1.snapshot.json', '1.targets.json', '1.root.json']) {
    const { publisher, trusted } = publishedWorld()
    const changed = Buffer.from(fileOf(publisher, name))
      .toString('utf8')
      .replace('"version": 1', '"version": 2')
    publisher.files.set(name === '1.root.json' ? rootName(2) : name, bytes(changed))
    // What is announced by its hash is found out before its signature is looked at.
    assert.match(String(await refreshed(publisher.files, trusted)), /^packs\/(signatures|mismatch) /)
  }
})

test('5.7: a target with other content, or cut off, is refused; its name and hash are its address', async () => {
  const { publisher, trusted } = publishedWorld()
  const found = await refreshPack(repositoryInMemory(publisher.files), trusted, packStart)
  assert.ok(found.outcome === 'read')
  const target = found.value.targets.get('manifest.json')
  assert.ok(target)
  const name = targetFileName('manifest.json', target.hashes.sha256)
  assert.deepEqual(
    await readTarget(repositoryInMemory(publisher.files), 'manifest.json', target),
    bytes('one'),
  )
  for (const [content, detail] of [
    ['two', /another/],
    ['on', /2 of 3 bytes/],
  ] as const) {
    publisher.files.set(name, bytes(content))
    await assert.rejects(readTarget(repositoryInMemory(publisher.files), 'manifest.json', target), detail)
  }
  publisher.files.set(name, bytes('longer'))
  await assert.rejects(
    readTarget(repositoryInMemory(publisher.files), 'manifest.json', target),
    /more than 3 bytes/,
  )
})

function fileOf({ files }: Publisher, name: string): Uint8Array {
  return files.get(name) ?? assert.fail(name)
}

function rolesOf({ keys }: Publisher) {
  const choice = (role: RoleName, threshold: number) => ({ keys: keys[role], threshold })
  return {
    root: choice('root', 2),
    targets: choice('targets', 1),
    snapshot: choice('snapshot', 1),
    timestamp: choice('timestamp', 1),
  }
}
