// Tests that a scan finds and counts the same with any number of threads, also where files are broken or threads die.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { ChunkWriter, eventTemplate, eventValues, logOf, noValue } from '../../evtx/builders.ts'
import { runLimits } from '../limits.ts'
import { type ScanAsked, type Scanned, scanned } from './builders.ts'
import { usualWorkers } from './scan.ts'

const rules = `title: Failed logon
id: failed
name: failed
level: low
logsource: {product: windows, service: security}
detection: {s: {EventID: 4625}, condition: s}
---
title: Many
id: many
level: high
correlation: {type: event_count, rules: [failed], group-by: [TargetUserName], timespan: 5m, condition: {gte: 3}, generate: true}
---
title: Names of every object
id: names
level: medium
correlation: {type: value_count, rules: [failed], group-by: [constructor], timespan: 1h, condition: {field: __proto__, gte: 2}, generate: true}
---
title: Logon
id: logon
level: low
logsource: {product: windows, service: security}
detection: {s: {EventID: 4624}, condition: s}
---
title: First logon from there
id: first
level: medium
custom: {salus: {first_seen: {rules: [logon], group-by: [TargetUserName, IpAddress], of: [TargetUserName], learning: 1h, forget: 30d}}}
---
title: Silence
id: silence
level: medium
custom: {salus: {absence: {rules: [logon], group-by: [TargetUserName], timespan: 10m, seen: 3}}}
---
title: More than usual
id: more
level: medium
custom: {salus: {baseline: {rules: [logon], group-by: [TargetUserName], timespan: 1h, percentile: 99, factor: 1.5, floor: 3, learning: 5}}}
---
title: Blind
id: blind
logsource: {product: macos}
detection: {s: {a: b}, condition: s}
`

/** Deterministic, and in no order of time from file to file. */
function logLines(seed: number, count: number): string {
  const lines: string[] = []
  for (let at = 0, state = seed; at < count; at++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const minute = (state % 5_000) + Math.floor(at / 10)
    lines.push(
      JSON.stringify({
        Channel: 'Security',
        EventID: state % 3 === 0 ? 4625 : 4624,
        Computer: `pc-${state % 7}`,
        '@timestamp': state % 97 === 0 ? undefined : new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
        TargetUserName: `user${state % 5}`,
        IpAddress: `203.0.113.${state % 11}`,
        constructor: state % 2 === 0 ? 'x' : undefined,
        Text: `text ${'a'.repeat(state % 40)}`,
      }).replace('"Text"', `"__proto__":"${state % 4}","Text"`),
    )
  }
  return `${lines.join('\n')}\n`
}

function eventLog(chunks: number): Buffer {
  return logOf(
    ...Array.from({ length: chunks }, (_, which) => {
      const chunk = new ChunkWriter()
      for (let at = 0; at < 5 + (which % 3); at++)
        chunk.record((to) => {
          to.fragmentHeader()
          to.instance(eventTemplate, eventValues(4624 + (at % 2), noValue))
        })
      return chunk.finish()
    }),
  )
}

