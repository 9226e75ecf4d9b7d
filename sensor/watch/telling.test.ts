// Tests of telling the centre while the sensor watches: nothing while off, its health when on, and no centre never stops it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { healthReport, hourOf, sensorApi } from '@salus/standards/sightings'
import { event, rulesOf } from '../engine/builders.ts'
import { detectionOf } from '../run/detection.ts'
import type { Equipment } from '../run/equipment.ts'
import { type FakeCentre, fakeCentre, now, temporaryFolder } from '../sightings/builders.ts'
import { centreAddress, centreAt } from '../sightings/centre.ts'
import { turnedOn } from '../sightings/consent.ts'
import { enrol } from '../sightings/enrolment.ts'
import { sightingStore } from '../sightings/store.ts'
import { until } from '../testing/until.ts'
import { type InUse, inUseOf } from './in-use.ts'
import { tellWhileWatching } from './telling.ts'

describe('telling the centre while watching', () => {
  let centre: FakeCentre
  let folder = ''
  let remove = async () => {}
  let notes: string[] = []
  beforeEach(async () => {
    centre = await fakeCentre()
    ;({ folder, remove } = await temporaryFolder())
    await enrol(folder, centreAt(centreAddress(centre.url)), { code: 'ABCD-EFGH', now })
    centre.received.length = 0
    notes = []
  })
  afterEach(async () => {
    await centre.close()
    await remove()
  })
  const given = { by: 'Dr Invented', at: now }
  const turnOn = () => sightingStore(folder).change((state) => turnedOn(state, 'health', given))
  let inUse: InUse
  /** As the watching does with each event; gives the number of findings. */
  const see = (running: ReturnType<typeof tellWhileWatching>): number => {
    const one = event({ EventID: 1 }, { at: now })
    running.see(one)
    return inUse.detection.see(one, 'live').length
  }
  const telling = (): ReturnType<typeof tellWhileWatching> => {
    const rules = rulesOf(
      'title: Shadow copies\nid: shadow\ntags: [attack.t1490]\nlevel: high\nlogsource: {product: windows}\ndetection: {s: {EventID: 1}, condition: s}',
    )
    const equipment: Equipment = {
      rules,
      faults: [],
      files: 1,
      unread: 0,
      pack: null,
      pipelines: [],
      enrich: null,
      indicators: null,
      missingExtracts: [],
      notes: [],
    }
    const detection = detectionOf(equipment, { level: 'low', assetClasses: () => null, lanes: ['live'] })
    inUse = inUseOf({ equipment, detection })
    return tellWhileWatching({
      folder,
      inUse,
      note: (text) => notes.push(text),
      clock: () => now,
      everyMs: 20,
    })
  }

  test('while nothing is turned on nothing is asked of the centre', async () => {
    const running = telling()
    await new Promise((resolve) => setImmediate(resolve))
    await running.stop()
    assert.deepEqual(centre.received, [])
    assert.deepEqual(notes, [])
  })

  test('its health says what works and what it has heard, once a day', async () => {
    const running = telling()
    see(running)
    await turnOn()
    await until('a note', () => notes.length > 0)
    await running.stop()
    const reports = centre.received.filter(({ path }) => path === sensorApi.health.path)
    assert.equal(reports.length, 1)
    const report = healthReport.parse(JSON.parse(String(reports[0]?.body)))
    assert.deepEqual(report.techniques, ['T1490'])
    assert.deepEqual(report.rules, { loaded: 1, unsupported: 0, quarantined: 0 })
    assert.deepEqual(report.lastEvent, { 'windows-event-log': hourOf(now) })
  })

  test('a centre that is gone is noted, and the sensor goes on finding', async () => {
    await turnOn()
    await centre.close()
    const running = telling()
    await until('a second note', () => notes.length > 1)
    assert.equal(see(running), 1)
    await running.stop()
    assert.match(notes[0] ?? '', /centre/i)
  })
})
