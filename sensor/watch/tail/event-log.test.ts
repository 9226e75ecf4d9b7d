// Tests of following an event log while Windows writes it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { crc32 } from 'node:zlib'
import { isBroken } from '../../event/event.ts'
import { ChunkWriter, type Element, logOf, numberValue, textValue } from '../../evtx/builders.ts'
import type { Feed } from '../feed.ts'
import type { SavedLogs } from './logs.ts'
import { tailFeed } from './tail.ts'

describe('an event log that Windows is writing', () => {
  let folder = ''
  let now = 0
  let feed: Feed
  const at = (name: string) => join(folder, name)
  const open = (saved: unknown): Feed =>
    tailFeed({
      paths: [folder],
      without: [],
      context: () => ({ now }),
      fromEnd: false,
      pollMs: 1_000,
      // As a checkpoint would give it back.
      saved: JSON.parse(JSON.stringify(saved)) as SavedLogs | null,
      note: () => undefined,
    })
  const readIds = async (rounds = 8): Promise<number[]> => {
    const ids: number[] = []
    for (let round = 0; round < rounds; round++) {
      now += 1_500
      for await (const batch of feed.batches(now)) {
        for await (const item of batch.items) if (!isBroken(item)) ids.push(Number(item.fields.EventRecordID))
        await batch.commit()
      }
    }
    return ids
  }
  const restart = async (): Promise<void> => {
    const saved = feed.save()
    await feed.close()
    feed = open(saved)
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-evtx-'))
    now = Date.now()
    feed = open(null)
  })
  afterEach(async () => {
    await feed.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const template: Element = {
    element: 'Event',
    children: [
      {
        element: 'System',
        children: [
          { element: 'EventID', children: [{ value: 0 }] },
          { element: 'EventRecordID', children: [{ value: 1 }] },
          { element: 'Channel', children: ['Security'] },
        ],
      },
    ],
  }
  const chunk = (from: number, to: number, lastId = to - 1): Buffer => {
    const writer = new ChunkWriter()
    for (let id = from; id < to; id++)
      writer.record((target) => {
        target.fragmentHeader()
        target.instance(template, [numberValue(4_625), textValue(String(id))])
        target.u8(0)
      }, id)
    const bytes = writer.finish()
    bytes.writeBigUInt64LE(BigInt(from), 24)
    bytes.writeBigUInt64LE(BigInt(lastId), 32)
    bytes.writeUInt32LE(crc32(bytes.subarray(128, 512), crc32(bytes.subarray(0, 120))), 124)
    return bytes
  }
  test('new records of the last chunk, a new chunk, and a header that lags behind', async () => {
    writeFileSync(at('Security.evtx'), logOf(chunk(1, 4)))
    assert.deepEqual((await readIds()).sort(), [1, 2, 3])
    assert.deepEqual(await readIds(), [])
    writeFileSync(at('Security.evtx'), logOf(chunk(1, 6, 4)))
    assert.deepEqual(await readIds(), [4, 5])
    await restart()
    writeFileSync(at('Security.evtx'), logOf(chunk(1, 6), chunk(6, 8)))
    assert.deepEqual(await readIds(), [6, 7])
    writeFileSync(at('Security.evtx'), logOf(chunk(8, 10), chunk(6, 8)))
    assert.deepEqual(await readIds(60), [8, 9])
  })
  test('cleared: its numbers begin anew', async () => {
    writeFileSync(at('Security.evtx'), logOf(chunk(50, 54)))
    assert.deepEqual(await readIds(), [50, 51, 52, 53])
    writeFileSync(at('Security.evtx'), logOf(chunk(1, 3)))
    assert.deepEqual(await readIds(), [1, 2])
  })
})
