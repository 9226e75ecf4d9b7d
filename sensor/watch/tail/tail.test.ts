// Tests of following logs in files: growth, every kind of rotation, and going on after a restart.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { isBroken } from '../../event/event.ts'
import type { Feed } from '../feed.ts'
import type { SavedLogs } from './logs.ts'
import { tailFeed } from './tail.ts'

describe('following logs in files', () => {
  let folder = ''
  let now = 0
  let notes: string[] = []
  let feed: Feed
  const at = (name: string) => join(folder, name)
  const open = (saved: unknown = null, given: { paths?: readonly string[]; fromEnd?: boolean } = {}): Feed =>
    tailFeed({
      paths: given.paths ?? [folder],
      without: [],
      context: () => ({ now }),
      fromEnd: given.fromEnd ?? false,
      pollMs: 1_000,
      // As a checkpoint would give it back.
      saved: JSON.parse(JSON.stringify(saved)) as SavedLogs | null,
      note: (text) => notes.push(text),
    })
  const lines = (from: number, to: number) =>
    Array.from(
      { length: to - from },
      (_, index) => `${JSON.stringify({ number: from + index, pad: 'x'.repeat(40) })}\n`,
    ).join('')
  /** Rounds until nothing is left, with the clock going on. */
  const read = async (
    rounds = 8,
  ): Promise<{
    numbers: number[]
    broken: string[]
    events: { record: number; source: string }[]
  }> => {
    const numbers: number[] = []
    const broken: string[] = []
    const events: { record: number; source: string }[] = []
    for (let round = 0; round < rounds; round++) {
      now += 1_500
      for await (const batch of feed.batches(now)) {
        for await (const item of batch.items)
          if (isBroken(item)) broken.push(item.fault)
          else {
            numbers.push(Number(item.fields.number))
            events.push({ record: item.record, source: item.source })
          }
        await batch.commit()
      }
    }
    return { numbers, broken, events }
  }
  const restart = async (): Promise<void> => {
    const saved = feed.save()
    await feed.close()
    feed = open(saved)
  }
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-tail-'))
    now = Date.now()
    notes = []
    feed = open()
  })
  afterEach(async () => {
    await feed.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a log that grows is read on, and half a line waits for its end', async () => {
    writeFileSync(at('a.log'), lines(0, 3))
    assert.deepEqual((await read()).numbers, [0, 1, 2])
    const [third = '', fourth = ''] = lines(3, 5).split('\n')
    appendFileSync(at('a.log'), `${third}\n${fourth.slice(0, 9)}`)
    const grown = await read()
    assert.deepEqual(grown.numbers, [3])
    assert.deepEqual(grown.events, [{ record: 4, source: at('a.log') }])
    appendFileSync(at('a.log'), `${fourth.slice(9)}\n`)
    assert.deepEqual((await read()).numbers, [4])
    assert.deepEqual((await read()).numbers, [])
  })

  for (const whenRestarted of [false, true])
    describe(whenRestarted ? 'while the sensor is down' : 'while it runs', () => {
      const between = async (change: () => void): Promise<void> => {
        if (!whenRestarted) return change()
        const saved = feed.save()
        await feed.close()
        change()
        feed = open(saved)
      }

      test('renamed: the rest of the old log and the new one are read, once', async () => {
        writeFileSync(at('a.log'), lines(0, 3))
        await read()
        await between(() => {
          appendFileSync(at('a.log'), lines(3, 5))
          renameSync(at('a.log'), at('a.log.1'))
          writeFileSync(at('a.log'), lines(5, 7))
        })
        assert.deepEqual((await read()).numbers.sort(), [3, 4, 5, 6])
      })

      test('renamed out of what is followed, where only the log itself is named', async () => {
        feed = open(null, { paths: [at('a.log')] })
        writeFileSync(at('a.log'), lines(0, 3))
        assert.equal((await read()).numbers.length, 3)
        const rotate = () => {
          appendFileSync(at('a.log'), lines(3, 5))
          renameSync(at('a.log'), at('a.log.1'))
          writeFileSync(at('a.log'), lines(5, 7))
        }
        if (whenRestarted) {
          const saved = feed.save()
          await feed.close()
          rotate()
          feed = open(saved, { paths: [at('a.log')] })
        } else rotate()
        assert.deepEqual((await read()).numbers.sort(), [3, 4, 5, 6])
        assert.deepEqual((await read()).numbers, [])
      })

      test('copied and truncated: what the copy has more is read of the copy, once', async () => {
        writeFileSync(at('a.log'), lines(0, 40))
        await read()
        await between(() => {
          appendFileSync(at('a.log'), lines(40, 42))
          copyFileSync(at('a.log'), at('a.log.1'))
          truncateSync(at('a.log'), 0)
          appendFileSync(at('a.log'), lines(42, 44))
        })
        assert.deepEqual((await read()).numbers.sort(), [40, 41, 42, 43])
        assert.deepEqual((await read()).numbers, [])
      })

      test('copied, truncated and already longer than before', async () => {
        writeFileSync(at('a.log'), lines(0, 3))
        await read()
        await between(() => {
          copyFileSync(at('a.log'), at('a.log.1'))
          writeFileSync(at('a.log'), lines(100, 110))
        })
        assert.deepEqual((await read()).numbers, range(100, 110))
      })

      test('packed: the rest is read out of the packed file, once', async () => {
        writeFileSync(at('a.log'), lines(0, 200))
        await read()
        await between(() => {
          const whole = readFileSync(at('a.log'), 'utf8') + lines(200, 203)
          rmSync(at('a.log'))
          writeFileSync(at('a.log.1.gz'), gzipSync(whole))
          writeFileSync(at('a.log'), lines(203, 205))
        })
        assert.deepEqual((await read()).numbers.sort(), range(200, 205))
        assert.deepEqual((await read()).numbers, [])
      })

      test('replaced by another file of the same name', async () => {
        writeFileSync(at('a.log'), lines(0, 3))
        await read()
        await between(() => {
          writeFileSync(at('b.tmp'), lines(50, 53))
          renameSync(at('b.tmp'), at('a.log'))
        })
        assert.deepEqual((await read()).numbers, [50, 51, 52])
      })
    })

  test('a copy of a log beside it is not read a second time', async () => {
    writeFileSync(at('a.log'), lines(0, 30))
    await read()
    copyFileSync(at('a.log'), at('backup.log'))
    assert.deepEqual((await read()).numbers, [])
    appendFileSync(at('a.log'), lines(30, 32))
    assert.deepEqual((await read()).numbers, [30, 31])
  })

  test('new files in folders below, names with a star, and logs that are there no more', async () => {
    feed = open(null, { paths: [at('*.log')] })
    writeFileSync(at('one.log'), lines(0, 2))
    writeFileSync(at('two.txt'), lines(10, 12))
    assert.deepEqual((await read()).numbers, [0, 1])
    writeFileSync(at('three.log'), lines(20, 22))
    rmSync(at('one.log'))
    assert.deepEqual((await read()).numbers, [20, 21])
  })

  test('a log of Zeek is understood from its middle after a restart', async () => {
    const head =
      '#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\tconn\n#fields\tts\tuid\tnumber\n#types\ttime\tstring\tcount\n'
    const row = (number: number) => `1700000000.5\tC${number}\t${number}\n`
    writeFileSync(at('conn.log'), `${head}${row(1)}${row(2)}`)
    assert.deepEqual((await read()).numbers, [1, 2])
    await restart()
    appendFileSync(at('conn.log'), row(3))
    const { numbers, events } = await read()
    assert.deepEqual(numbers, [3])
    assert.deepEqual(events[0]?.record, 10)
  })

  test('a document that is no list of lines is read when it is complete, and only what is new when it grows', async () => {
    const document = (count: number) =>
      JSON.stringify({ Records: range(0, count).map((number) => ({ number })) }, null, 1)
    writeFileSync(at('trail.json'), document(3))
    const old = new Date(now - 60_000)
    utimesSync(at('trail.json'), old, old)
    assert.deepEqual((await read()).numbers, [0, 1, 2])
    writeFileSync(at('trail.json'), document(5))
    assert.deepEqual((await read()).numbers, [3, 4])
  })

  test('a line that is too long costs only itself, and is told once', async () => {
    writeFileSync(at('a.log'), lines(0, 2))
    await read()
    appendFileSync(at('a.log'), `${'y'.repeat(3_000_000)}\n${lines(2, 4)}`)
    const { numbers, broken } = await read(10)
    assert.deepEqual(numbers, [2, 3])
    assert.deepEqual(broken, ['line 3: it is longer than 1048576 bytes'])
  })

  test('from the end: only what comes later', async () => {
    writeFileSync(at('a.log'), lines(0, 50))
    feed = open(null, { fromEnd: true })
    assert.deepEqual((await read()).numbers, [])
    appendFileSync(at('a.log'), lines(50, 52))
    writeFileSync(at('later.log'), lines(90, 92))
    assert.deepEqual((await read()).numbers.sort(), [50, 51, 90, 91])
  })

  test('a clock that is set back does not keep new files waiting', async () => {
    writeFileSync(at('a.log'), lines(0, 2))
    assert.deepEqual((await read()).numbers, [0, 1])
    now -= 3_600_000
    const trail = { Records: [{ number: 2 }] }
    writeFileSync(at('b.log'), lines(3, 5))
    writeFileSync(at('trail.json'), JSON.stringify(trail, null, 1))
    assert.deepEqual((await read()).numbers.sort(), [2, 3, 4])
  })

  test('what no parser knows is told once', async () => {
    writeFileSync(at('picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 1, 2]))
    await read()
    await read()
    assert.equal(notes.filter((text) => /picture\.png: no log format/.test(text)).length, 1)
  })
})
