// Reads event logs with @ts-evtx/core and says how many records it read in which time.
// SPDX-License-Identifier: EUPL-1.2
// Plain JavaScript, because its package is there only when the benchmark runs, and types would ask for it always.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { evtx } from '@ts-evtx/core'

const [, , folder, rounds] = process.argv
const files = readdirSync(folder).map((name) => join(folder, name))
let failed = 0
async function readAll() {
  let records = 0
  failed = 0
  for (const file of files)
    try {
      await evtx(file).forEach((event) => {
        if (event) records += 1
      })
    } catch {
      failed += 1
    }
  return records
}
let records = await readAll()
const before = process.cpuUsage()
records = 0
for (let round = 0; round < Number(rounds); round++) records += await readAll()
const { user, system } = process.cpuUsage(before)
process.stdout.write(JSON.stringify({ records, failed, seconds: (user + system) / 1e6 }))
