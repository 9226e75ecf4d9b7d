// Tests of reading event logs of Windows: fields, values, places, and logs that are damaged as logs of a hospital are.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Broken, type Fields, isBroken, type LogEvent } from '../event/event.ts'
import {
  bytesValue,
  ChunkWriter,
  created,
  type Element,
  eventTemplate,
  eventValues,
  fileTimeValue,
  fragmentValue,
  logOf,
  noValue,
  numberValue,
  textValue,
  type Value,
} from './builders.ts'
import { evtxParser } from './reader.ts'
import { valueType } from './value-types.ts'

async function read(
  bytes: Uint8Array,
  piece = bytes.length,
): Promise<{ events: LogEvent[]; broken: Broken[] }> {
  const events: LogEvent[] = []
  const broken: Broken[] = []
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  }
  for await (const item of evtxParser.read(pieces(), { source: 'x.evtx', now: 0 })) {
    if (isBroken(item)) broken.push(item)
    else events.push(item)
  }
  return { events, broken }
}

function chunkOf(count: number, data: Value = noValue): ChunkWriter {
  const chunk = new ChunkWriter()
  for (let index = 0; index < count; index += 1) {
    chunk.record((to) => {
      to.fragmentHeader()
      to.instance(eventTemplate, eventValues(4624 + index, data))
    })
  }
  return chunk
}

const eventData = (...children: readonly Element[]): Element => ({ element: 'EventData', children })
const dataOf = (template: Element, values: readonly Value[]): Value =>
  fragmentValue((to) => {
    to.fragmentHeader()
    to.instance(template, values)
    to.u8(0)
  })

async function fieldsOf(data: Value): Promise<Fields> {
  const { events, broken } = await read(logOf(chunkOf(1, data).finish()))
  assert.deepEqual(broken, [])
  return events[0]?.fields ?? assert.fail('no event')
}

test('an event has the names that rules use, its instant to 100 ns, and its place', async () => {
  const { events, broken } = await read(logOf(chunkOf(2).finish()))
  assert.deepEqual(broken, [])
  assert.deepEqual(
    { ...events[0]?.fields },
    {
      Provider_Name: 'Invented-Provider',
      EventID: 4624,
      TimeCreated_SystemTime: '2025-11-27T07:40:10.1653241Z',
      Channel: 'Security',
      Computer: 'ws1.invented.example',
    },
  )
  assert.equal(events[0]?.at, Date.UTC(2025, 10, 27, 7, 40, 10, 165))
  assert.deepEqual(
    events.map(({ record }) => record),
    [1, 2],
  )
  assert.equal(events[1]?.fields.EventID, 4625)
  assert.equal(events[0]?.logSource.product, 'windows')
})

test('named data, unnamed data and a name twice; blanks go from names; null, empty and absent stay apart', async () => {
  const template = eventData(
    { element: 'Data', attributes: { Name: 'Source Name' }, children: [{ value: 0 }] },
    { element: 'Data', attributes: { Name: 'Nothing' }, children: [{ value: 1 }] },
    { element: 'Data', attributes: { Name: 'Empty' }, children: [{ value: 2 }] },
    { element: 'Data', attributes: { Name: 'Bare' } },
    { element: 'Data', children: ['one'] },
    { element: 'Data', children: ['two'] },
    { element: 'Data', attributes: { Name: { value: 0 } }, children: ['by value'] },
  )
  const fields = await fieldsOf(dataOf(template, [textValue('Übung 東京'), noValue, textValue('')]))
  assert.equal(fields.SourceName, 'Übung 東京')
  assert.equal(fields.Nothing, null)
  assert.equal(fields.Empty, '')
  assert.equal(fields.Bare, null)
  assert.equal('Absent' in fields, false)
  assert.deepEqual(fields.Data, ['one', 'two'])
  assert.equal(fields.Übung東京, 'by value')
})

test('data of the event never hide the fields of System', async () => {
  const template: Element = {
    element: 'UserData',
    children: [
      {
        element: 'LogFileCleared',
        attributes: { xmlns: 'urn:x' },
        children: [
          { element: 'Channel', children: ['System'] },
          { element: 'Who', children: [{ value: 0 }] },
        ],
      },
    ],
  }
  const fields = await fieldsOf(dataOf(template, [textValue('admin')]))
  assert.equal(fields.Channel, 'Security')
  assert.equal(fields.UserData_Channel, 'System')
  assert.equal(fields.Who, 'admin')
})

