// Tests that a thread of a scan stops reading while nobody takes what it found.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { MessageChannel } from 'node:worker_threads'
import { standardPipelines } from '../../sigma/pipelines/pipeline.ts'
import { readRules } from '../../sigma/read.ts'
import type { DetectionRule } from '../../sigma/rule.ts'
import { serve } from './serve.ts'
import type { FromWorker, ToWorker, WorkerData } from './worker-data.ts'

test('a thread waits with what it found until it is taken, and then reads on to the end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sensor-serve-'))
  const { port1: ours, port2: theirs } = new MessageChannel()
  try {
    const path = join(folder, 'a.ndjson')
    const [lines, maxUntakenUnits] = [10_000, 2_000_000]
    writeFileSync(path, `{"Channel":"Security","EventID":4625,"Text":"${'x'.repeat(300)}"}\n`.repeat(lines))
    const rule =
      'title: Any\nid: any\nlogsource: {product: windows}\ndetection: {s: {Text|contains: xx}, condition: s}\n'
    const data: WorkerData = {
      rules: readRules(rule, 'a.yml').rules.filter((one): one is DetectionRule => one.kind === 'detection'),
      pipelines: standardPipelines,
      level: 'low',
      silent: new Set(),
      wanted: new Map(),
      assetClasses: [],
      indicators: [],
      house: { domains: [], networks: [] },
      context: null,
      reading: { now: 0 },
      stepsPerEvent: 5_000,
    }
    await serve(theirs, data, { maxUntakenUnits })
    const send = (message: ToWorker) => ours.postMessage(message)
    let [events, untaken, most, isDone] = [0, 0, 0, false]
    ours.on('message', (message: FromWorker) => {
      if (message.kind === 'done') isDone = true
      if (message.kind !== 'batch') return
      events += message.batch.events
      untaken += message.units
      most = Math.max(most, untaken)
    })
    send({ kind: 'piece', piece: { parts: [{ kind: 'file', path, bytes: 0 }], bytes: 0 } })
    while (untaken <= maxUntakenUnits) await once(ours, 'message')
    // Nothing more comes, however long one waits.
    for (let turn = 0; turn < 1_000; turn++) await setImmediate()
    assert.ok(events < lines && !isDone, `${events}`)
    assert.ok(most < maxUntakenUnits * 1.1, `${most}`)
    while (!isDone) {
      send({ kind: 'taken', units: untaken })
      untaken = 0
      await once(ours, 'message')
    }
    assert.equal(events, lines)
  } finally {
    ours.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
