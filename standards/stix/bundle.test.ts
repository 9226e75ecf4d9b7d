// Tests of what is shared of an incident: valid STIX 2.1 by the OASIS schemas, valid MISP, and nothing of the victim.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { extract as untar } from 'tar-stream'
import { mispEvent } from '../misp/index.ts'
import { type IncidentExtract, stixBundle, stixPattern, tlpLevels } from './index.ts'

const extract: IncidentExtract = {
  seed: 'case 1',
  producer: 'Support centre',
  title: 'Ransomware at a healthcare provider',
  description: 'Entry through a remote access without second factor.',
  tlp: 'amber',
  country: 'DE',
  day: '2026-03-29',
  madeAt: new Date('2026-04-20T08:00:00Z'),
  indicators: [
    { type: 'domain', value: 'update-centre.example', note: null },
    { type: 'ipv4', value: '192.0.2.7', note: 'command and control' },
    { type: 'sha256', value: 'ab'.repeat(32), note: null },
    { type: 'file-name', value: "it's here.exe", note: null },
    { type: 'other', value: 'a mutex', note: null },
  ],
}

const data = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data')
const archive = join(data, 'stix-taxii/stix-taxii.tar.gz')

async function schemas(): Promise<readonly Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  const tar = untar()
  tar.end(gunzipSync(readFileSync(archive)))
  for await (const entry of tar) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    if (/stix2-json-schemas\/schemas\/.*\.json$/.test(entry.header.name))
      found.push(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>)
  }
  return found
}

test('every object is valid by the OASIS schemas, at each TLP level', {
  skip: existsSync(archive) ? false : `${archive} is not there`,
}, async () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: false })
  formats.default(ajv)
  const all = await schemas()
  assert.ok(all.length > 20, 'the schemas were found')
  for (const schema of all) ajv.addSchema(schema)
  const idOf = (type: string) => all.find((schema) => schema.title === type)?.$id as string | undefined
  for (const tlp of tlpLevels) {
    const { bundle } = stixBundle({ ...extract, tlp })
    const objects = bundle.objects as Record<string, unknown>[]
    // The schema of the bundle leaves locations out, which STIX 2.1 (4.11) defines and their own schema covers.
    const listed = { ...bundle, objects: objects.filter(({ type }) => type !== 'location') }
    for (const object of [listed, ...objects] as Record<string, unknown>[]) {
      const id = idOf(String(object.type))
      assert.ok(id, `there is a schema for ${object.type}`)
      const validate = ajv.getSchema(id)
      assert.ok(
        validate?.(object),
        `${tlp} ${object.type}: ${JSON.stringify(validate?.errors).slice(0, 300)}`,
      )
    }
  }
})

test('what has no pattern is named and not dropped in silence', () => {
  assert.deepEqual(
    stixBundle(extract).leftOut.map(({ value }) => value),
    ['a mutex'],
  )
})

test('the same thing shared twice has the same identifiers, another case has others', () => {
  const ids = (of: IncidentExtract) =>
    (stixBundle(of).bundle.objects as { id: string; type: string }[])
      .filter(({ type }) => type === 'indicator')
      .map(({ id }) => id)
  assert.deepEqual(ids(extract), ids({ ...extract, madeAt: new Date('2026-05-01T00:00:00Z') }))
  assert.notDeepEqual(ids(extract), ids({ ...extract, seed: 'case 2' }))
})

test('no value leaves the quotes of its pattern', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const pattern = stixPattern('file-name', value) ?? ''
      const inside = pattern.slice("[file:name = '".length, -"']".length)
      assert.equal(inside.replaceAll(/\\([\\'])/g, '$1'), value)
      assert.equal(/(?<!\\)(?:\\\\)*'/.test(inside), false)
    }),
    { numRuns: 500 },
  )
})

test('the MISP event is marked, unpublished, and holds every indicator', () => {
  const { Event } = mispEvent(extract, { threatLevel: 1 }) as { Event: Record<string, unknown> }
  assert.deepEqual([Event.published, Event.distribution, Event.date], [false, '0', '2026-03-29'])
  assert.deepEqual((Event.Tag as { name: string }[])[0]?.name, 'tlp:amber')
  assert.deepEqual(
    (Event.Attribute as { type: string }[]).map(({ type }) => type),
    ['domain', 'ip-dst', 'sha256', 'filename', 'text'],
  )
})
