// Tests of the whole way against a centre on a real socket: off by default, told once, whatever breaks in between.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
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
  token,
  withFindings,
  withPack,
} from './builders.ts'
import { centreAddress, centreAt } from './centre.ts'
import { standingGiven, turnedOn } from './consent.ts'
import { enrol } from './enrolment.ts'
import type { HealthFacts } from './health.ts'
import { maxDelayMs, minDelayMs } from './limits.ts'
import { previewJson, previewLines } from './preview.ts'
import { sightingStore } from './store.ts'
import { refreshDrafts, tellCentre } from './tell.ts'

const given = { by: 'Dr Invented', at: now }
const later = now + minDelayMs + 1
const health = async (): Promise<HealthFacts> => ({
  sensorVersion: '0.1.0',
  pack: null,
  rules: { loaded: 3, unsupported: 1, quarantined: 0 },
  blind: ['windows/process_creation/*', 'of/our/own'],
  techniques: ['attack.t1003.001', 'attack.credential-access'],
  lastEvents: new Map([
    ['evtx', now],
    ['something', now - hourMs],
  ]),
})

describe('telling the centre', () => {
  let centre: FakeCentre
  let folder = ''
  let remove = async () => {}
  beforeEach(async () => {
    centre = await fakeCentre()
    ;({ folder, remove } = await temporaryFolder())
    await enrol(folder, centreAt(centreAddress(centre.url)), { code: 'ABCD-EFGH', now })
    centre.received.length = 0
    await withPack(folder)
    await withFindings(folder, [finding(), finding({ assetClass: 'pacs' })])
  })
  afterEach(async () => {
    await centre.close()
    await remove()
  })
  const store = () => sightingStore(folder)
  const consent = () =>
    store().change((state) => standingGiven(turnedOn(state, 'rules', given), 'rules', given, noChance))
  const tell = (at: number) => tellCentre(folder, health, at, noChance)
  const statesOf = async () => (await store().read()).items.map(({ state }) => state)
  const askedFor = (path: string) => centre.received.filter((one) => one.path === path)

  test('nothing is asked and nothing sent while nothing is turned on', async () => {
    for (const at of [now, now + maxDelayMs, now + 9 * maxDelayMs]) await tell(at)
    assert.deepEqual(centre.received, [])
    assert.deepEqual((await store().read()).items, [])
  })

  test('without approval nothing is sent, however long it waits', async () => {
    await store().change((state) => turnedOn(state, 'rules', given))
    for (const at of [now, now + maxDelayMs, now + 9 * maxDelayMs]) await tell(at)
    assert.deepEqual(await statesOf(), ['draft', 'draft'])
    assert.deepEqual(askedFor(sensorApi.sightings.path), [])
  })

  test('what is approved is told after its delay, and exactly as it was shown', async () => {
    await consent()
    const first = await tell(now)
    assert.deepEqual(first.faults, [])
    assert.deepEqual(askedFor(sensorApi.sightings.path), [])
    const facts = {
      ...(await refreshDrafts(store(), folder, now)),
      centre: centreAt(centreAddress(centre.url)),
      now,
    }
    const shown = JSON.parse(previewJson(facts)) as { envelope: string; items: { bytes: string }[] }
    const { sent } = await tell(later)
    assert.deepEqual([sent?.told, sent?.declined, sent?.fault], [2, 0, null])
    const [message] = askedFor(sensorApi.sightings.path)
    const expected = [
      `${shown.envelope.slice(0, -1)},"sightings":[${shown.items.map(({ bytes }) => bytes).join(',')}]}`,
      `${shown.envelope.slice(0, -1)},"sightings":[${shown.items
        .map(({ bytes }) => bytes)
        .reverse()
        .join(',')}]}`,
    ]
    assert.ok(expected.includes(message?.body ?? ''), message?.body)
    for (const language of ['en', 'de', 'fr', 'it'] as const) {
      const text = previewLines(facts, language).join('\n')
      for (const { bytes } of shown.items) assert.ok(text.includes(bytes))
      assert.ok(text.includes(shown.envelope) && text.includes(`${centre.url}/api/v1/sightings`))
    }
  })

  test('it is told once: not again by the next runs, nor after more findings of the same hour', async () => {
    await consent()
    await tell(now)
    await tell(later)
    await withFindings(folder, [finding(), finding()], later)
    for (const at of [later + 1, later + maxDelayMs, later + 3 * maxDelayMs]) await tell(at)
    assert.equal(centre.taken.length, 2)
    assert.equal(askedFor(sensorApi.sightings.path).length, 1)
  })

  test('one pseudonym an epoch, asked for once, also where there is nothing to tell', async () => {
    await store().change((state) => turnedOn(state, 'rules', given))
    await tell(now)
    await tell(later)
    assert.equal(askedFor(sensorApi.epochToken.path).length, 1)
    const next = { from: '2026-12-26T00:00:00.000Z', until: '2027-01-25T00:00:00.000Z' }
    centre.epoch = { ...centre.epoch, ...next, epoch: 13 }
    await tell(Date.parse(next.from))
    assert.equal(askedFor(sensorApi.epochToken.path).length, 2)
    const { pseudonyms } = await store().read()
    assert.equal(new Set(pseudonyms.map(({ pseudonym }) => pseudonym)).size, 2)
    assert.ok(
      pseudonyms.every(({ pending }) => pending === null),
      'what links it is forgotten',
    )
  })

  test('the centre never sees in one place who asks and under which pseudonym', async () => {
    await consent()
    await tell(now)
    await tell(later)
    const message = sightingsMessage.parse(JSON.parse(askedFor(sensorApi.sightings.path)[0]?.body ?? ''))
    const own = [message.pseudonym, message.prefix, message.signature]
    for (const { path, body, rawHeaders } of centre.received) {
      const text = `${body}${rawHeaders.join('\n')}`
      const isAnonymous = path === sensorApi.sightings.path
      assert.equal(text.includes(token), !isAnonymous && text.includes('Bearer'))
      for (const secret of own) assert.equal(text.includes(secret), isAnonymous)
    }
    const sockets = new Set(centre.received.map(({ socket }) => socket))
    assert.equal(sockets.size, centre.received.length)
  })

  test('an answer that is lost leads to a repetition under the same pseudonym, which counts once', async () => {
    await consent()
    await tell(now)
    centre.intercept = ({ path, socket }, response) => {
      if (path !== sensorApi.sightings.path) return false
      centre.intercept = null
      // Taken as usual; the answer never arrives.
      response.end = (() => socket.destroy()) as unknown as typeof response.end
      return false
    }
    const broken = await tell(later)
    assert.equal(broken.sent?.fault?.isPassing, true)
    assert.deepEqual(await statesOf(), ['attempted', 'attempted'])
    assert.equal((await tell(later + 1)).sent?.told, 0, 'not at once')
    assert.equal((await tell(later + hourMs)).sent?.told, 2)
    const [one, two] = askedFor(sensorApi.sightings.path).map(({ body }) => JSON.parse(body))
    assert.equal(one.pseudonym, two.pseudonym)
    assert.equal(centre.taken.length, 2)
  })

  test('a process that is killed while it sends has told once after the next start', async () => {
    await consent()
    await tell(now)
    const script = `
      const { tellCentre } = await import(${JSON.stringify(import.meta.resolve('./tell.ts'))})
      await tellCentre(${JSON.stringify(folder)}, () => { throw new Error('no health') }, ${later})`
    const child = spawn(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script],
      { stdio: 'ignore' },
    )
    centre.intercept = ({ path }, response) => {
      if (path !== sensorApi.sightings.path) return false
      centre.intercept = null
      // Taken as usual, but the child dies before it hears of it.
      response.on('finish', () => undefined)
      const end = response.end.bind(response)
      response.end = ((...words: Parameters<typeof end>) => {
        child.kill('SIGKILL')
        child.once('exit', () => end(...words))
        return response
      }) as typeof response.end
      return false
    }
    await once(child, 'exit')
    assert.equal(child.signalCode, 'SIGKILL')
    assert.deepEqual(await statesOf(), ['attempted', 'attempted'])
    assert.equal(centre.taken.length, 2)
    assert.equal((await tell(later + 2 * hourMs)).sent?.told, 2)
    assert.equal(centre.taken.length, 2)
  })

  test('after a crash between question and answer the same blinded bytes are asked again', async () => {
    await consent()
    centre.intercept = ({ path }, response) => {
      if (path !== sensorApi.epochToken.path) return false
      centre.intercept = null
      response.writeHead(500).end()
      return true
    }
    const first = await tell(now)
    assert.equal(first.faults[0]?.code, 'sightings/refused')
    await tell(now + 1)
    const [one, two] = askedFor(sensorApi.epochToken.path).map(({ body }) => body)
    assert.equal(one, two)
    assert.ok((await store().read()).pseudonyms[0]?.signature)
  })

  test('a centre that shows this sensor a key of its own gets nothing', async () => {
    await consent()
    centre.epoch.keys.token = generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey
    const { faults } = await tell(now)
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['sightings/epoch'],
    )
    await tell(later)
    assert.deepEqual(askedFor(sensorApi.epochToken.path), [])
    assert.deepEqual(askedFor(sensorApi.sightings.path), [])
  })

  test('an epoch that is not now, or has no sane length, is not taken', async () => {
    await consent()
    const { epoch } = centre
    for (const wrong of [
      { from: '2026-11-28T00:00:00.000Z', until: '2026-12-26T00:00:00.000Z' },
      { from: '2026-11-01T00:00:00.000Z', until: '2026-11-27T12:30:00.000Z' },
      { from: '2026-11-27T12:00:00.000Z', until: '2026-11-27T12:59:00.000Z' },
      { from: '2020-11-27T12:00:00.000Z', until: '2030-11-27T12:59:00.000Z' },
    ]) {
      centre.epoch = { ...epoch, ...wrong }
      assert.equal((await tell(now)).faults[0]?.code, 'sightings/epoch')
    }
    assert.deepEqual((await store().read()).pseudonyms, [])
  })
})
