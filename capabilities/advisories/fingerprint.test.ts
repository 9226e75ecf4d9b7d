// When the remediation fingerprint changes, and when it must not.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Advisory, readAdvisory } from '@salus/standards/advisory'
import { csafDocument, cveRecord, osvRecord } from './builders.ts'
import { hasFix, remediationFingerprint } from './fingerprint.ts'

async function read(document: unknown): Promise<Advisory> {
  const { advisory } = await readAdvisory(document, { validate: false })
  assert.ok(advisory)
  return advisory
}

test('another title, revision, score or product numbering leaves the fingerprint as it is', async () => {
  const before = remediationFingerprint(await read(csafDocument()))
  const renamed = JSON.stringify(csafDocument({ title: 'Clarified', version: '2' })).replaceAll(
    '"P1"',
    '"P77"',
  )
  assert.equal(remediationFingerprint(await read(JSON.parse(renamed))), before)
  assert.equal(remediationFingerprint(await read(csafDocument({ fix: ' update to  2.4.0. ' }))), before)
  assert.equal(remediationFingerprint(await read(csafDocument({ cve: 'CVE-2026-19999' }))), before)
})

test('another fix or another affected range changes the fingerprint', async () => {
  const before = remediationFingerprint(await read(csafDocument()))
  assert.notEqual(remediationFingerprint(await read(csafDocument({ fix: 'Update to 2.4.1.' }))), before)
  assert.notEqual(remediationFingerprint(await read(csafDocument({ range: 'vers:generic/<2.5.0' }))), before)
})

test('the order of statements does not count', async () => {
  const advisory = await read(csafDocument())
  const [first] = advisory.statements
  assert.ok(first)
  const other = { ...first, status: 'fixed' as const }
  const forth = remediationFingerprint({ ...advisory, statements: [first, other] })
  assert.equal(remediationFingerprint({ ...advisory, statements: [other, first] }), forth)
})

test('a fix is a vendor fix, a fixed version, or an upper bound that is not affected any more', async () => {
  assert.equal(hasFix(await read(csafDocument())), true)
  assert.equal(hasFix(await read(cveRecord('CVE-2026-10002'))), true)
  assert.equal(hasFix(await read(osvRecord('PYSEC-2026-1'))), true)
  const advisory = await read(csafDocument())
  assert.equal(hasFix({ ...advisory, remediations: [] }), false)
})
