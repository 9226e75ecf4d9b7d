// Tests of telling formats apart and of reading any of them.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { buildCsaf } from '../csaf/builders.ts'
import { buildCve } from '../cve/builders.ts'
import { detectAdvisoryFormat, readAdvisory } from './index.ts'

const osv = { id: 'GO-2026-1', modified: '2026-03-05T10:00:00Z', affected: [] }
const kev = { catalogVersion: '2026.03.06', dateReleased: '2026-03-06T00:00:00Z', vulnerabilities: [] }

test('each format is told by its keys and read', async () => {
  const cases: [json: unknown, format: string, trackingId: string | undefined][] = [
    [buildCsaf(), 'csaf-2.0', 'INV-2026-001'],
    [buildCsaf({ version: '2.1' }), 'csaf-2.1', 'INV-2026-001'],
    [buildCve(), 'cve-5', 'CVE-2026-12345'],
    [osv, 'osv', 'GO-2026-1'],
    [kev, 'kev', undefined],
  ]
  for (const [json, format, trackingId] of cases) {
    assert.equal(detectAdvisoryFormat(json), format)
    const reading = await readAdvisory(json)
    assert.deepEqual(
      [reading.format, reading.validity, reading.advisory?.trackingId],
      [format, 'valid', trackingId],
    )
    assert.equal(reading.kev !== null, format === 'kev')
    assert.deepEqual(reading.faults, [])
  }
})

test('other documents are refused with what to send instead', async () => {
  for (const json of [null, 7, 'x', [], {}, [buildCve()], { id: 'x' }, { document: 'x' }, { toString: 1 }]) {
    assert.equal(detectAdvisoryFormat(json), null)
    const { advisory, validity, faults } = await readAdvisory(json)
    assert.deepEqual([advisory, validity, faults[0]?.code], [null, 'invalid', 'advisory/unknown-format'])
  }
})

test('a list of components is told to be an inventory', async () => {
  const { format, advisory, faults } = await readAdvisory({ bomFormat: 'CycloneDX', components: [] })
  assert.deepEqual(
    [format, advisory, faults[0]?.code],
    ['cyclonedx-vex', null, 'cyclonedx/no-vulnerabilities'],
  )
})

test('a document that only looks like its format is invalid, not a crash', async () => {
  for (const json of [
    { document: {} },
    { cveMetadata: {} },
    { dataType: 'CVE_RECORD' },
    { id: '', modified: '' },
  ]) {
    const { advisory, validity, faults } = await readAdvisory(json)
    assert.deepEqual([advisory, validity], [null, 'invalid'])
    assert.ok(faults.length > 0)
  }
})

test('a document that was checked before is read without checking it again', async () => {
  const broken = buildCsaf({ document: { title: undefined } })
  assert.equal((await readAdvisory(broken)).validity, 'invalid')
  const reading = await readAdvisory(broken, { validate: false })
  assert.deepEqual([reading.validity, reading.advisory?.statements.length], ['valid', 2])
})

test('no JSON makes the reader throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (json) => {
      await readAdvisory(json)
    }),
    { numRuns: 300 },
  )
})
