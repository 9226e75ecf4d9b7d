// Tests of reading the catalogue of known exploited vulnerabilities.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mutationsOf } from '../json/builders.ts'
import { readKev } from './index.ts'

type Json = Readonly<Record<string, unknown>>

function entryOf(changes: Json = {}): Json {
  return {
    cveID: 'CVE-2026-12345',
    vendorProject: 'Inventra',
    product: 'Infusor X',
    vulnerabilityName: 'Inventra Infusor X Missing Authentication',
    dateAdded: '2026-03-06',
    shortDescription: 'Anyone can stop a pump.',
    requiredAction: 'Update or unplug.',
    dueDate: '2026-03-27',
    knownRansomwareCampaignUse: 'Known',
    notes: 'https://inventra.example',
    ...changes,
  }
}

function catalogueOf(vulnerabilities: readonly unknown[]): Json {
  return {
    catalogVersion: '2026.03.06',
    dateReleased: '2026-03-06T17:04:19.9796Z',
    count: 1,
    vulnerabilities,
  }
}

test('entries are read with their days and the use by ransomware', () => {
  const reading = readKev(
    catalogueOf([
      entryOf(),
      entryOf({ cveID: 'CVE-2026-2222', knownRansomwareCampaignUse: 'Unknown', dueDate: undefined }),
    ]),
  )
  assert.ok(reading.outcome === 'read')
  assert.deepEqual(reading.warnings, [])
  assert.deepEqual(
    [reading.value.catalogVersion, reading.value.dateReleased],
    ['2026.03.06', '2026-03-06T17:04:19.979Z'],
  )
  assert.deepEqual(reading.value.entries[0], {
    cveId: 'CVE-2026-12345',
    vendorProject: 'Inventra',
    product: 'Infusor X',
    vulnerabilityName: 'Inventra Infusor X Missing Authentication',
    dateAdded: '2026-03-06',
    dueDate: '2026-03-27',
    requiredAction: 'Update or unplug.',
    knownRansomwareCampaignUse: true,
    notes: 'https://inventra.example',
  })
  assert.deepEqual(
    [reading.value.entries[1]?.knownRansomwareCampaignUse, reading.value.entries[1]?.dueDate],
    [false, null],
  )
})

test('a bad entry is a warning with its place, the others are kept', () => {
  const bad = [
    { cveID: 'CVE-26-1' },
    { dateAdded: 'yesterday' },
    { dateAdded: '2026-02-31' },
    { cveID: undefined },
  ]
  const reading = readKev(catalogueOf([...bad.map(entryOf), 7, entryOf()]))
  assert.ok(reading.outcome === 'read')
  assert.equal(reading.value.entries.length, 1)
  assert.deepEqual(
    reading.warnings.map(({ place }) => place).sort(),
    [0, 1, 2, 3, 4].map((index) => `/vulnerabilities/${index}`),
  )
})

test('an id that is listed twice counts once', () => {
  const reading = readKev(catalogueOf([entryOf(), entryOf({ dateAdded: '2026-03-07' })]))
  assert.ok(reading.outcome === 'read')
  assert.deepEqual(
    reading.value.entries.map(({ dateAdded }) => dateAdded),
    ['2026-03-07'],
  )
})

test('what is no catalogue is refused', () => {
  for (const json of [
    null,
    [],
    {},
    { catalogVersion: '1' },
    { vulnerabilities: [] },
    { catalogVersion: '1', vulnerabilities: {} },
  ]) {
    const reading = readKev(json)
    assert.ok(reading.outcome === 'refused' && reading.faults[0].code === 'kev/not-a-catalogue')
  }
})

test('no JSON and no change to a good catalogue makes the reader throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), mutationsOf(catalogueOf([entryOf(), entryOf()]))), (json) => {
      readKev(json)
    }),
    { numRuns: 500 },
  )
})
