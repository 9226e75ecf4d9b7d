// Tests of a running sensor whose clock was far ahead and is set back: it finds as before, and has lost nothing.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { seenIndex } from '../indicators/seen/seen-index.ts'
import { readConfig } from '../run/config.ts'
import { detectionOf } from '../run/detection.ts'
import { loadEquipment } from '../run/equipment.ts'
import { readFindings } from '../state/read-findings.ts'
import { openState } from '../state/state.ts'
import { until } from '../testing/until.ts'
import { huntingOf } from './hunting.ts'
import { inUseOf } from './in-use.ts'
import { renewalOf } from './renewal.ts'
import { watch } from './watch.ts'

const rules = `title: Failed
id: failed
name: failed
level: low
logsource: {product: windows, service: security}
detection: {s: {EventID: 4625}, condition: s}
---
title: Many
id: many
level: high
correlation: {type: event_count, rules: [failed], group-by: [User], timespan: 1h, condition: {gte: 3}, generate: true}
`
const start = Date.UTC(2026, 10, 27, 12)
const day = 86_400_000

describe('a clock that was far ahead', () => {
  let folder = ''
  let now = start
  let asked = 0
  const said: string[] = []
  let end: () => Promise<void> = async () => undefined
  /** It goes on whenever it is looked at, several times a round. */
  const clock = () => {
    asked++
    now += 10
    return now
  }
  const sensor = async (): Promise<void> => {
    const settings = {
      state: 'state',
      rules: 'rules.yml',
      logs: 'logs',
      level: 'low',
      lateness: '1s',
      poll: '100ms',
    }
    const config = readConfig(JSON.stringify(settings), join(folder, 'sensor.yaml'))
    const state = await openState(join(folder, 'state'))
    const seen = seenIndex(state.places.folder, { now: clock })
    const assetClasses = () => null
    const equipment = await loadEquipment({
      rules: config.rules,
      placeholders: new Map(),
      state: null,
      health: false,
      indicators: [],
      house: { domains: [], networks: [] },
      context: null,
      assetClasses,
    })
    const outfit = {
      equipment,
      detection: detectionOf(equipment, { level: 'low', assetClasses, lanes: ['live'] }),
    }
    const inUse = inUseOf(outfit)
    const note = (text: string) => said.push(text)
    const mark = async () => 'the same'
    const stop = new AbortController()
    const saved = state.sections?.get('hunted')
    const running = watch({
      config,
      state,
      inUse,
      renewal: renewalOf({
        inUse,
        mark,
        known: 'the same',
        build: async () => outfit,
        note,
        clock,
        everyMs: day,
      }),
      hunting: huntingOf({
        folder: state.places.folder,
        seen,
        mark,
        saved,
        level: 'low',
        keptMs: config.retention.findings,
        note,
        clock,
      }),
      reading: {},
      saw: () => undefined,
      tell: async () => undefined,
      flush: () => seen.flush(),
      page: null,
      note,
      clock,
      stop: stop.signal,
    })
    end = async () => {
      stop.abort()
      await running
      seen.close()
      await state.close()
      end = async () => undefined
    }
  }
  const logon = (computer: string): void => {
    const fields = { Channel: 'Security', EventID: 4625, User: 'eve', Computer: computer }
    const line = { ...fields, '@timestamp': new Date(now).toISOString() }
    appendFileSync(join(folder, 'logs', 'a.ndjson'), `${JSON.stringify(line)}\n`)
  }
  const found = async (): Promise<readonly string[]> => {
    const all: string[] = []
    for await (const { ruleId, asset } of readFindings(join(folder, 'state'), null))
      all.push(`${ruleId} ${asset ?? ''}`.trim())
    return all
  }
  const told = { said: async () => `${await found()} ${said.join(' ')}` }
  const rounds = async (): Promise<void> => {
    const before = asked
    await until('some rounds', () => asked > before + 30, told)
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-clock-'))
    mkdirSync(join(folder, 'logs'))
    writeFileSync(join(folder, 'rules.yml'), rules)
    now = start
  })
  afterEach(async () => {
    await end()
    rmSync(folder, { recursive: true, force: true })
  })

  for (const [when, isRestarted] of [
    ['while the sensor runs', false],
    ['while it is stopped', true],
  ] as const)
    test(`and is set back ${when}: correlations find again, and all findings are still there`, async () => {
      logon('pc-1')
      await sensor()
      await until('the first', async () => (await found()).length === 1, told)
      now = start + 400 * day
      await rounds()
      if (isRestarted) await end()
      now = start + 10_000
      if (isRestarted) await sensor()
      await rounds()
      for (const computer of ['pc-2', 'pc-3', 'pc-4']) logon(computer)
      await until('all findings', async () => (await found()).length === 5, told)
      assert.deepEqual(await found(), ['failed pc-1', 'failed pc-2', 'failed pc-3', 'failed pc-4', 'many'])
    })
})
