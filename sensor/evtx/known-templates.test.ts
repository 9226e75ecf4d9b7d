// Tests that a template is known again only where it is the same one, whatever identifier a log gives it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBroken, type LogEvent } from '../event/event.ts'
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

/** The names of its elements are the names of the fields. */
const templateOf = (field: string, constant: string): Element => ({
  element: 'UserData',
  children: [
    {
      element: 'Body',
      children: [
        { element: field, children: [{ value: 0 }] },
        { element: 'Word', children: [constant] },
        { element: 'Image', children: [{ value: 0 }] },
      ],
    },
  ],
})

/** One event with the template; `early` names stand in the chunk before it, so that it refers back to them. */
function chunkOf(template: Element, early: readonly string[] = []): Buffer {
  const chunk = new ChunkWriter()
  chunk.record((to) => {
    const data = fragmentValue((inner) => {
      inner.fragmentHeader()
      for (const name of early) inner.element({ element: name })
      inner.instance(template, [textValue('a value')])
      inner.u8(0)
    })
    to.fragmentHeader()
    to.instance(eventTemplate, eventValues(1, data))
  })
  return chunk.finish()
}

async function fieldsOf(...chunks: readonly Buffer[]): Promise<readonly LogEvent['fields'][]> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield logOf(...chunks)
  }
  const found: LogEvent['fields'][] = []
  for await (const item of evtxParser.read(pieces(), { source: 'x', now: 0 })) {
    assert.equal(isBroken(item), false)
    if (!isBroken(item)) found.push(item.fields)
  }
  return found
}

// All definitions of these logs have the same identifier, and most the same length.
const variants: readonly (readonly [Element, readonly string[]])[] = [
  [templateOf('Alpha', 'first'), []],
  [templateOf('Alpha', 'other'), []],
  [templateOf('Gamma', 'first'), []],
  [templateOf('Alpha', 'first'), ['Word', 'Alpha']],
  [templateOf('Alpha', 'first'), ['Alpha', 'Word']],
  [templateOf('Image', 'first'), ['Word', 'Image']],
]

test('a chunk gives the same after any other chunk as it gives alone', async () => {
  const chunks = variants.map(([template, early]) => chunkOf(template, early))
  const alone: LogEvent['fields'][] = []
  for (const chunk of chunks) alone.push((await fieldsOf(chunk))[0] ?? assert.fail('no event'))
  assert.deepEqual(
    alone.slice(0, 3).map(({ Alpha, Gamma, Word }) => [Alpha, Gamma, Word]),
    [
      ['a value', undefined, 'first'],
      ['a value', undefined, 'other'],
      [undefined, 'a value', 'first'],
    ],
  )
  const order = chunks.flatMap((_, one) => chunks.flatMap((__, two) => [one, two]))
  const found = await fieldsOf(...order.map((at) => chunks[at] as Buffer))
  assert.deepEqual(
    found,
    order.map((at) => alone[at]),
  )
})

test('a name that changed behind a definition that did not is seen', async () => {
  const chunk = chunkOf(templateOf('Alpha', 'first'), ['Alpha', 'Word'])
  const changed = Buffer.from(chunk)
  const at = changed.indexOf(Buffer.from('Alpha', 'utf16le'))
  changed.write('Omega', at, 'utf16le')
  // The checksum is wrong then, which is only told: both are read without it.
  const read = async (bytes: Buffer) => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      yield logOf(bytes)
    }
    const keys: string[] = []
    for await (const item of evtxParser.read(pieces(), { source: 'x', now: 0 }))
      if (!isBroken(item)) keys.push(...Object.keys(item.fields))
    return keys
  }
  assert.ok((await read(chunk)).includes('Alpha'))
  const after = await read(changed)
  assert.deepEqual([after.includes('Omega'), after.includes('Alpha')], [true, false])
})
