// Tests of logs made to harm the reader: each is bounded in time, memory and output, and nothing is thrown.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Broken, fieldLimits, isBroken, type LogEvent } from '../event/event.ts'
import {
  bytesValue,
  ChunkWriter,
  type Element,
  eventTemplate,
  eventValues,
  fragmentValue,
  logOf,
  noValue,
  textValue,
} from './builders.ts'
import { evtxParser } from './reader.ts'

async function read(bytes: Uint8Array): Promise<(LogEvent | Broken)[]> {
  const items: (LogEvent | Broken)[] = []
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  for await (const item of evtxParser.read(pieces(), { source: 'x.evtx', now: 0 })) items.push(item)
  return items
}

/** A log of one chunk: a good record, one written by `write`, a good record. */
function between(
  write: (to: ChunkWriter) => void,
  spoil: (chunk: Buffer, at: number) => void = () => {},
): Buffer {
  const chunk = new ChunkWriter()
  const good = (to: ChunkWriter): void => {
    to.fragmentHeader()
    to.instance(eventTemplate, eventValues(1, noValue))
  }
  chunk.record(good)
  const at = chunk.at
  chunk.record(write)
  chunk.record(good)
  const bytes = chunk.finish()
  spoil(bytes, at)
  return logOf(bytes)
}

const plain = (to: ChunkWriter): void => {
  to.fragmentHeader()
  to.instance(eventTemplate, eventValues(2, noValue))
}

function nested(depth: number, innermost: Element): Element {
  let element = innermost
  for (let level = 0; level < depth; level += 1) element = { element: 'E', children: [element] }
  return element
}

function fragmentsWithin(depth: number): (to: ChunkWriter) => void {
  return (to) => {
    to.fragmentHeader()
    if (depth === 0) to.element(eventTemplate)
    else to.instance({ element: 'E', children: [{ value: 0 }] }, [fragmentValue(fragmentsWithin(depth - 1))])
    to.u8(0)
  }
}

/** A chunk full of records that all use one template with many places for one long value. */
function amplified(places: number, units: number): Buffer {
  const children = Array.from({ length: places }, (_, at) => ({
    element: `F${at}`,
    children: [{ value: 0 }],
  }))
  const template: Element = { element: 'Event', children: [{ element: 'UserData', children }] }
  const chunk = new ChunkWriter()
  const value = textValue('x'.repeat(units))
  do chunk.record((to) => to.instance(template, [value]))
  while (chunk.at + units * 2 < 65_000)
  return logOf(chunk.finish())
}

/** Templates at many overlapping places, each as long as the rest of the chunk. */
function overlapping(): Buffer {
  const chunk = new ChunkWriter()
  const start = chunk.at + 40
  chunk.record((to) => {
    to.instanceHead(start)
    for (let at = 0; at < 4_000; at += 1) to.u32(0x01010f0c)
  })
  while (chunk.at < 65_000) {
    const at = chunk.at
    chunk.record((to) => {
      to.instanceHead(start + (at % 9_000))
      to.u32(0)
    })
  }
  return logOf(chunk.finish())
}

const hostile: Readonly<Record<string, () => Buffer>> = {
  'a file of zeros': () => Buffer.alloc(300_000),
  'a header without anything behind it': () => logOf(),
  'an empty file': () => Buffer.alloc(0),
  'a header that announces 65,535 chunks': () => {
    const log = between(plain)
    log.writeUInt16LE(65_535, 42)
    return log
  },
  'a header with a wrong checksum and wrong counts': () => {
    const log = between(plain)
    log.fill(0xff, 8, 128)
    return log
  },
  'a chunk that claims to end far behind itself': () =>
    between(plain, (chunk) => void chunk.writeUInt32LE(0xffffffff, 48)),
  'a chunk that claims to end before it starts': () =>
    between(plain, (chunk) => void chunk.writeUInt32LE(3, 48)),
  'a chunk cut off within a record': () => between(plain).subarray(0, 4_096 + 900),
  'a chunk cut off within its header': () => between(plain).subarray(0, 4_096 + 100),
  'a record of size 0': () => between(plain, (chunk, at) => void chunk.writeUInt32LE(0, at + 4)),
  'a record of four gigabytes': () =>
    between(plain, (chunk, at) => void chunk.writeUInt32LE(0xffffffff, at + 4)),
  'a record whose two sizes differ': () =>
    between(plain, (chunk, at) => void chunk.writeUInt32LE(32, at + 4)),
  'a record of zero bytes': () => between(plain, (chunk, at) => void chunk.fill(0, at + 24, at + 100)),
  'a template that is its own definition': () =>
    between((to) => {
      const at = to.at
      to.instanceHead(at - 14)
      to.u32(0)
    }),
  'templates that hold each other': () =>
    between((to) => {
      const at = to.at
      // The definition's elements start with an instance of the same definition.
      to.instanceHead(at + 10)
      to.at += 20
      to.u32(200)
      to.u8(0x01)
      to.u16(0xffff)
      to.u32(0)
      to.name('Loop')
      to.u8(0x02)
      for (let times = 0; times < 4; times += 1) {
        to.instanceHead(at + 10)
        to.u32(0)
      }
      to.u8(0x04)
      to.at = at + 10 + 24 + 200
      to.u32(0)
    }),
  'a template far outside': () =>
    between((to) => {
      to.instanceHead(0xfffffff0)
      to.u32(0)
    }),
  'a name that points at itself, and one outside': () =>
    between((to) => {
      to.u8(0x01)
      to.u32(0)
      to.u32(to.at)
      to.u32(0xfffffff0)
    }),
  'a name of 65,535 units': () =>
    between((to) => {
      to.u8(0x01)
      to.u32(0)
      to.u32(to.at + 4)
      to.u32(0)
      to.u16(0)
      to.u16(0xffff)
    }),
  'four thousand million values': () =>
    between((to) => {
      to.instance(eventTemplate, [])
      to.at -= 4
      to.u32(0xffffffff)
    }),
  'values longer than their record': () =>
    between((to) => {
      to.instance(eventTemplate, [])
      to.at -= 4
      to.u32(2)
      to.u32(0x0001ffff)
      to.u32(0x0001ffff)
    }),
  'elements nested 200 deep': () => between((to) => to.element(nested(200, { element: 'X' }))),
  'fragments nested 30 deep': () => between(fragmentsWithin(30)),
  'a text longer than its fragment': () =>
    between((to) => {
      to.element({ element: 'Event', children: ['text'] })
      to.bytes.writeUInt16LE(0xffff, to.at - 11)
    }),
  'a security identifier with 255 parts in 8 bytes': () =>
    between((to) =>
      to.instance({ element: 'Event', children: [{ value: 0 }] }, [
        bytesValue(0x13, 1, 255, 0, 0, 0, 0, 0, 5),
      ]),
    ),
  'one long value in 900 places': () => amplified(900, 10_000),
  'one value in 700 places, in each record of a chunk': () => amplified(700, 500),
  'templates at overlapping places': overlapping,
}

