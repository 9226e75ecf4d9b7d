// Every case of the vers and univers corpora comes out as wanted, or is excepted with its reason.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { corpusFiles } from '../../standards/versions/reference/corpus.ts'
import { run as runUnivers } from './univers.ts'
import { run as runVers } from './vers.ts'
import { judgeFile } from './version-cases.ts'

const dataFolder = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data')

for (const [folder, run] of [
  ['vers-tests', runVers],
  ['univers-tests', runUnivers],
] as const) {
  const isThere = existsSync(join(dataFolder, folder, `${folder}.tar.gz`))
  const skip = isThere ? false : `${folder} is not on this machine; set SALUS_TEST_DATA`
  test(`every case of ${folder} comes out as wanted or is excepted`, { skip }, async (context) => {
    for (const file of corpusFiles(dataFolder, folder) ?? []) {
      const outcomes = judgeFile(file)
      const failed = outcomes.filter(({ deviation }) => deviation !== null).length
      context.diagnostic(`${file.path}: ${outcomes.length - failed} as wanted, ${failed} otherwise`)
    }
    const { passed, failures, exceptions } = await run(dataFolder)
    context.diagnostic(
      `${folder}: ${passed} passed, ${failures.length} failed, ${exceptions.length} excepted`,
    )
    assert.deepEqual(failures, [])
    assert.ok(passed > 2_000)
  })
}
