// Reads every advisory of the test data; the counts say when a change to a reader loses something.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { readJson } from '../json/index.ts'
import { type DocumentReading, readAdvisory } from './index.ts'

const dataFolder = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data')

interface Count {
  documents: number
  invalid: number
  /** Neither an advisory nor a fault. */
  silent: number
  statements: number
}

/** Medical sets whole; the larger ones every so many lines, to stay within seconds. */
const sets: readonly [file: string, every: number, expected: Count][] = [
  ['csaf-cisa/icsma-medical.jsonl.gz', 1, { documents: 144, invalid: 0, silent: 0, statements: 1596 }],
  ['csaf-cisa/icsa-industrial.jsonl.gz', 5, { documents: 330, invalid: 0, silent: 0, statements: 5014 }],
  ['cve-records/cve-medical.jsonl.gz', 1, { documents: 328, invalid: 0, silent: 0, statements: 722 }],
  [
    'cve-records/cve-hospital-software.jsonl.gz',
    20,
    { documents: 786, invalid: 0, silent: 0, statements: 6176 },
  ],
  ['osv/osv-go.jsonl.gz', 5, { documents: 693, invalid: 0, silent: 0, statements: 1198 }],
  ['osv/osv-pypi.jsonl.gz', 5, { documents: 422, invalid: 0, silent: 0, statements: 833 }],
]

for (const [file, every, expected] of sets) {
  const path = join(dataFolder, file)
  const skip = existsSync(path) ? false : `${file} is not there (set SALUS_TEST_DATA)`
  test(`${file} is read without loss`, { skip }, async () => {
    const count: Count = { documents: 0, invalid: 0, silent: 0, statements: 0 }
    for (const line of linesOf(path).filter((_, index) => index % every === 0))
      addTo(count, await readLine(line))
    assert.deepEqual(count, expected)
  })
}

function linesOf(path: string): string[] {
  return gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n')
}

async function readLine(line: string): Promise<DocumentReading> {
  const json = readJson(line)
  return json.outcome === 'read' ? readAdvisory(json.value) : assert.fail(JSON.stringify(json.faults))
}

function addTo(count: Count, { advisory, validity, faults }: DocumentReading): void {
  count.documents += 1
  if (validity === 'invalid') count.invalid += 1
  const statements = advisory?.statements.length ?? 0
  count.statements += statements
  if (statements === 0 && faults.length === 0 && advisory?.state === 'published') count.silent += 1
}
