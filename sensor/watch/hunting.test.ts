// Tests of looking for new indicators in what was seen: told once, not what was told already, not again after a restart.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import type { Finding } from '../engine/finding.ts'
import { indicatorOf } from '../indicators/builders.ts'
import { type SeenIndex, seenIndex } from '../indicators/seen/seen-index.ts'
import { openIndicatorSet } from '../indicators/set/open.ts'
import { writeIndicatorSet } from '../indicators/set/write.ts'
import { openState } from '../state/state.ts'
import { type Hunting, huntingOf } from './hunting.ts'
import { huntingLimits } from './limits.ts'

const day = 86_400_000
const now = Date.UTC(2026, 10, 27, 12)
const sets = (...values: readonly string[]) => [
  { set: openIndicatorSet(writeIndicatorSet(values.map((value) => indicatorOf(value)))), pack: null },
]

describe('the hunt for new indicators', () => {
  let folder = ''
  let seen: SeenIndex
  let hunting: Hunting
  let notes: string[] = []
  let mark = 'first'
  const open = (saved: unknown = null, keptMs = 365 * day): void => {
    hunting = huntingOf({
      folder,
      seen,
      mark: async () => mark,
      saved,
      level: 'low',
      keptMs,
      note: (text) => notes.push(text),
      clock: () => now,
    })
  }
  const hunt = async (given: ReturnType<typeof sets>): Promise<readonly Finding[]> => {
    hunting.begin(given)
    await hunting.underWay
    return hunting.take()
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-hunting-'))
    seen = seenIndex(folder, { now: () => now })
    notes = []
    mark = 'first'
    seen.remember('name', 'www.evil.example', now - 30 * day)
    seen.remember('address', '192.0.2.7', now - day)
    open()
  })
  afterEach(async () => {
    await hunting.stop()
    seen.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('what was met before it came on a list is told, with its days, once', async () => {
    const given = sets('evil.example', '192.0.2.7', 'other.example')
    const found = await hunt(given)
    assert.deepEqual(found.map(({ time, origin }) => [time, origin]).sort(), [
      ['2026-10-28T00:00:00.000Z', 'indicator'],
      ['2026-11-26T00:00:00.000Z', 'indicator'],
    ])
    assert.match(
      found.map(({ reason }) => reason).join(),
      /evil\.example was met here on 2026-10-28, before it came/,
    )
    assert.deepEqual(notes, ['2 new indicators were met in the last 90 days, before they came here.'])
    assert.deepEqual(await hunt(given), [], 'the same lists are not hunted twice')
    open(hunting.save())
    assert.deepEqual(await hunt(given), [], 'nor after a restart')
    mark = 'second'
    assert.equal(
      (await hunt(given)).length,
      2,
      'until they change; what was told is known by the findings kept',
    )
  })

  test('an indicator that was told already is no news', async () => {
    const [told] = await hunt(sets('evil.example'))
    assert.ok(told)
    const state = await openState(folder)
    await state.append([{ id: 'one', toldAt: new Date(now).toISOString(), finding: told }], now)
    await state.close()
    mark = 'second'
    assert.deepEqual(
      (await hunt(sets('evil.example', '192.0.2.7'))).map(({ time }) => time),
      ['2026-11-26T00:00:00.000Z'],
    )
  })

  test('no further back than findings are kept: nobody knows what was told before', async () => {
    open(null, 7 * day)
    assert.deepEqual(
      (await hunt(sets('evil.example', '192.0.2.7'))).map(({ time }) => time),
      ['2026-11-26T00:00:00.000Z'],
    )
  })

  test('newer lists end the hunt in the older ones, and what was found and not taken is looked for again', async () => {
    const many = Array.from({ length: huntingLimits.sliceEntries * 3 }, (_, at) => `n${at}.example`)
    hunting.begin(sets(...many, 'evil.example'))
    mark = 'second'
    hunting.begin(sets('192.0.2.7'))
    await hunting.underWay
    assert.equal(hunting.save(), null)
    assert.deepEqual(
      hunting.take().map(({ time }) => time),
      ['2026-11-26T00:00:00.000Z'],
    )
    assert.equal(hunting.save(), 'second')
  })

  test('a list of what everybody uses ends at a bound, and says so', async () => {
    const names = Array.from({ length: huntingLimits.maxFindings + 5 }, (_, at) => `used${at}.example`)
    for (const name of names) seen.remember('name', name, now - day)
    const found = await hunt(sets(...names))
    assert.equal(found.length, huntingLimits.maxFindings)
    assert.match(notes.join(), /More than 1000 new indicators were met/)
  })
})