test('names as __proto__ are fields like others', async () => {
  const template = eventData(
    { element: 'Data', attributes: { Name: '__proto__' }, children: ['p'] },
    { element: 'Data', attributes: { Name: 'constructor' }, children: ['c'] },
  )
  const fields = await fieldsOf(dataOf(template, []))
  assert.equal(Object.getPrototypeOf(fields), null)
  assert.deepEqual(
    Object.entries(fields).find(([name]) => name === '__proto__'),
    ['__proto__', 'p'],
  )
  assert.equal(fields.constructor, 'c')
})

test('every type of value has its form', async () => {
  const guid = [
    0x10, 0x92, 0xce, 0x0c, 0xae, 0x69, 0xd9, 0x11, 0xbe, 0xd3, 0x50, 0x50, 0x54, 0x50, 0x30, 0x30,
  ]
  const sid = [1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0]
  const cases: readonly (readonly [Value, unknown])[] = [
    [bytesValue(valueType.ansiText, 0x61, 0xfc, 0), 'aü'],
    [bytesValue(valueType.int8, 0xff), -1],
    [bytesValue(valueType.uint8, 0xff), 255],
    [bytesValue(valueType.int16, 0xfe, 0xff), -2],
    [bytesValue(valueType.uint16, 0xfe, 0xff), 65534],
    [bytesValue(valueType.int32, 0xfe, 0xff, 0xff, 0xff), -2],
    [bytesValue(valueType.int64, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), -2],
    [bytesValue(valueType.uint64, 1, 0, 0, 0, 0, 0, 0, 0x80), '9223372036854775809'],
    [bytesValue(valueType.real32, 0, 0, 0xc0, 0x3f), 1.5],
    [bytesValue(valueType.real64, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f), 'NaN'],
    [bytesValue(valueType.boolean, 1, 0, 0, 0), true],
    [bytesValue(valueType.binary, 0xca, 0xfe), 'CAFE'],
    [bytesValue(valueType.guid, ...guid), '{0CCE9210-69AE-11D9-BED3-505054503030}'],
    [bytesValue(valueType.size, 0, 16, 0, 0), '0x1000'],
    [bytesValue(valueType.hex32, 0, 0, 0, 0), '0x0'],
    [bytesValue(valueType.hex64, 0, 0, 0, 0, 0, 0, 0x10, 0x80), '0x8010000000000000'],
    [bytesValue(valueType.sid, ...sid), 'S-1-5-32-544'],
    [fileTimeValue(0n), '1601-01-01T00:00:00.0000000Z'],
    [fileTimeValue(created), '2025-11-27T07:40:10.1653241Z'],
    [
      bytesValue(valueType.systemTime, 0xe9, 7, 11, 0, 4, 0, 27, 0, 7, 0, 40, 0, 10, 0, 5, 0),
      '2025-11-27T07:40:10.005Z',
    ],
    [{ type: valueType.text | 0x80, write: (to) => to.utf16('one\0東\0') }, ['one', '東']],
    [{ type: valueType.text | 0x80, write: (to) => to.utf16('one\0') }, 'one'],
    [bytesValue(valueType.uint16 | 0x80, 1, 0, 2, 0), ['1', '2']],
    [bytesValue(valueType.sid | 0x80, ...sid, ...sid), ['S-1-5-32-544', 'S-1-5-32-544']],
    [
      bytesValue(valueType.guid | 0x80, ...guid, ...guid.slice(0, 3)),
      '{0CCE9210-69AE-11D9-BED3-505054503030}',
    ],
    [bytesValue(valueType.uint32, 1, 2), null],
    [bytesValue(0x77, 0xab), 'AB'],
  ]
  for (const [value, expected] of cases) {
    const template = eventData({ element: 'Data', attributes: { Name: 'V' }, children: [{ value: 0 }] })
    assert.deepEqual((await fieldsOf(dataOf(template, [value]))).V, expected, `type ${value.type}`)
  }
})

test('a text may mix words and values', async () => {
  const template = eventData({
    element: 'Data',
    attributes: { Name: 'Mixed' },
    children: ['a ', { value: 0 }, ' b ', { value: 1 }, { value: 2 }],
  })
  const fields = await fieldsOf(dataOf(template, [textValue('x'), numberValue(7), noValue]))
  assert.equal(fields.Mixed, 'a x b 7')
})

