// Tests of opening indicators of several files, and of looking up in several sets.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { event } from '../engine/builders.ts'
import { indicatorOf } from '../indicators/builders.ts'
import { indicatorMatcherOver } from '../indicators/matcher.ts'
import { writeIndicatorSet } from '../indicators/set/write.ts'
import { loadIndicators, openGiven } from './load-indicators.ts'

test('lists and written sets work side by side, and what is left out is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'indicators-'))
  try {
    const path = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    const files = [
      path('own.txt', 'evil.example\ncom\n'),
      path('more.csv', 'value,tlp\nbad.example,green\nsecret.example,red\n'),
      path('pack.set', writeIndicatorSet([indicatorOf('evil.example'), indicatorOf('192.0.2.7')])),
    ]
    const { sets: given, notes } = await loadIndicators(files)
    const sets = given.map((one) => openGiven(one).set)
    assert.deepEqual(
      sets.map(({ size }) => size),
      [2, 2],
    )
    assert.match(notes[0] ?? '', /own\.txt: 1 entries are no indicators, such as: it is one word/)
    assert.match(notes[1] ?? '', /more\.csv: 1 indicators are TLP:RED/)
    const pack = { id: 'pack', sequence: 3 }
    const matcher = indicatorMatcherOver(
      sets.map((set, at) => ({ set, pack: at === 0 ? null : pack })),
      { now: () => 0 },
    )
    const see = (fields: Record<string, string>) => matcher.see(event(fields)).map((finding) => finding.pack)
    assert.deepEqual(see({ QueryName: 'evil.example' }), [null], 'the first set that knows it counts')
    assert.deepEqual(see({ DestinationIp: '192.0.2.7' }), [pack])
    assert.deepEqual(see({ QueryName: 'secret.example' }), [])
    for (const set of sets) set.close()
    await assert.rejects(loadIndicators([join(folder, 'absent')]), /ENOENT/)
    assert.deepEqual((await loadIndicators([])).sets, [])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
