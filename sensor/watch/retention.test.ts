// Tests of how long findings are kept: by days, and not all at once because the clock of the machine is wrong.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { StorageTrouble } from '../state/durable.ts'
import { daysIn } from '../state/journal.ts'
import { openState, type State } from '../state/state.ts'
import { type Retention, retentionOf } from './retention.ts'

const hour = 3_600_000
const day = 24 * hour
const start = Date.UTC(2026, 10, 27, 12)

describe('how long findings are kept', () => {
  let folder = ''
  let state: State
  let now = start
  let notes: string[] = []
  const open = (saved: unknown, of: Pick<State, 'forgetBefore'> = state): Retention =>
    retentionOf({
      state: of,
      keptMs: 10 * day,
      saved: JSON.parse(JSON.stringify(saved)),
      note: (text) => notes.push(text),
      clock: () => now,
    })
  const kept = () => daysIn(state.places.findings)
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-retention-'))
    state = await openState(folder)
    notes = []
    for (let age = 12; age >= 0; age -= 3) {
      now = start - age * day
      const toldAt = new Date(now).toISOString()
      await state.append([{ id: `${age}`, toldAt, count: 2, lastTime: null }], now)
    }
  })
  afterEach(async () => {
    await state.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('what is older than they are kept goes, and that is told', async () => {
    await open(null).removeIfDue()
    assert.deepEqual(await kept(), ['2026-11-18', '2026-11-21', '2026-11-24', '2026-11-27'])
    assert.match(notes.join(), /^Findings of 1 day are older/)
  })

  test('a clock that is years ahead takes one day an hour, also over a restart, and none when it is right', async () => {
    const before = open(null)
    await before.removeIfDue()
    now = start + 3 * 365 * day
    await before.removeIfDue()
    await before.removeIfDue()
    const restarted = open(before.save())
    await restarted.removeIfDue()
    assert.equal((await kept()).length, 3, 'the oldest of four was older than ten days by then')
    now = start + hour
    await restarted.removeIfDue()
    assert.equal(restarted.save(), now)
    assert.equal((await kept()).length, 3)
  })

  test('a clock that goes ahead before the first look takes a day as well', async () => {
    const first = open(null)
    now = start + 3 * 365 * day
    await first.removeIfDue()
    assert.equal((await kept()).length, 4)
  })

  test('after months without a sensor it catches up step by step', async () => {
    const retention = open(start)
    for (now = start + 90 * day; (await kept()).length > 0; now += hour) {
      assert.ok(now < start + 91 * day)
      await retention.removeIfDue()
    }
  })

  test('where they cannot be removed it is told, and tried again', async () => {
    let tries = 0
    const forgetBefore = async () => {
      if (tries++ === 0) throw new StorageTrouble('the disk is mounted read-only.')
      return 0
    }
    const retention = open(null, { forgetBefore })
    await retention.removeIfDue()
    assert.match(notes.join(), /are still there: the disk is mounted read-only\.$/)
    now += hour
    await retention.removeIfDue()
    assert.deepEqual([tries, notes.length], [2, 1])
  })
})
