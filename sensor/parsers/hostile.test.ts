// Tests of parsers against damage and malice: nothing thrown, output bounded, no patient in any event.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { fieldLimits, isBroken } from '../event/event.ts'
import { auditSamples, canaries, patientKey } from './audit-samples.ts'
import { logParsers } from './list.ts'
import { type LogParser, lineLimits } from './parser.ts'
import { readAt, readWhole } from './reading.ts'
import { formatSamples } from './samples.ts'

async function itemsOf(parser: LogParser, bytes: Uint8Array): Promise<number> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 97) yield bytes.subarray(at, at + 97)
  }
  let count = 0
  let units = 0
  for await (const item of parser.read(pieces(), {
    source: 'x',
    now: readAt,
    timeZone: 'Europe/Berlin',
    patientKey,
  })) {
    count += 1
    if (isBroken(item)) {
      assert.ok(item.fault.length <= 400)
      continue
    }
    assert.equal(Object.getPrototypeOf(item.fields), null)
    assert.ok(Object.keys(item.fields).length <= fieldLimits.maxFields * 2)
    for (const value of Object.values(item.fields)) units += String(value).length
  }
  assert.ok(units <= bytes.length * 40 + 4_000, `${parser.name}: ${units} units of ${bytes.length} bytes`)
  return count
}

for (const parser of logParsers) {
  test(`${parser.name} reads arbitrary bytes without throwing, in bounded output`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        parser.accepts(bytes, 'x')
        assert.ok((await itemsOf(parser, bytes)) <= bytes.length + 2)
      }),
      { numRuns: 150 },
    )
  })

  test(`${parser.name} reads samples with spoilt bytes without throwing`, async () => {
    const own = formatSamples
      .filter((sample) => sample.parser === parser.name)
      .map(({ text }) => Buffer.from(text))
    if (own.length === 0) return
    const spoilt = fc.tuple(
      fc.constantFrom(...own),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }),
      fc.nat(),
    )
    await fc.assert(
      fc.asyncProperty(spoilt, async ([sample, changes, end]) => {
        const copy = Buffer.from(sample).subarray(0, 1 + (end % sample.length))
        for (const [at, byte] of changes) copy[at % copy.length] = byte
        assert.ok((await itemsOf(parser, copy)) <= copy.length + 2)
      }),
      { numRuns: 250 },
    )
  })
}

test('no patient is in any field, text or fault of an audit trail or interface log', async () => {
  for (const sample of auditSamples) {
    const whole = JSON.stringify(await readWhole(sample.text, sample.context))
    for (const canary of canaries) assert.ok(!whole.includes(canary), `${canary} in ${sample.name}`)
  }
})