describe('a scan with several threads', () => {
  let folder = ''
  const place = (name: string) => join(folder, name)
  const same = async (asked: ScanAsked, counts: readonly number[] = [2]): Promise<Scanned> => {
    const one = await scanned({ ...asked, workers: 1 })
    for (const workers of counts) assert.deepEqual(await scanned({ ...asked, workers }), one, `${workers}`)
    return one
  }
  const idsOf = ({ lines }: Scanned) => new Set(lines.map((line) => JSON.parse(line).ruleId))

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-scan-'))
    for (const name of ['logs', 'deadly', 'broken']) mkdirSync(place(name))
    writeFileSync(place('rules.yml'), rules)
    for (let at = 0; at < 9; at++) writeFileSync(place(`logs/${at}.ndjson`), logLines(at + 1, 150))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('finds and counts the same, with correlations and extensions over all files', async () => {
    const one = await same(
      { paths: [place('logs')], rules: [place('rules.yml')], pieceBytes: 30_000 },
      [2, 3],
    )
    assert.deepEqual([...idsOf(one)].sort(), ['failed', 'first', 'many', 'more', 'names', 'silence'])
    assert.equal(one.counts.events, 9 * 150)
    assert.ok((one.correlation.undated ?? 0) > 0 && (one.correlation.ungrouped ?? 0) > 0)
    assert.deepEqual(one.blind, ['macos/*/* 1'])
  })

  test('leaves out what is below the level, and counts it all the same', async () => {
    const asked = { paths: [place('logs')], rules: [place('rules.yml')], pieceBytes: 30_000 }
    assert.deepEqual([...idsOf(await same({ ...asked, level: 'high' }, [2]))], ['many'])
  })

  test('tells an indicator once for an asset and an hour, whichever thread meets it first', async () => {
    writeFileSync(place('list.txt'), '203.0.113.7\n203.0.113.9\n')
    const asked = { paths: [place('logs')], indicators: [place('list.txt')], pieceBytes: 30_000 }
    const { lines } = await same(asked)
    assert.ok(lines.length > 20)
    const keys = lines.map((line) => {
      const { ruleId, asset, time } = JSON.parse(line)
      return `${ruleId} ${asset} ${String(time).slice(0, 13)}`
    })
    assert.equal(new Set(keys).size, keys.length)
  })

  test('counts what was met and is not told, and what was too long to be looked up whole', async () => {
    writeFileSync(place('few.txt'), '8.8.8.8\nevil.example\n')
    const events = [
      { EventID: 1, DestinationIp: '8.8.8.8' },
      { EventID: 1, Message: `${'x'.repeat(40_000)} evil.example` },
    ]
    const lines = Array.from({ length: 200 }, (_, at) =>
      JSON.stringify({ Channel: 'Security', ...events[at % 2] }),
    )
    writeFileSync(place('padded.ndjson'), `${lines.join('\n')}\n`)
    const asked = { paths: [place('padded.ndjson')], indicators: [place('few.txt')], pieceBytes: 30_000 }
    const { lines: told, counts } = await same(asked)
    assert.deepEqual(told, [])
    assert.deepEqual(counts.untold, { cut: 100, expired: 0, ofTheHouse: 0, onWarningList: 100 })
  })

  test('reads a large event log in parts as if it were read whole, with what is broken in it', async () => {
    const log = eventLog(12)
    const at = (chunk: number, byte: number) => 4_096 + chunk * 65_536 + byte
    // The sum of the header, a chunk that is none, zeros, the sum of a chunk, a record, and the end.
    log.fill(7, 124, 128)
    log.fill(1, at(2, 0), at(2, 8))
    log.fill(0, at(4, 0), at(5, 0))
    log.fill(3, at(6, 124), at(6, 128))
    log.fill(9, at(7, 512), at(7, 520))
    writeFileSync(place('large.evtx'), log.subarray(0, log.length - 60_000))
    const asked = { paths: [place('large.evtx')], rules: [place('rules.yml')] }
    const whole = await scanned({ ...asked, pieceBytes: log.length })
    for (const chunks of [1, 2, 5])
      assert.deepEqual(await scanned({ ...asked, pieceBytes: chunks * 65_536 }), whole, `${chunks}`)
    assert.deepEqual(await scanned({ ...asked, pieceBytes: 65_536, workers: 2 }), whole)
    assert.equal(whole.counts.files, 1)
    assert.ok(whole.counts.broken >= 2 && whole.counts.notices >= 3)
    assert.match(whole.notes.join('\n'), /record \d+: chunk 12: the chunk ends after/)
    assert.ok(whole.lines.some((line) => JSON.parse(line).record > 40))
  })

  test('says the same of what cannot be read, is no log, or is left out', async () => {
    for (const [name, text] of [
      ['a.ndjson', `${'{"broken":\n'.repeat(30)}${logLines(3, 5)}`],
      ['b.bin', 'no log of anything'],
      ['c.ndjson', logLines(4, 50)],
      ['d.evtx', 'ElfFile\0 and nothing'],
      ['e.ndjson', ''],
      ['f.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])],
    ] as const)
      writeFileSync(join(place('broken'), name), text)
    symlinkSync('/dev/zero', join(place('broken'), 'g'))
    const asked = { paths: [place('nowhere'), place('broken'), '/dev/null'], rules: [place('rules.yml')] }
    const one = await same({ ...asked, pieceBytes: 2_000 })
    const { files, failedFiles, leftOut, unknownFiles, broken } = one.counts
    assert.deepEqual([files, failedFiles, leftOut, broken], [6, 2, 1, 31])
    assert.ok(unknownFiles >= 1)
  })

  test('takes the same rule out of service at the same event, and says so', async () => {
    const costly =
      'title: Costly\nid: costly\nlogsource: {product: windows}\ndetection: {s: {Text|re: "(a|aa)+b|text a*$"}, condition: s}\n'
    writeFileSync(place('costly.yml'), costly)
    const asked = {
      paths: [place('logs')],
      rules: [place('costly.yml')],
      pieceBytes: 30_000,
      costs: { startSteps: 5_000, stepsPerEvent: 10 },
    }
    const one = await same(asked)
    assert.match(one.faults.join('\n'), /Costly: it costs more than a rule may/)
    assert.ok(one.lines.length > 100 && one.lines.length < 9 * 150, `${one.lines.length}`)
  })

  describe('of which one dies', () => {
    const threads = { entry: new URL('./dying-worker.ts', import.meta.url), heapMegabytes: 128 }
    const asked = (paths: readonly string[]): ScanAsked => ({
      paths,
      rules: [place('rules.yml')],
      level: 'low',
      threads,
      workers: 2,
    })
    for (const [name, because] of [
      ['exit', /ended with code 7/],
      ['throw', /ended: it fell over/],
      ['memory', /the thread that read it had not enough memory/],
    ] as const)
      test(`(${name}) names the file and goes on with all others`, async () => {
        const deadly = place(`deadly/${name}`)
        mkdirSync(deadly)
        for (const file of ['a', 'b', `${name}-c`, 'd', 'e'])
          writeFileSync(join(deadly, `${file}.ndjson`), logLines(file.length + file.charCodeAt(0), 100))
        const found = await scanned({ ...asked([deadly, place('logs')]), pieceBytes: 60_000 })
        const others = ['a', 'b', 'd', 'e'].map((file) => join(deadly, `${file}.ndjson`))
        const { lines, counts } = await scanned({ ...asked([...others, place('logs')]), workers: 1 })
        assert.deepEqual(found.lines, lines)
        assert.equal(found.counts.events, counts.events)
        assert.equal(found.counts.failedFiles, 1)
        assert.equal(found.notes.length, 1)
        assert.match(found.notes[0] ?? '', new RegExp(`${name}-c\\.ndjson was not read to its end, because`))
        assert.match(found.notes[0] ?? '', because)
      })

    test('in a part of an event log reads the other parts, and says how their records are counted', async () => {
      const path = place('deadly/once.evtx')
      writeFileSync(path, eventLog(6))
      const own = { ...asked([path]), pieceBytes: 3 * 65_536 }
      const { counts, notes, lines } = await scanned(own)
      const whole = await scanned({ ...own, workers: 1 })
      assert.deepEqual([counts.files, counts.failedFiles], [1, 1])
      assert.equal(counts.events * 2, whole.counts.events)
      assert.equal(lines.length * 2, whole.lines.length)
      assert.match(notes.join('\n'), /Records behind it are counted without those that were lost\.$/)
    })

    test('again and again gives up what is left of its pieces, and says so of each file', async () => {
      const deadly = place('deadly/all')
      mkdirSync(deadly)
      const count = runLimits.maxLostWorkers + 4
      for (let at = 10; at < 10 + count; at++)
        writeFileSync(join(deadly, `${at}-exit.ndjson`), logLines(at, 5))
      const found = await scanned(asked([deadly]))
      assert.equal(found.counts.failedFiles, count)
      assert.equal(
        found.notes.filter((note) => /was not read to its end, because/.test(note)).length,
        runLimits.maxLostWorkers + 1,
      )
      assert.equal(found.notes.filter((note) => /was not read: 5 threads were lost/.test(note)).length, 3)
    })
  })

  test('ends when it is stopped, with what it found until then', async () => {
    const stop = new AbortController()
    const found = scanned({ paths: [place('logs')], rules: [place('rules.yml')], workers: 2 }, stop.signal)
    stop.abort()
    const { counts, lines } = await found
    assert.ok(counts.events < 9 * 150)
    assert.ok(!lines.some((line) => line.includes('"ruleId":"silence"')))
  })
})

describe('the usual number of threads', () => {
  const pieces = (count: number, bytes: number) => Array.from({ length: count }, () => ({ bytes }))
  const { bytesOfWorker, maxUsualWorkers } = runLimits
  for (const [what, given, processors, expected] of [
    ['nothing to read', [], 8, 1],
    ['a small file', pieces(1, 1_000), 8, 1],
    ['one large file that is read whole', pieces(1, 100 * bytesOfWorker), 8, 1],
    ['two large files', pieces(2, 100 * bytesOfWorker), 8, 2],
    ['much, on two processors', pieces(100, bytesOfWorker), 2, 1],
    ['much, on four processors', pieces(100, bytesOfWorker), 4, 3],
    ['much, on many processors', pieces(100, bytesOfWorker), 64, maxUsualWorkers],
    ['just not enough for three', pieces(16, (3 * bytesOfWorker - 16) / 16), 8, 2],
  ] as const)
    test(`is ${expected} for ${what}`, () => assert.equal(usualWorkers(given, processors), expected))
})
