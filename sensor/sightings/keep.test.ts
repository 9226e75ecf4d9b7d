// Tests of what is kept and what goes other ways: switches, sticks, health, files for their owner only, indicators.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { sensorApi, sightingsMessage } from '@salus/standards/sightings'
import {
  type FakeCentre,
  fakeCentre,
  finding,
  hourMs,
  indicatorId,
  noChance,
  now,
  temporaryFolder,
  withFindings,
  withPack,
} from './builders.ts'
import { centreAddress, centreAt } from './centre.ts'
import { standingGiven, turnedOff, turnedOn } from './consent.ts'
import { enrol, readEnrolment } from './enrolment.ts'
import { SightingFault } from './fault.ts'
import type { HealthFacts } from './health.ts'
import { minDelayMs } from './limits.ts'
import { writeForStick } from './send.ts'
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

describe('the sightings of a state folder', () => {
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

  test('turning off withdraws what waits, and nothing more is asked', async () => {
    await consent()
    await tell(now)
    const before = centre.received.length
    await store().change((state) => turnedOff(state, 'rules', given))
    await tell(later)
    assert.equal(centre.received.length, before)
    assert.deepEqual(await statesOf(), ['withdrawn', 'withdrawn'])
  })

  test('for a stick the approved message is written once, and not sent as well', async () => {
    await consent()
    await tell(now)
    const file = join(folder, 'message.json')
    assert.deepEqual(await writeForStick(store(), file, now, noChance), { written: 2, left: 0 })
    assert.equal(sightingsMessage.parse(JSON.parse(readFileSync(file, 'utf8'))).sightings.length, 2)
    await tell(later)
    assert.deepEqual(askedFor(sensorApi.sightings.path), [])
    assert.deepEqual(await writeForStick(store(), file, now, noChance), { written: 0, left: 0 })
  })

  test('a message for a stick never overwrites one that is there', async () => {
    await consent()
    await tell(now)
    const file = join(folder, 'message.json')
    writeFileSync(file, 'not yet carried')
    await assert.rejects(
      writeForStick(store(), file, now, noChance),
      (error) => error instanceof SightingFault && error.code === 'sightings/file',
    )
    assert.equal(readFileSync(file, 'utf8'), 'not yet carried')
  })

  test('health is reported once a day where it is turned on, in closed words', async () => {
    await store().change((state) => turnedOn(state, 'health', given))
    const reported: boolean[] = []
    for (const at of [now, now + hourMs, now + 24 * hourMs]) reported.push((await tell(at)).healthReported)
    assert.deepEqual(reported, [true, false, true])
    const [report] = askedFor(sensorApi.health.path)
    const { blind, techniques, lastEvent, sensorVersion } = JSON.parse(report?.body ?? '')
    assert.deepEqual(
      { blind, techniques, lastEvent, sensorVersion },
      {
        blind: ['other', 'windows/process_creation/*'],
        techniques: ['T1003.001'],
        lastEvent: { 'windows-event-log': '2026-11-27T12:00:00Z', other: '2026-11-27T11:00:00Z' },
        sensorVersion: '0.1.0',
      },
    )
    assert.deepEqual(askedFor(sensorApi.epochToken.path), [], 'health alone needs no pseudonym')
  })

  test('token and state are for their owner only, and a second enrolment is asked for', async () => {
    await consent()
    const own = join(folder, 'sightings')
    if (process.platform !== 'win32') {
      assert.equal(statSync(own).mode & 0o077, 0)
      for (const name of readdirSync(own)) assert.equal(statSync(join(own, name)).mode & 0o077, 0, name)
    }
    const client = centreAt(centreAddress(centre.url))
    await assert.rejects(
      enrol(folder, client, { code: 'ABCD-EFGH', now }),
      (error) => error instanceof SightingFault && error.code === 'sightings/already-enrolled',
    )
    assert.equal(centre.received.length, 0, 'the code is not spent')
    await enrol(folder, client, { code: 'ABCD-EFGH', now: later, again: true })
    assert.equal((await readEnrolment(folder))?.enrolledAt, later)
  })

  test('a damaged state sends nothing and says what to do', async () => {
    await consent()
    writeFileSync(join(folder, 'sightings', 'sightings.json'), '{"version":1,"consent":{}}')
    await assert.rejects(tell(now), (error) => {
      assert.ok(error instanceof SightingFault)
      assert.match(error.message, /Nothing is sent\. Restore it/)
      return true
    })
    assert.deepEqual(centre.received, [])
  })

  test('two that change at once both count', async () => {
    await Promise.all(
      (['rules', 'indicators', 'health'] as const).map((scope) =>
        sightingStore(folder).change((state) => turnedOn(state, scope, given)),
      ),
    )
    const { consent: after } = await store().read()
    assert.ok(after.on.rules && after.on.indicators && after.health)
  })

  test('indicators of the pack are told by their id', async () => {
    const { writeIndicatorSet } = await import('../indicators/set/write.ts')
    const indicator = {
      type: 'domain' as const,
      value: 'bad.invented.example',
      id: indicatorId,
      since: null,
      until: null,
      tlp: 'amber' as const,
      confidence: null,
      list: 'invented',
      source: null,
      licence: null,
    }
    await withPack(folder, undefined, writeIndicatorSet([indicator]))
    await withFindings(folder, [
      finding({ origin: 'indicator', indicatorId, ruleId: 'indicator', assetClass: 'network' }),
      finding({ origin: 'indicator', indicatorId: 'not-there', ruleId: 'indicator' }),
    ])
    await store().change((state) => turnedOn(state, 'indicators', given))
    const { state, leftOut } = await refreshDrafts(store(), folder, now)
    assert.deepEqual(
      state.items.map(({ sighting }) => [sighting.kind, sighting.id]),
      [['indicator', indicatorId]],
    )
    assert.deepEqual(Object.fromEntries(leftOut), { 'turned-off': 2, 'unknown-id': 1 })
  })
})
