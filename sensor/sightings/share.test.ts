// Tests of several sensors of one hospital: they tell under one pseudonym, in this epoch and the next, and count once.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { sensorApi, sightingsMessage } from '@salus/standards/sightings'
import {
  type FakeCentre,
  fakeCentre,
  finding,
  hourMs,
  noChance,
  now,
  temporaryFolder,
  withFindings,
  withPack,
} from './builders.ts'
import { centreAddress, centreAt } from './centre.ts'
import { standingGiven, turnedOn } from './consent.ts'
import { enrol } from './enrolment.ts'
import { SightingFault } from './fault.ts'
import type { HealthFacts } from './health.ts'
import { carriedOn, newHouseKey } from './house-key.ts'
import { minDelayMs } from './limits.ts'
import { joined, locked, type Shared, sharedOf, unlocked, withHouseKey } from './share.ts'
import { sightingStore } from './store.ts'
import { tellCentre } from './tell.ts'

const given = { by: 'Dr Invented', at: now }
const later = now + minDelayMs + 1
const passphrase = 'three blue boats'
const noHealth = (): Promise<HealthFacts> => Promise.reject(new Error('no health'))
const faulty = (code: string, text: RegExp) => (error: unknown) =>
  error instanceof SightingFault && error.code === code && text.test(error.message)

describe('two sensors of one hospital', () => {
  let centre: FakeCentre
  let folders: readonly string[] = []
  let removes: readonly (() => Promise<void>)[] = []
  beforeEach(async () => {
    centre = await fakeCentre()
    const made = [await temporaryFolder(), await temporaryFolder()]
    folders = made.map(({ folder }) => folder)
    removes = made.map(({ remove }) => remove)
    for (const folder of folders) {
      await enrol(folder, centreAt(centreAddress(centre.url)), { code: 'ABCD-EFGH', now })
      await withPack(folder)
      await withFindings(folder, [finding()])
      await sightingStore(folder).change((state) =>
        standingGiven(turnedOn(state, 'rules', given), 'rules', given, noChance),
      )
    }
    centre.received.length = 0
  })
  afterEach(async () => {
    await centre.close()
    for (const remove of removes) await remove()
  })
  const store = (sensor: number) => sightingStore(folders[sensor] ?? '')
  const tell = (sensor: number, at: number) => tellCentre(folders[sensor] ?? '', noHealth, at, noChance)
  const url = () => centreAddress(centre.url)
  const bodies = (path: string) =>
    centre.received.filter((one) => one.path === path).map(({ body }) => JSON.parse(body))
  async function share(from = 0): Promise<Shared> {
    const state = await store(from).change((before) => withHouseKey(before, now))
    return unlocked(locked(sharedOf(state, url(), now), passphrase), passphrase)
  }
  const join = (shared: Shared) => store(1).change((state) => joined(state, shared, url(), now))

  test('the second says that it tells nothing and what to do, once, and asks no more in this epoch', async () => {
    await tell(0, now)
    const { faults } = await tell(1, now)
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['sightings/elsewhere'],
    )
    assert.match(faults[0]?.message ?? '', /until 2026-12-26 00:00 UTC[\s\S]*sightings share FILE/)
    centre.received.length = 0
    for (const at of [later, later + hourMs]) assert.deepEqual((await tell(1, at)).faults, [])
    assert.deepEqual(centre.received, [])
    await assert.rejects(share(1), faulty('sightings/elsewhere', /Another sensor/))
  })

  test('after sharing both tell under one pseudonym, and what both saw counts once', async () => {
    await tell(0, now)
    await tell(1, now)
    await join(await share())
    assert.equal((await tell(0, later)).sent?.told, 1)
    assert.equal((await tell(1, later)).sent?.told, 1, 'known already, and so told')
    const messages = bodies(sensorApi.sightings.path).map((body) => sightingsMessage.parse(body))
    assert.equal(messages.length, 2)
    assert.equal(messages[0]?.pseudonym, messages[1]?.pseudonym)
    assert.equal(centre.taken.length, 1)
  })

  test('in the next epoch both ask for the same thing by themselves, and the key of before is gone', async () => {
    await tell(0, now)
    await join(await share())
    const keyBefore = (await store(0).read()).houseKey
    const next = Date.parse('2027-01-26T00:00:00.000Z')
    centre.epoch = {
      ...centre.epoch,
      epoch: 15,
      from: new Date(next).toISOString(),
      until: '2027-02-25T00:00:00.000Z',
    }
    centre.received.length = 0
    for (const sensor of [0, 1]) assert.deepEqual((await tell(sensor, next)).faults, [])
    const asked = bodies(sensorApi.epochToken.path)
    assert.equal(asked.length, 2)
    assert.deepEqual(asked[0], asked[1])
    const states = [await store(0).read(), await store(1).read()]
    const [one, two] = states.map(({ pseudonyms }) => pseudonyms.find(({ epoch }) => epoch === 15))
    assert.ok(one?.signature)
    assert.equal(one.pseudonym, two?.pseudonym)
    assert.deepEqual(states[0]?.houseKey, states[1]?.houseKey)
    assert.notEqual(states[0]?.houseKey?.key, keyBefore?.key)
    assert.equal(states[0]?.houseKey?.epoch, 15)
  })

  test('a file of the epoch before serves in this one too', async () => {
    await tell(0, now)
    const shared = await share()
    const next = Date.parse('2026-12-26T00:00:00.000Z')
    const [from, until] = [new Date(next).toISOString(), '2027-01-25T00:00:00.000Z']
    centre.epoch = { ...centre.epoch, epoch: 13, from, until }
    await tell(0, next)
    const { faults } = await tell(1, next)
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['sightings/elsewhere'],
    )
    await store(1).change((state) => joined(state, shared, url(), next))
    assert.deepEqual((await tell(1, next + 1)).faults, [])
    const [one, two] = (await Promise.all([store(0).read(), store(1).read()])).map(({ pseudonyms }) =>
      pseudonyms.find(({ epoch }) => epoch === 13),
    )
    assert.ok(one?.signature)
    assert.equal(one.pseudonym, two?.pseudonym)
  })

  test('a centre that shows the second sensor another key gets another question, and no second signature', async () => {
    await tell(0, now)
    const shared = await share()
    const next = Date.parse('2026-12-26T00:00:00.000Z')
    await store(1).change((state) => ({ ...joined(state, shared, url(), now), pseudonyms: [] }))
    centre.epoch = {
      ...centre.epoch,
      epoch: 13,
      from: new Date(next).toISOString(),
      until: '2027-01-25T00:00:00.000Z',
    }
    await tell(0, next)
    const { generateKeyPairSync } = await import('node:crypto')
    const other = generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey
    centre.epoch.keys = { anybody: other, token: other }
    assert.deepEqual(
      (await tell(1, next)).faults.map(({ code }) => code),
      ['sightings/elsewhere'],
    )
  })

  test('who has a pseudonym of this epoch cannot join another hospital, nor one at another centre', async () => {
    await tell(0, now)
    const shared = await share()
    const foreign = await fakeCentre()
    try {
      await enrol(folders[1] ?? '', centreAt(centreAddress(foreign.url)), {
        code: 'ABCD-EFGH',
        now,
        again: true,
      })
      assert.throws(
        () => joined({ ...emptyish, pseudonyms: [] }, shared, centreAddress(foreign.url), now),
        faulty('sightings/share', /another centre/),
      )
      await tell(1, now)
      const state = await store(1).read()
      assert.throws(
        () => joined(state, shared, url(), now),
        faulty('sightings/share', /of this epoch itself/),
      )
    } finally {
      await foreign.close()
    }
  })

  test('a pseudonym that nobody signed is not taken', async () => {
    await tell(0, now)
    const { pseudonym, ...rest } = await share()
    for (const changed of [
      { ...pseudonym, signature: null },
      { ...pseudonym, pseudonym: pseudonym.prefix },
      { ...pseudonym, publicKey: 'AAAA' },
    ])
      await assert.rejects(join({ ...rest, pseudonym: changed }), faulty('sightings/share', /not signed/))
    await join({ ...rest, pseudonym })
    const again = await join({ ...rest, pseudonym })
    assert.equal(again.pseudonyms.length, 1)
  })
})

