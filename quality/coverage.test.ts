// Tests of the report on version statements: what counts as read, and how unread forms are grouped.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { coverageFolder, measureCoverage } from './coverage.ts'
import { formOf } from './version-form.ts'

test('texts of one form count as one, whatever their figures and names', () => {
  assert.equal(formOf('< 4.2 of Ventalo lot 17'), formOf('< 7.15 of Pulsera lot 3'))
  assert.notEqual(formOf('< 4.2'), formOf('<= 4.2'))
})

test('each statement is counted once, and a text that cannot be read is listed with an example', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'salus-coverage-'))
  try {
    const texts = ['< 2.4', '< 2.4', 'vers:all/*', '<= first two digits of serial number 24']
    await writeFile(join(folder, 'invented.jsonl'), `${JSON.stringify(csafWith(texts))}\n`)
    const { total, sets, unreadForms } = await measureCoverage(folder)
    assert.deepEqual(Object.keys(sets), ['invented'])
    assert.deepEqual(
      [total.documents, total.statements, total.allVersions, total.parsed, total.cannotTell],
      [1, 4, 1, 2, 1],
    )
    assert.equal(unreadForms[0]?.example, '<= first two digits of serial number 24')
  } finally {
    await rm(folder, { recursive: true })
  }
})

const folder = coverageFolder()
const skip = folder === null ? 'csaf-cisa is not on this machine; set SALUS_TEST_DATA' : false

test('of the public advisories at least 98 of 100 statements are read', { skip }, async () => {
  const { total } = await measureCoverage(folder ?? '')
  assert.ok(total.statements > 10_000)
  assert.ok(total.readShare >= 0.98, JSON.stringify(total))
})

function csafWith(texts: readonly string[]): unknown {
  const branches = texts.map((text, index) => ({
    category: 'product_name',
    name: `Ventalo ${'ABCD'[index]}`,
    branches: [
      {
        category: 'product_version_range',
        name: text,
        product: { name: `Ventalo ${'ABCD'[index]} ${text}`, product_id: `P${index}` },
      },
    ],
  }))
  return {
    document: {
      category: 'csaf_security_advisory',
      csaf_version: '2.0',
      title: 'Invented advisory',
      publisher: { category: 'vendor', name: 'Norvik', namespace: 'https://norvik.example' },
      tracking: {
        id: 'INV-2030-001',
        status: 'final',
        version: '1',
        initial_release_date: '2030-01-01T00:00:00Z',
        current_release_date: '2030-01-01T00:00:00Z',
        revision_history: [{ date: '2030-01-01T00:00:00Z', number: '1', summary: 'First' }],
      },
    },
    product_tree: { branches: [{ category: 'vendor', name: 'Norvik', branches }] },
    vulnerabilities: [
      { cve: 'CVE-2030-0001', product_status: { known_affected: texts.map((_, index) => `P${index}`) } },
    ],
  }
}
