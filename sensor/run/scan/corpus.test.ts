// Scans public sample logs with public rules: byte for byte the same findings with one, two and three threads.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { healthRuleFolder } from '../../health/rules.ts'
import { sampleLogs, sampleLogsAbsent } from '../../testing/sample-logs.ts'
import { scanned } from './builders.ts'

const ruleArchive = 'sigma-rules/sigma-rules.tar.gz'
const logArchives = ['evtx-samples/evtx-to-mitre.tar.gz', 'evtx-samples/sigma-regression.tar.gz']
const skip = [ruleArchive, ...logArchives].map(sampleLogsAbsent).find((absent) => absent !== false) ?? false
/** All rules over all logs take minutes. */
const isWhole = process.env.SALUS_ALL_JOURNEYS === '1'

const chained = `title: Several rules on one machine
id: several
level: high
correlation: {type: value_count, rules: [any_process], group-by: [Computer], timespan: 1h, condition: {field: Image, gte: 5}, generate: true}
---
title: Any process
id: any_process
name: any_process
level: informational
logsource: {product: windows, category: process_creation}
detection: {s: {Image|contains: '\\'}, condition: s}
---
title: First program of a machine
id: first_program
level: low
custom: {salus: {first_seen: {rules: [any_process], group-by: [Computer, Image], of: [Computer], learning: 1m, forget: 30d}}}
`

describe('public logs in several threads', { skip }, () => {
  let folder = ''
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-threads-'))
    for (const name of ['rules', 'logs']) mkdirSync(join(folder, name))
    let count = 0
    for await (const { path, bytes } of sampleLogs(ruleArchive)) {
      if (!path.endsWith('.yml') || !path.startsWith('rules')) continue
      if (isWhole || count % 20 === 0) writeFileSync(join(folder, 'rules', `${count}.yml`), bytes)
      count++
    }
    writeFileSync(join(folder, 'rules', 'chained.yml'), chained)
    count = 0
    for (const archive of isWhole ? logArchives : logArchives.slice(0, 1))
      for await (const { path, bytes } of sampleLogs(archive)) {
        if (!path.endsWith('.evtx')) continue
        if (!isWhole && count >= 40) break
        writeFileSync(join(folder, 'logs', `${String(count++).padStart(4, '0')}.evtx`), bytes)
      }
    writeFileSync(join(folder, 'logs', '0001b.evtx'), 'ElfFile\0 that is cut off')
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('give the same lines, counts and faults', async (t) => {
    const rules = [join(folder, 'rules'), healthRuleFolder]
    const asked = { paths: [join(folder, 'logs')], rules, pieceBytes: 2 * 1024 * 1024 }
    const one = await scanned({ ...asked, workers: 1 })
    t.diagnostic(`${one.counts.events} events of ${one.counts.files} files, ${one.lines.length} findings`)
    assert.ok(one.lines.length > 100)
    assert.ok(one.lines.some((line) => line.includes('"ruleId":"several"')))
    for (const workers of [2, 3]) {
      const several = await scanned({ ...asked, workers })
      assert.equal(several.lines.join('\n') === one.lines.join('\n'), true, `${workers} threads`)
      assert.deepEqual({ ...several, lines: [] }, { ...one, lines: [] })
    }
  })
})