const emptyish = {
  version: 1 as const,
  consent: {
    on: { rules: null, indicators: null, privacy: null },
    standing: { rules: null, indicators: null, privacy: null },
    health: null,
    history: [],
  },
  items: [],
  healthAt: null,
  houseKey: null,
  spoke: null,
  elsewhereUntil: null,
}

describe('what is shared', () => {
  const key = newHouseKey(12)
  const shared: Shared = {
    centre: 'https://centre.example/',
    houseKey: key,
    pseudonym: {
      epoch: 12,
      from: now,
      until: now + hourMs,
      publicKey: 'canary-key',
      pseudonym: 'canary-pseudonym',
      prefix: 'canary-prefix',
      pending: null,
      signature: 'canary-signature',
    },
  }

  test('opens with its passphrase only, and nothing of it can be read in the file', () => {
    const file = locked(shared, passphrase)
    assert.ok(!/canary/.test(file) && !file.includes(key.key))
    assert.notEqual(locked(shared, passphrase), file)
    assert.deepEqual(unlocked(file, passphrase), shared)
    assert.throws(() => unlocked(file, 'three blue boots'), faulty('sightings/share', /does not open/))
    const { sealed, ...rest } = JSON.parse(file)
    const bytes = Buffer.from(sealed, 'base64url')
    for (const at of [0, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      const text = JSON.stringify({ ...rest, sealed: changed.toString('base64url') })
      assert.throws(() => unlocked(text, passphrase), faulty('sightings/share', /does not open/))
    }
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"format":"salus-sightings-share 2"}',
      file.replace('nonce', 'once'),
    ])
      assert.throws(() => unlocked(text, passphrase), faulty('sightings/share', /no file that/))
    assert.throws(
      () => unlocked(JSON.stringify({ ...rest, sealed: 'AAAA' }), passphrase),
      faulty('sightings/share', /does not open/),
    )
  })

  test('the key goes on from epoch to epoch, step by step or at once, never back, and not without end', () => {
    const far = carriedOn(key, 40)
    const step = carriedOn(carriedOn(key, 20) ?? key, 40)
    assert.deepEqual(far, step)
    assert.deepEqual(carriedOn(key, 12), key)
    assert.notEqual(far?.key, key.key)
    assert.equal(carriedOn(key, 11), null)
    const before = process.cpuUsage()
    assert.equal(carriedOn(key, 2_147_483_647), null)
    const { user } = process.cpuUsage(before)
    assert.ok(user < 1_000_000, `${user} µs`)
  })
})
