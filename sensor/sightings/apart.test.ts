// Tests that the centre cannot put together by time what a sensor says under different names, and that a clock may jump.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { sensorApi } from '@salus/standards/sightings'
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
import { standingGiven, turnedOff, turnedOn } from './consent.ts'
import { enrol } from './enrolment.ts'
import type { HealthFacts } from './health.ts'
import { maxPauseMs, minDelayMs, minPauseMs } from './limits.ts'
import { emptyState } from './shapes.ts'
import { sightingStore } from './store.ts'
import { tellCentre } from './tell.ts'
import { mayAskByName, maySpeak, spoken } from './voice.ts'

const given = { by: 'Dr Invented', at: now }
const later = now + minDelayMs + 1
const dayMs = 24 * hourMs
const health = async (): Promise<HealthFacts> => ({
  sensorVersion: '0.1.0',
  pack: null,
  rules: { loaded: 3, unsupported: 1, quarantined: 0 },
  blind: [],
  techniques: [],
  lastEvents: new Map(),
})

describe('what a sensor says under different names', () => {
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
    await sightingStore(folder).change((state) =>
      standingGiven(turnedOn(state, 'rules', given), 'rules', given, noChance),
    )
  })
  afterEach(async () => {
    await centre.close()
    await remove()
  })
  const store = () => sightingStore(folder)
  /** Under which names something was said in one run: the token's, or a pseudonym's. */
  async function voicesAt(at: number): Promise<readonly string[]> {
    centre.received.length = 0
    await tellCentre(folder, health, at, noChance)
    const voices = centre.received.flatMap(({ path, body, rawHeaders }) => {
      if (rawHeaders.join().includes(token)) return ['name']
      return path === sensorApi.sightings.path ? [`epoch ${JSON.parse(body).epoch}`] : []
    })
    return [...new Set(voices)]
  }
  const turnOnHealth = () => store().change((state) => turnedOn(state, 'health', given))

  test('a health report waits after sightings, and sightings after a health report', async () => {
    assert.deepEqual(await voicesAt(now), ['name'])
    await turnOnHealth()
    assert.deepEqual(await voicesAt(later), ['epoch 12'], 'sightings first; health is due as well')
    assert.deepEqual(await voicesAt(later + minPauseMs - 1), [])
    assert.deepEqual(await voicesAt(later + minPauseMs), ['name'])
    await withFindings(folder, [finding({ time: '2026-11-27T11:20:30.000Z' })], later)
    const reported = later + minPauseMs
    assert.deepEqual(await voicesAt(now + 2 * hourMs), [], 'approved, and waits for its time')
    await store().change((state) => ({ ...state, spoke: { as: 'name', until: reported + maxPauseMs } }))
    assert.deepEqual(await voicesAt(reported + maxPauseMs - 1), [])
    assert.deepEqual(await voicesAt(now + 9 * hourMs), ['epoch 12'])
  })

  test('what bears an old pseudonym and what bears the new one are never said in one run', async () => {
    await voicesAt(now)
    centre.intercept = ({ path }, response) => {
      if (path !== sensorApi.sightings.path) return false
      response.destroy()
      return true
    }
    assert.deepEqual(await voicesAt(later), ['epoch 12'])
    centre.intercept = null
    const next = Date.parse('2026-11-27T16:00:00.000Z')
    await store().change((state) => ({
      ...state,
      pseudonyms: state.pseudonyms.map((one) => ({ ...one, until: next })),
    }))
    centre.epoch = { ...centre.epoch, epoch: 13, from: new Date(next).toISOString() }
    await withFindings(folder, [finding({ time: '2026-11-27T11:20:30.000Z' })], later)
    const runs: (readonly string[])[] = []
    for (let at = next; at < next + 8 * hourMs; at += 5 * 60_000) runs.push(await voicesAt(at))
    for (const voices of runs) assert.ok(voices.length <= 1, voices.join())
    const said = runs.flat()
    assert.deepEqual(said, ['name', 'epoch 12', 'epoch 13'])
    assert.equal(centre.taken.length, 3)
  })

  test('of two that would speak at once under different names one does, and none keeps the other for ever', async () => {
    await voicesAt(now)
    const [voices, may] = await Promise.all([voicesAt(later), mayAskByName(folder, later, noChance)])
    assert.equal(voices.length + (may ? 1 : 0), 1, `${voices} ${may}`)
    await store().change((state) => ({
      ...state,
      spoke: { as: 'name', until: later + 5 },
      items: state.items.map((item) => ({ ...item, state: 'queued', sendAt: later, epoch: null })),
    }))
    assert.equal(await mayAskByName(folder, later + 1, noChance), false, 'a sighting waits for its turn')
    assert.equal(await mayAskByName(folder, later + 6 + maxPauseMs, noChance), true)
    await store().change((state) => ({ ...state, spoke: { as: 12, until: later + 5 }, items: [] }))
    assert.equal(await mayAskByName(folder, later + 4, noChance), false)
    assert.equal(await mayAskByName(folder, later + 5, noChance), true)
  })

  test('a health report that is refused again and again keeps no sighting back', async () => {
    await voicesAt(now)
    await turnOnHealth()
    centre.intercept = ({ path }, response) => {
      if (path !== sensorApi.health.path) return false
      response.writeHead(422).end()
      return true
    }
    const said: (readonly string[])[] = []
    for (let at = now; at <= now + hourMs; at += 5 * 60_000) said.push(await voicesAt(at))
    assert.ok(said.flat().includes('epoch 12'), JSON.stringify(said))
    assert.equal(centre.taken.length, 2)
    assert.ok(said.flat().lastIndexOf('name') > said.flat().indexOf('epoch 12'), 'and it is tried again')
  })

  test('who turns everything off is not heard under its name beside what it told a moment ago', async () => {
    await voicesAt(now)
    assert.deepEqual(await voicesAt(later), ['epoch 12'])
    await store().change((state) => turnedOff(state, 'rules', given))
    assert.equal(await mayAskByName(folder, later + minPauseMs - 1, noChance), false)
    assert.equal(await mayAskByName(folder, later + minPauseMs, noChance), true)
  })

  test('between two names lies a pause by chance, and none within one', () => {
    const pauses = new Set(
      Array.from(
        { length: 20 },
        (_, at) => spoken(emptyState(), 12, now, (below) => (at * 7_919) % below).spoke?.until,
      ),
    )
    assert.ok(pauses.size > 15)
    const state = spoken(emptyState(), 12, now, (below) => below - 1)
    assert.deepEqual(
      [maySpeak(state, 12, now), maySpeak(state, 13, now), maySpeak(state, 'name', now + maxPauseMs - 1)],
      [true, false, false],
    )
    assert.equal(maySpeak(state, 'name', now + maxPauseMs), true)
  })

  test('a clock that ran years ahead and was set back stops neither sightings nor health', async () => {
    await turnOnHealth()
    await voicesAt(now)
    const years = now + 9 * 365 * dayMs
    await store().change((state) => ({
      ...state,
      healthAt: years,
      spoke: { as: 'name', until: years },
      items: state.items.map((item) => ({ ...item, sendAt: years })),
    }))
    assert.deepEqual(await voicesAt(later), ['epoch 12'])
    assert.deepEqual(await voicesAt(later + maxPauseMs), ['name'])
  })
})