test('more than twenty hostile logs are read within bounds', async () => {
  assert.ok(Object.keys(hostile).length >= 20)
  for (const [name, make] of Object.entries(hostile)) {
    const log = make()
    const started = performance.now()
    const items = await read(log)
    const ms = performance.now() - started
    // Far above what any takes (at most 0.3 s), far below what a loop would.
    assert.ok(ms < 60_000, `${name}: ${ms} ms`)
    assert.ok(items.length <= 5_000, name)
    for (const item of items) {
      if (isBroken(item)) assert.ok(item.fault.length < 300, name)
      else assert.ok(Object.keys(item.fields).length <= fieldLimits.maxFields * 2, name)
    }
  }
})

test('what is wrong in one record leaves its neighbours alone, and is said', async () => {
  const left = Object.entries(hostile).filter(([name]) =>
    /^(a record|a template|templates that|a name|four|values|elements|fragments|a text)/.test(name),
  )
  for (const [name, make] of left) {
    const items = await read(make())
    const events = items.filter((item) => !isBroken(item) && item.fields.EventID === 1)
    assert.equal(events.length, 2, `${name}: ${JSON.stringify(items).slice(0, 500)}`)
    const isSilent = name === 'a record of zero bytes'
    if (!isSilent)
      assert.ok(
        items.some((item) => isBroken(item) && item.bytes > 0),
        name,
      )
  }
})

test('the output of a chunk is bounded, whatever its templates repeat', async () => {
  const items = await read(amplified(700, 500))
  let units = 0
  for (const item of items) {
    if (!isBroken(item)) for (const value of Object.values(item.fields)) units += String(value).length
  }
  assert.ok(units <= 4 * 1024 * 1024, `${units} units`)
  assert.ok(items.some((item) => isBroken(item) && /repeat to more text|steps to read/.test(item.fault)))
})

test('flipped bytes never throw, and cost bounded time', async () => {
  const log = between((to) => {
    to.fragmentHeader()
    const template: Element = {
      element: 'EventData',
      children: [
        { element: 'Data', attributes: { Name: 'Image' }, children: [{ value: 0 }] },
        { element: 'Data', attributes: { Name: 'User' }, children: ['word ', { value: 1 }] },
      ],
    }
    const data = fragmentValue((inner) => {
      inner.fragmentHeader()
      inner.instance(template, [
        textValue('C:\\x.exe'),
        bytesValue(0x13, 1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0),
      ])
      inner.u8(0)
    })
    to.instance(eventTemplate, eventValues(2, data))
  })
  const used = 4_096 + log.readUInt32LE(4_096 + 48)
  const flips = fc.array(fc.tuple(fc.integer({ min: 4_096, max: used }), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(flips, async (changes) => {
      const copy = Buffer.from(log)
      for (const [at, byte] of changes) copy[at] = byte
      const items = await read(copy)
      assert.ok(items.length < 50)
    }),
    { numRuns: 1_500 },
  )
})

test('arbitrary bytes behind a good start never throw', async () => {
  const start = between(plain).subarray(0, 4_096 + 512)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) => {
      const chunk = Buffer.concat([start, bytes])
      assert.ok((await read(chunk)).length < 200)
    }),
    { numRuns: 300 },
  )
})
