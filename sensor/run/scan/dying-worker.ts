// For a test: a thread of a scan that dies with certain files, by their names.
// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { serve } from './serve.ts'
import type { WorkerData } from './worker-data.ts'

if (parentPort === null) throw new Error('This file is started as a thread of a scan.')
/** Of all threads, whichever comes first. */
function isFirst(path: string): boolean {
  try {
    writeFileSync(`${path}.died`, '', { flag: 'wx' })
    return true
  } catch {
    return false
  }
}
const onPart = (path: string) => {
  if (/exit[^/]*$/.test(path)) process.exit(7)
  if (/once[^/]*$/.test(path) && isFirst(path)) process.exit(7)
  if (/throw[^/]*$/.test(path)) throw new Error('it fell over')
  if (/memory[^/]*$/.test(path)) {
    const kept: number[][] = []
    for (;;) kept.push(new Array(1_000_000).fill(kept.length + 0.5))
  }
}
// The test gave it, as a scan does.
await serve(parentPort, workerData as WorkerData, { onPart })
