// Tests of the file of ids that may be told: what is in it is found, nothing else is, and a spoilt one is refused.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { maxBytesOfTarget, PackRefusal, type RandomAccess } from './index.ts'
import {
  isTellableIdsName,
  requireTellableIds,
  tellableAmong,
  tellableIdsNameOf,
  writeTellableIds,
} from './tellable-ids.ts'

const uuid = (at: number) => `0a1b2c3d-0000-4000-8000-${at.toString(16).padStart(12, '0')}`
const uuids = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => uuid(from + at))

function access(bytes: Uint8Array): RandomAccess & { read: RandomAccess['read']; bytesRead: number } {
  const counted = {
    size: bytes.length,
    bytesRead: 0,
    async read(at: number, length: number) {
      counted.bytesRead += length
      return bytes.subarray(at, at + length)
    },
  }
  return counted
}

test('a file holds exactly the ids that were put in, whatever their order and however often', async () => {
  const id = fc.oneof(fc.uuid(), fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,3})?$/))
  await fc.assert(
    fc.asyncProperty(fc.array(id, { maxLength: 300 }), fc.array(id), async (put, ask) => {
      const bytes = writeTellableIds(put)
      assert.deepEqual(writeTellableIds([...put, ...put].reverse()), bytes)
      assert.equal(requireTellableIds(bytes), new Set(put).size)
      const wanted = new Set(put)
      assert.deepEqual(await tellableAmong(access(bytes), put), wanted)
      assert.deepEqual(await tellableAmong(access(bytes), ask), new Set(ask.filter((one) => wanted.has(one))))
    }),
    { numRuns: 100 },
  )
})

test('of a hundred thousand ids each is found, no other is, and hardly any of the file is read', async () => {
  const bytes = writeTellableIds(uuids(0, 100_000))
  assert.ok(bytes.length < 100_000 * 8.2, `${bytes.length}`)
  assert.equal(requireTellableIds(bytes), 100_000)
  const file = access(bytes)
  assert.equal((await tellableAmong(file, uuids(0, 100_000))).size, 100_000)
  assert.equal((await tellableAmong(file, uuids(100_000, 200_000))).size, 0)
  assert.ok(file.bytesRead < 200_000 * 700, `${file.bytesRead}`)
})

test('no part of an id can be changed, not even its end', async () => {
  const bytes = writeTellableIds([uuid(7)])
  const ids = [uuid(8), `${uuid(7)}-a`, uuid(7).toUpperCase(), uuid(7).slice(0, -1), '']
  assert.deepEqual(await tellableAmong(access(bytes), ids), new Set())
})

test('a file cut off anywhere, or with any byte of its frame changed, is refused when it is installed', () => {
  const good = writeTellableIds(uuids(0, 200))
  for (let length = 0; length < good.length; length += 13)
    assert.throws(() => requireTellableIds(good.subarray(0, length)), PackRefusal)
  const from = 16 + 200 * 8
  for (const at of [
    ...Array(16).keys(),
    ...Array.from({ length: good.length - from }, (_, next) => from + next),
  ]) {
    const bytes = good.slice()
    bytes[at] = (bytes[at] ?? 0) ^ 0x41
    assert.throws(() => requireTellableIds(bytes), PackRefusal, String(at))
  }
  const swapped = good.slice()
  swapped.set(good.subarray(16, 24), 24)
  swapped.set(good.subarray(24, 32), 16)
  assert.throws(() => requireTellableIds(swapped), /not in order/)
})

test('any bytes end in an answer or in a refusal when they are asked', async () => {
  const good = writeTellableIds(uuids(0, 100))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async (changes) => {
        const bytes = good.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        try {
          await tellableAmong(access(bytes), uuids(0, 20))
        } catch (error) {
          assert.ok(error instanceof PackRefusal, String(error))
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('it is a target of a pack beside each set, large enough for the most that are allowed', () => {
  for (const set of ['indicators.bin', 'indicators.12.delta.bin']) {
    const name = tellableIdsNameOf(set)
    assert.deepEqual([isTellableIdsName(name), isTellableIdsName(set)], [true, false])
    assert.ok((maxBytesOfTarget(name) ?? 0) > 16_000_000 * 8.2, name)
  }
  assert.equal(requireTellableIds(writeTellableIds([])), 0)
})
