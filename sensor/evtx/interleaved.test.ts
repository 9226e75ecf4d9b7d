// Tests that logs read at the same time, or one after another by the same reader, have nothing of each other.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Broken, isBroken, type LogEvent } from '../event/event.ts'
import {
  ChunkWriter,
  type Element,
  eventTemplate,
  eventValues,
  fragmentValue,
  logOf,
  textValue,
} from './builders.ts'
import { evtxParser } from './reader.ts'

type Item = LogEvent | Broken

/** Every text of the log bears its name; templates of all logs stand at the same places and name other fields. */
function logNamed(name: string, chunks: number, records: number): Buffer {
  const template: Element = {
    element: 'EventData',
    children: [
      { element: 'Data', attributes: { Name: `Field${name}` }, children: [{ value: 0 }] },
      { element: 'Data', attributes: { Name: 'Word' }, children: [`always ${name}`] },
    ],
  }
  const written = Array.from({ length: chunks }, (_, chunk) => {
    const writer = new ChunkWriter()
    for (let record = 0; record < records; record++)
      writer.record((to) => {
        const data = fragmentValue((inner) => {
          inner.fragmentHeader()
          inner.instance(template, [textValue(`value of ${name} ${chunk}.${record}`)])
          inner.u8(0)
        })
        to.fragmentHeader()
        to.instance(eventTemplate, eventValues(4_624 + record, data))
      })
    return writer.finish()
  })
  return logOf(...written)
}

function open(bytes: Uint8Array, source: string, piece: number): AsyncIterator<Item> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  }
  return evtxParser.read(pieces(), { source, now: 0 })[Symbol.asyncIterator]()
}

async function readAlone(bytes: Uint8Array, source: string): Promise<readonly Item[]> {
  const items: Item[] = []
  const log = open(bytes, source, bytes.length)
  for (let next = await log.next(); !next.done; next = await log.next()) items.push(next.value)
  return items
}

test('logs that are read at once, in any order of turns, give what each gives alone', async () => {
  const names = ['A', 'B', 'C', 'D'] as const
  const logs = names.map((name, at) => logNamed(name, 1 + (at % 3), 2 + at))
  const alone = await Promise.all(logs.map((log, at) => readAlone(log, names[at] ?? '')))
  const turns = fc.array(fc.nat(names.length - 1), { maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(turns, fc.constantFrom(997, 30_000, 65_536, 1_000_000), async (order, piece) => {
      const open_ = logs.map((log, at) => open(log, names[at] ?? '', piece))
      const found: Item[][] = names.map(() => [])
      const step = async (at: number): Promise<boolean> => {
        const next = await open_[at]?.next()
        if (!next || next.done) return false
        found[at]?.push(next.value)
        return true
      }
      for (const at of order) await step(at)
      // Then all at the same time, each asked again before the others have answered.
      await Promise.all(
        names.map(async (_, at) => {
          while (await step(at)) {}
        }),
      )
      assert.deepEqual(found, alone)
    }),
    { numRuns: 60 },
  )
})

test('a log that was left in the middle, or that is cut off, has nothing of the one read before it', async () => {
  const full = logNamed('Before', 2, 40)
  for (let times = 0; times < 3; times++) await readAlone(full, 'before')
  const left = open(full, 'before', 65_536)
  await left.next()
  await left.return?.()
  const short = logNamed('After', 1, 2)
  const used = 4_096 + short.readUInt32LE(4_096 + 48)
  for (const end of [used, used - 30, used - 200, 4_096 + 700, 4_096 + 300, 4_096]) {
    const items = await readAlone(short.subarray(0, end), 'after')
    assert.doesNotMatch(JSON.stringify(items), /Before/, `cut at ${end}`)
    assert.ok(items.filter((item) => !isBroken(item)).length <= 2)
  }
})

test('two logs whose events are compared one by one keep their own places and fields', async () => {
  const one = open(logNamed('One', 3, 5), 'one', 65_536)
  const two = open(logNamed('Two', 3, 5), 'two', 65_536)
  for (let count = 0; count < 15; count++) {
    const [{ value: first }, { value: second }] = [await one.next(), await two.next()]
    const place = `${Math.floor(count / 5)}.${count % 5}`
    assert.equal(first.record, count + 1)
    assert.deepEqual([first.fields.FieldOne, first.fields.Word], [`value of One ${place}`, 'always One'])
    assert.deepEqual([second.fields.FieldTwo, second.fields.Word], [`value of Two ${place}`, 'always Two'])
    assert.equal('FieldTwo' in first.fields || 'FieldOne' in second.fields, false)
  }
  assert.deepEqual([(await one.next()).done, (await two.next()).done], [true, true])
})
