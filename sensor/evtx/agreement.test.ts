// Compares what the reader finds in published event logs with what another reader made of them, field by field.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Broken, isBroken, type LogEvent } from '../event/event.ts'
import { sampleLogs, sampleLogsAbsent } from '../testing/sample-logs.ts'
import { evtxLayout } from './limits.ts'
import { evtxParser } from './reader.ts'

const regression = 'evtx-samples/sigma-regression.tar.gz'
const mitre = 'evtx-samples/evtx-to-mitre.tar.gz'

async function read(bytes: Buffer): Promise<{ events: LogEvent[]; broken: Broken[] }> {
  const events: LogEvent[] = []
  const broken: Broken[] = []
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000)
  }
  for await (const item of evtxParser.read(pieces(), { source: 'sample', now: 0 })) {
    if (isBroken(item)) broken.push(item)
    else events.push(item)
  }
  return { events, broken }
}

test('at least 99.9 % of the fields agree with the JSON beside the logs', {
  skip: sampleLogsAbsent(regression),
}, async (t) => {
  const logs = new Map<string, LogEvent[]>()
  const oracle = new Map<string, Record<string, unknown>[]>()
  for await (const { path, bytes } of sampleLogs(regression)) {
    const stem = path.replace(/\.\w+$/, '')
    if (path.endsWith('.evtx')) logs.set(stem, (await read(bytes)).events)
    if (path.endsWith('.json')) oracle.set(stem, documentsIn(bytes.toString('utf8')))
  }
  const tally: Tally = { fields: 0, equal: 0, braces: 0, times: 0, different: [] }
  for (const [stem, documents] of oracle) {
    const events = logs.get(stem) ?? []
    assert.equal(events.length, documents.length, `records of ${stem}`)
    for (const [index, document] of documents.entries()) compare(events[index], document, stem, tally)
  }
  const agreeing = tally.equal + tally.braces + tally.times
  t.diagnostic(
    `${oracle.size} logs, ${tally.fields} fields: ${tally.equal} equal with blanks trimmed, ${tally.braces} equal but for the braces of a GUID, ${tally.times} equal to the microsecond that the JSON has; ${tally.different.length} different`,
  )
  for (const difference of tally.different.slice(0, 10)) t.diagnostic(difference)
  assert.ok(tally.fields > 3_000)
  assert.ok(agreeing / tally.fields >= 0.999, tally.different.slice(0, 10).join('\n'))
})

test('every record that the chunks announce is read, and none is broken', {
  skip: sampleLogsAbsent(mitre),
}, async (t) => {
  let announced = 0
  let found = 0
  let withoutChannel = 0
  for await (const { path, bytes } of sampleLogs(mitre)) {
    if (!path.endsWith('.evtx')) continue
    const { events, broken } = await read(bytes)
    assert.deepEqual(broken, [], path)
    assert.equal(events.length, announcedRecords(bytes), path)
    assert.ok(events.every(({ fields, at }) => typeof fields.EventID === 'number' && at !== null))
    withoutChannel += events.filter(({ fields }) => !fields.Channel).length
    announced += announcedRecords(bytes)
    found += events.length
  }
  // A message of the forwarder itself (event 111) has none.
  assert.equal(withoutChannel, 1)
  t.diagnostic(`${found} of ${announced} records`)
})

/** By the first and last record number in the head of each chunk. */
function announcedRecords(bytes: Buffer): number {
  let count = 0
  for (
    let at: number = evtxLayout.fileHeaderBytes;
    at + evtxLayout.chunkBytes <= bytes.length;
    at += evtxLayout.chunkBytes
  ) {
    if (bytes.toString('latin1', at, at + 7) !== 'ElfChnk') continue
    count += Number(bytes.readBigUInt64LE(at + 16) - bytes.readBigUInt64LE(at + 8)) + 1
  }
  return count
}

interface Tally {
  fields: number
  equal: number
  braces: number
  times: number
  readonly different: string[]
}

function compare(event: LogEvent | undefined, document: unknown, place: string, tally: Tally): void {
  for (const [name, expected] of flatten(document)) {
    const found = event?.fields[name]
    tally.fields += 1
    const [ours, theirs] = [textOf(found), textOf(expected)]
    if (ours === theirs) tally.equal += 1
    else if (/^\{[0-9A-F-]{36}\}$/.test(ours) && ours.slice(1, -1) === theirs) tally.braces += 1
    else if (name === 'TimeCreated_SystemTime' && ours.slice(0, 26) === theirs.slice(0, 26)) tally.times += 1
    else tally.different.push(`${place}: ${name} is ${ours.slice(0, 80)}, there ${theirs.slice(0, 80)}`)
  }
}

const textOf = (value: unknown): string =>
  value === undefined ? '(absent)' : value === null ? '' : String(value).trim()

/** The fields of an event in the JSON, named as ours. */
function flatten(document: unknown): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  const event = objectOf(objectOf(document).Event)
  for (const [name, value] of Object.entries(objectOf(event.System))) {
    for (const [attribute, inner] of Object.entries(objectOf(objectOf(value)['#attributes']))) {
      fields.set(`${name}_${attribute}`, inner)
    }
    if (value !== null && typeof value !== 'object') fields.set(name, value)
  }
  for (const part of [event.EventData, ...Object.values(objectOf(event.UserData))]) {
    for (const [name, value] of Object.entries(objectOf(part))) {
      if (name !== '#attributes') fields.set(name.replaceAll(' ', ''), value)
    }
  }
  return fields
}

function objectOf(value: unknown): Record<string, unknown> {
  // A cast because the JSON of the samples is only looked into, and what is no object counts as empty.
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
}

/** Some files hold several documents one after the other, each opening at the start of a line. */
function documentsIn(text: string): Record<string, unknown>[] {
  const whole = text.replace(/^\uFEFF/, '').trim()
  if (whole.startsWith('[')) return JSON.parse(whole)
  return whole.split(/(?<=^\})\s*(?=^\{)/m).map((document) => JSON.parse(document))
}
