// Importing files, folders and archives into the real database.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { Refusal } from '../../../platform/http/problem.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { csafDocument, kevCatalogue, osvRecord, recordingContext, testNow } from '../builders.ts'
import { importAdvisoryFiles } from './import.ts'

let db: TestDatabase
let folder: string
before(async () => {
  db = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'salus-import-'))
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await db.close()
})

test('a folder is imported whole, and a second time nothing is new', async () => {
  mkdirSync(join(folder, 'deep'))
  writeFileSync(join(folder, 'one.json'), JSON.stringify(csafDocument({ id: 'NWM-IMPORT' })))
  writeFileSync(join(folder, 'deep', 'kev.json'), JSON.stringify(kevCatalogue([{ cve: 'CVE-2026-10001' }])))
  const lines = [osvRecord('PYSEC-2026-1'), osvRecord('PYSEC-2026-2')].map((record) => JSON.stringify(record))
  writeFileSync(join(folder, 'deep', 'osv.jsonl.gz'), gzipSync([...lines, '{"broken": '].join('\n')))
  writeFileSync(join(folder, 'README.md'), 'not an advisory')
  symlinkSync('/dev/zero', join(folder, 'endless.json'))
  const progress: number[] = []
  const first = await importAdvisoryFiles(
    recordingContext(db),
    [folder],
    ({ read }) => progress.push(read),
    testNow,
  )
  const { read, new: added, quarantined, kev, kevEntries, ignoredFiles, damagedFiles, faultCodes } = first
  assert.deepEqual(
    { read, added, quarantined, kev, kevEntries, ignoredFiles, damagedFiles, faultCodes },
    {
      read: 5,
      added: 3,
      quarantined: 1,
      kev: 1,
      kevEntries: 1,
      ignoredFiles: 1,
      damagedFiles: [],
      faultCodes: { 'json/truncated': 1 },
    },
  )
  assert.deepEqual(progress, [5])
  assert.ok(first.documentsPerSecond > 0 && first.peakMemory > 10)
  const second = await importAdvisoryFiles(recordingContext(db), [folder], () => undefined, testNow)
  assert.deepEqual([second.new, second.revised, second.known], [0, 0, 3])
})

test('a path that does not exist is refused with its name', async () => {
  await assert.rejects(
    importAdvisoryFiles(recordingContext(db), [join(folder, 'missing.json')], () => undefined, testNow),
    (error: unknown) => error instanceof Refusal && /missing\.json/.test(error.message),
  )
})

const data = join(
  process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../../shared/data'),
  'csaf-cisa',
)
const skip = existsSync(data) ? false : 'the test data csaf-cisa are not there (see SALUS_TEST_DATA)'

test('the medical advisories of CISA are imported without a fault that matters', { skip }, async () => {
  const path = join(data, 'icsma-medical.jsonl.gz')
  const summary = await importAdvisoryFiles(recordingContext(db), [path], () => undefined, testNow)
  assert.deepEqual([summary.new, summary.quarantined], [144, 0])
})
