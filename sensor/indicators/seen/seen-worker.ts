// For a test: remembers names one after the other and says which are on the disk, until it is killed.
// SPDX-License-Identifier: EUPL-1.2
import { writeSync } from 'node:fs'
import { seenIndex } from './seen-index.ts'

const [folder = '', now = '0'] = process.argv.slice(2)
const seen = seenIndex(folder, { now: () => Number(now), maxEntries: 1_000_000 })
for (let at = 0; ; at++) {
  seen.remember('name', `host${at}.example`, Number(now))
  if (at % 50 !== 49) continue
  seen.flush()
  writeSync(1, `${at + 1}\n`)
}