test('no patient appears where such a log is cut off or spoilt', async () => {
  const spoilt = fc.tuple(
    fc.constantFrom(...auditSamples),
    fc.nat(),
    fc.nat(),
    fc.constantFrom('', '\n', '\r', '|', '"', '<', '}'),
  )
  await fc.assert(
    fc.asyncProperty(spoilt, async ([sample, start, length, insert]) => {
      const at = start % sample.text.length
      // In JSON and XML taking out just what stands between a code and a name makes the name a code: no reader
      // could tell. There only insertions and ends are tried.
      const hasBars = sample.parser === 'hl7' || sample.parser === 'dicom-log'
      const after = hasBars
        ? sample.text.slice(at + (length % 40))
        : length % 3 === 0
          ? ''
          : sample.text.slice(at)
      const text = `${sample.text.slice(0, at)}${insert}${after}`
      const { parser, events, broken } = await readWhole(text, sample.context)
      // What was chosen by its first bytes as plain lines is another format then.
      if (parser !== sample.parser || parser === 'syslog') return
      const whole = JSON.stringify([events, broken])
      for (const canary of canaries) {
        if (text.includes(canary))
          assert.ok(!whole.includes(canary), `${canary} of ${sample.name}: ${whole.slice(0, 3_000)}`)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('a line is read to its limit, and passed over one byte longer, with its neighbours left', async () => {
  const line = (bytes: number): string => {
    const start = '<14>Nov 27 10:00:00 host app: '
    return start + 'x'.repeat(bytes - start.length)
  }
  const max = lineLimits.maxLineBytes
  const { events, broken } = await readWhole(`${line(40)}\n${line(max)}\n${line(max + 1)}\n${line(41)}\n`)
  assert.deepEqual(
    events.map(({ record }) => record),
    [1, 2, 4],
  )
  assert.deepEqual(
    broken.map(({ record, bytes }) => [record, bytes]),
    [[3, max + 1]],
  )
})

test('broken records are counted with their places, in every kind of file', async () => {
  const lines = await readWhole('{"a":1,"@timestamp":"2026-11-27T10:00:00Z"}\n{"a":\n\n{"a":3}\n')
  assert.deepEqual(
    lines.events.map(({ record }) => record),
    [1, 4],
  )
  assert.equal(lines.broken[0]?.fault, 'line 2: it is no JSON')
  const documents = await readWhole('[\n{"a":1},\n{"a":},\n{"a":{"b":[1,{"c":2}]}},\n{"a":"cut')
  assert.deepEqual(
    documents.events.map(({ record }) => record),
    [1, 3],
  )
  assert.deepEqual(
    documents.broken.map(({ record }) => record),
    [2, 4],
  )
  const zeek = await readWhole('#separator \\x09\n#fields\tts\tuid\n#types\ttime\tstring\n1.0\tA\n1.0\n')
  assert.match(zeek.broken[0]?.fault ?? '', /line 5: it has 1 columns where the head names 2/)
})

test('deep nesting, many fields and names of prototypes are bounded', async () => {
  const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  const nested = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`
  const many = JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`f${at}`, at])))
  const { events } = await readWhole(`{"__proto__":{"x":1},"constructor":2}\n${deep}\n${nested}\n${many}\n`)
  assert.equal(Object.getPrototypeOf(events[0]?.fields), null)
  assert.equal(({} as Record<string, unknown>).x, undefined)
  for (const { fields } of events) assert.ok(Object.keys(fields).length <= fieldLimits.maxFields)
  assert.ok((await readWhole(`[\n${nested}\n]`)).broken.length > 0)
})

test('an event with very many fields costs little, whether their names are one or all different', async () => {
  const head = '<Events><Event><System><EventID>1</EventID></System><EventData>'
  const end = '</EventData></Event></Events>'
  const many = (part: (at: number) => string) =>
    head + Array.from({ length: 45_000 }, (_, at) => part(at)).join('') + end
  const before = process.cpuUsage()
  for (const text of [many(() => '<Data>x</Data>'), many((at) => `<a${at}>x</a${at}>`)]) {
    const { events } = await readWhole(text, {}, 1024 * 1024)
    const [event] = events
    assert.equal(event?.fields.EventID, 1)
    assert.ok(Object.keys(event.fields).length <= fieldLimits.maxFields)
    const { Data } = event.fields
    if (Array.isArray(Data)) assert.equal(Data.length, fieldLimits.maxListValues)
  }
  const { user, system } = process.cpuUsage(before)
  assert.ok(user + system < 20_000_000, `${user + system} µs`)
})

test('XML with a DOCTYPE is refused, with entities it is broken', async () => {
  const event = '<Event><System><EventID>1</EventID></System></Event>'
  const external = await readWhole(`<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/hostname">${event}`)
  assert.equal(external.events.length, 0)
  assert.match(external.broken[0]?.fault ?? '', /DOCTYPE/)
  const entity = await readWhole(`<Events>${event.replace('1', '&x;')}${event}</Events>`)
  assert.equal(entity.events.length, 1)
  assert.equal(entity.broken.length, 1)
  const inside = await readWhole('<85>1 2026-11-27T10:00:00Z h a 1 - - <!DOCTYPE x><AuditMessage/>\n')
  assert.match(inside.broken[0]?.fault ?? '', /DOCTYPE/)
})

test('gzip is unpacked, and told where it is cut off, spoilt or a bomb', async () => {
  const lines = '{"a":1}\n'.repeat(3_000)
  const packed = gzipSync(lines)
  assert.equal((await readWhole(packed)).events.length, 3_000)
  const cut = await readWhole(packed.subarray(0, packed.length - 12))
  assert.match(cut.broken.at(-1)?.fault ?? '', /no gzip, or it is cut off/)
  const junk = await readWhole(Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(50, 7)]))
  assert.match(junk.broken[0]?.fault ?? '', /no gzip/)
  const bomb = await readWhole(gzipSync(Buffer.alloc(64 * 1024 * 1024, 'x')))
  assert.match(bomb.broken.at(-1)?.fault ?? '', /times its size/)
})

test('a file that no parser knows is told with its size, an empty one is nothing', async () => {
  const unknown = await readWhole('just some words\nand more\n')
  assert.deepEqual(
    unknown.broken.map(({ fault, bytes }) => [fault, bytes]),
    [['no log format was recognised', 25]],
  )
  assert.deepEqual(await readWhole(''), { parser: null, events: [], broken: [] })
})

test('UTF-16, as exports of Windows are, is read', async () => {
  const text = '<Events><Event><System><EventID>7</EventID></System></Event></Events>'
  const { events } = await readWhole(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
  assert.equal(events[0]?.fields.EventID, 7)
})
