// Tests of the spool folder: what waits, what was read, and what cannot be read or moved.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { isBroken } from '../event/event.ts'
import { type SpoolFeed, spoolFeed } from './spool.ts'

describe('the spool folder', () => {
  let folder = ''
  let now = 0
  let notes: string[] = []
  let spool: SpoolFeed
  const at = (...names: readonly string[]) => join(folder, ...names)
  const put = (name: string, text: string, ageMs = 60_000): void => {
    writeFileSync(at(name), text)
    const date = new Date(now - ageMs)
    utimesSync(at(name), date, date)
  }
  const open = async (saved: unknown = null): Promise<void> => {
    // As a checkpoint would give it back.
    const given = JSON.parse(JSON.stringify(saved)) as Parameters<typeof spoolFeed>[2]
    spool = await spoolFeed(
      folder,
      () => ({ now }),
      given,
      (text) => notes.push(text),
    )
  }
  /** As the watching does it: findings on disk, then the batch, then a checkpoint. Gives what was read. */
  const read = async (rounds = 4): Promise<number[]> => {
    const numbers: number[] = []
    for (let round = 0; round < rounds; round++) {
      for await (const batch of spool.batches(now)) {
        try {
          for await (const item of batch.items) if (!isBroken(item)) numbers.push(Number(item.fields.number))
          await batch.commit()
        } catch (error) {
          await batch.fail?.(error)
        }
      }
      await spool.saved()
    }
    return numbers
  }
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-spool-'))
    now = Date.now()
    notes = []
    await open()
  })
  afterEach(async () => {
    await spool.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a file that is left alone is read and moved; one that is being written waits', async () => {
    put('a.ndjson', '{"number":1}\n')
    put('b.ndjson', '{"number":2}\n', 500)
    assert.deepEqual(await read(), [1])
    assert.equal(spool.isEmpty(), false)
    assert.deepEqual(readdirSync(at('done')), ['a.ndjson'])
    now += 5_000
    assert.deepEqual(await read(), [2])
    assert.equal(spool.isEmpty(), true)
  })

  test('a date in the future does not keep a file waiting for ever', async () => {
    put('a.ndjson', '{"number":1}\n', -30 * 86_400_000)
    assert.deepEqual(await read(), [1])
  })

  test('what was read and waits to be moved is moved after a restart, and not read again', async () => {
    put('a.ndjson', '{"number":1}\n')
    for await (const batch of spool.batches(now)) {
      for await (const _ of batch.items);
      await batch.commit()
    }
    await open(spool.save())
    await spool.saved()
    assert.deepEqual(await read(), [])
    assert.deepEqual(readdirSync(at('done')), ['a.ndjson'])
  })

  test('what cannot be moved is told once, holds nothing up, and is moved when it can be', async () => {
    rmSync(at('done'), { recursive: true })
    writeFileSync(at('done'), 'in the way')
    put('a.ndjson', '{"number":1}\n')
    assert.deepEqual(await read(), [1])
    assert.equal(notes.length, 1)
    assert.match(notes[0] ?? '', /a\.ndjson was read and could not be moved/)
    assert.equal(spool.isEmpty(), true, 'correlations that wait for its end are decided')
    rmSync(at('done'))
    mkdirSync(at('done'))
    assert.deepEqual(await read(), [])
    assert.equal(existsSync(at('done', 'a.ndjson')), true)
  })

  test('links, folders and what has no event are told and harm nothing', async () => {
    symlinkSync('/etc/hostname', at('link'))
    mkdirSync(at('sub'))
    put('note.txt', 'just some words\n')
    put('z.ndjson', '{"number":9}\n')
    assert.deepEqual(await read(), [9])
    assert.deepEqual(readdirSync(at('failed')), ['note.txt', 'note.txt.because.txt'])
    assert.equal(existsSync(at('link')), true)
    assert.deepEqual(notes.map((text) => text.replace(folder, '')).sort(), [
      '/link is no file, so it is not read.',
      `/note.txt could not be read (no log format was recognised); it is now ${at('failed', 'note.txt')}.`,
      '/sub is no file, so it is not read.',
    ])
  })

  test('a file that vanishes before it is opened is handed out as a failure, and forgotten', async () => {
    put('a.ndjson', '{"number":1}\n')
    let failures = 0
    const batches = spool.batches(now)[Symbol.asyncIterator]()
    const first = batches.next()
    rmSync(at('a.ndjson'))
    for (let next = await first; !next.done; next = await batches.next()) {
      try {
        for await (const _ of next.value.items);
        await next.value.commit()
      } catch (error) {
        failures++
        await next.value.fail?.(error)
      }
    }
    await spool.saved()
    assert.ok(failures <= 1)
    assert.deepEqual(spool.save(), [])
    assert.deepEqual(notes, [])
  })
})
