// Tests that the timeline has words for everything that is written into the journal of a case.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const capability = join(import.meta.dirname, '../..')
/** Told by the note that goes with them. */
const withNote = ['note-added', 'first-contact', 'first-step']
/** Stands in the centre's own journal: there is no case. */
const withoutCase = ['unplaced']

test('every action of a case that the code records has words, in each language', () => {
  const actions = new Set(
    globSync('{actions,store}/**/*.ts', { cwd: capability })
      .filter((file) => !/test|builders/.test(file))
      .flatMap((file) => {
        const text = readFileSync(join(capability, file), 'utf8')
        return [
          ...text.matchAll(/noteInJournal\(\s*room,\s*'([a-z-]+)'/g),
          ...text.matchAll(/action: 'incident\.([a-z-]+)'/g),
        ].map(([, action = '']) => action)
      }),
  )
  assert.ok(actions.size > 20, 'the calls were found')
  for (const language of ['en', 'de', 'fr', 'it']) {
    const words = JSON.parse(
      readFileSync(join(capability, `../../translations/${language}/room.json`), 'utf8'),
    ) as Record<string, string>
    const missing = [...actions].filter(
      (action) =>
        ![...withNote, ...withoutCase].includes(action) && words[`room.journal.${action}`] === undefined,
    )
    assert.deepEqual(missing, [], language)
  }
})