test('a fragment may hold elements without a template, with a dependency identifier or without', async () => {
  for (const dependency of [true, false]) {
    const data = fragmentValue((to) => {
      to.fragmentHeader()
      to.element(eventData({ element: 'Data', attributes: { Name: 'N' }, children: ['v'] }), dependency)
      to.u8(0)
    })
    assert.equal((await fieldsOf(data)).N, 'v')
  }
})

test('the pieces in which a log arrives make no difference', async () => {
  const log = logOf(chunkOf(3).finish(), chunkOf(2).finish())
  const whole = await read(log)
  assert.equal(whole.events.length, 5)
  for (const piece of [997, 4_096, 65_537]) assert.deepEqual(await read(log, piece), whole)
})

test('a log that was not closed: newest records behind the announced end are read, remains of older ones are not', async () => {
  const chunk = chunkOf(3)
  const bytes = chunk.finish()
  const secondAt = 512 + bytes.readUInt32LE(512 + 4)
  bytes.writeUInt32LE(secondAt, 48)
  const open = await read(logOf(bytes))
  assert.equal(open.events.length, 3)
  assert.deepEqual(
    open.broken.map(({ bytes: lost }) => lost),
    [0, 0],
  )
  const old = chunkOf(2)
  old.record((to) => to.instance(eventTemplate, eventValues(1, noValue)), 1)
  const older = old.finish()
  older.writeUInt32LE(secondAt + older.readUInt32LE(secondAt + 4), 48)
  assert.equal((await read(logOf(older))).events.length, 2)
})

test('a wrong checksum is reported, and the records are read', async () => {
  const log = logOf(chunkOf(2).finish())
  log.writeUInt32LE(1, 124)
  log.writeUInt32LE(1, 4_096 + 52)
  log.writeUInt32LE(1, 4_096 + 124)
  const { events, broken } = await read(log)
  assert.equal(events.length, 2)
  assert.match(
    broken.map(({ fault }) => fault).join('\n'),
    /file header[\s\S]*chunk header[\s\S]*records is wrong/,
  )
})

test('a broken record costs only itself and is counted with its place', async () => {
  const chunk = chunkOf(3)
  const bytes = chunk.finish()
  const secondAt = 512 + bytes.readUInt32LE(512 + 4)
  bytes.writeUInt8(0x3f, secondAt + 24)
  const inner = await read(logOf(bytes))
  assert.deepEqual(
    inner.events.map(({ record }) => record),
    [1, 3],
  )
  assert.match(inner.broken.at(-1)?.fault ?? '', /^chunk 1: the record at \d+ of its chunk cannot be read: /)
  assert.equal(inner.broken.at(-1)?.record, 2)
  bytes.writeUInt32LE(0, secondAt)
  const outer = await read(logOf(bytes))
  assert.deepEqual(
    outer.events.map(({ fields }) => fields.EventID),
    [4624, 4626],
  )
  assert.match(outer.broken.at(-1)?.fault ?? '', /there is no record/)
})

test('a truncated log gives what it has; a chunk cut out of a log is read; chunks of zeros are passed over', async () => {
  const log = logOf(chunkOf(3).finish(), Buffer.alloc(65_536), chunkOf(2).finish())
  assert.equal((await read(log)).events.length, 5)
  assert.equal((await read(chunkOf(2).finish())).events.length, 2)
  const cut = log.subarray(0, 4_096 + 512 + log.readUInt32LE(4_096 + 512 + 4) + 40)
  const { events, broken } = await read(cut)
  assert.equal(events.length, 1)
  assert.match(broken[0]?.fault ?? '', /the chunk ends after/)
  assert.match((await read(log.subarray(0, 100))).broken[0]?.fault ?? '', /within its header/)
  assert.deepEqual((await read(Buffer.alloc(0))).events, [])
})

test('only event logs are accepted', () => {
  const log = logOf(chunkOf(1).finish())
  assert.equal(evtxParser.accepts(log.subarray(0, 4_096), 'x.evtx'), true)
  assert.equal(evtxParser.accepts(Buffer.from('<14>Nov 27 host app: text'), 'x.evtx'), false)
  assert.equal(evtxParser.accepts(Buffer.alloc(0), 'x.evtx'), false)
})
