// The gate of match quality: missed matches and false alarms may not rise above what was reached.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { labelledSet, measure } from './labelled.ts'

interface Baseline {
  readonly missed: number
  readonly falseAlarms: number
  readonly asked: number
}

const path = labelledSet()
const skip = path === null ? 'the labelled pairs are not on this machine; set SALUS_TEST_DATA' : false

test('missed matches and false alarms of the labelled pairs do not rise', { skip }, async () => {
  const text = readFileSync(join(import.meta.dirname, 'baseline.json'), 'utf8')
  // Our own file, beside this one.
  const baseline = JSON.parse(text) as Baseline
  const { certainYes, certainNo, wrong, withoutKey } = await measure(path ?? '')
  const ids = `wrong: ${wrong.map(({ id }) => id).join(', ')}`
  assert.ok(certainYes.missed <= baseline.missed, `${certainYes.missed} missed matches, ${ids}`)
  assert.ok(certainNo.falseAlarms <= baseline.falseAlarms, `${certainNo.falseAlarms} false alarms, ${ids}`)
  assert.ok(certainYes.cannotTell + certainNo.cannotTell <= baseline.asked, `too many questions, ${ids}`)
  assert.deepEqual(withoutKey, [], 'the judge links them, but the database would not find them')
})
