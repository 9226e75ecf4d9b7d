// Runs the mandatory cases of the OASIS validator suite and states which of them the checks don't meet.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { readJson } from '../json/index.ts'
import { readCsaf } from './index.ts'
import { loadRules } from './rules.ts'
import type { CsafVersion } from './validate.ts'

const dataFolder = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data')
const archive = join(dataFolder, 'csaf-validator-tests', 'csaf-validator-tests.tar.gz')
const skip = existsSync(archive) ? false : 'the conformance cases are not there (set SALUS_TEST_DATA)'

/** Rules of CSAF 2.1 that neither the library nor we check. */
const uncheckedRules: Readonly<Record<CsafVersion, readonly string[]>> = {
  '2.0': [],
  '2.1': `6.1.27.13 6.1.42 6.1.44 6.1.46 6.1.47 6.1.48 6.1.49 6.1.50 6.1.51 6.1.53 6.1.54 6.1.55 6.1.56 6.1.57
    6.1.58 6.1.59 6.1.60.1 6.1.60.2 6.1.60.3 6.1.61`.split(/\s+/),
}

/** Cases of checked rules that are judged otherwise than the suite wants. */
const knownDeviations: Readonly<Record<CsafVersion, readonly string[]>> = {
  '2.0': [],
  '2.1': [
    // CVSS 4 with threat metrics: the library goes by an older schema of CVSS 4 with a threatScore.
    '6.1.8 6-1-08-05',
    '6.1.8 6-1-08-06',
    '6.1.9 6-1-09-15',
    // 6.1.27 of the final text also binds superseded and deprecated documents, and ids for some products only.
    '6.1.27.3 6-1-27-03-03',
    '6.1.27.8 6-1-27-08-02',
    '6.1.27.11 6-1-27-11-03',
    // A leap second.
    '6.1.37 6-1-37-14',
  ],
}

interface SuiteTest {
  readonly id: string
  readonly group: string
  /** Documents that the test must report. Those in `valid` it must not, though other tests may. */
  readonly failures?: readonly { readonly name: string }[]
  readonly valid?: readonly { readonly name: string }[]
}

for (const version of ['2.0', '2.1'] as const) {
  test(`the mandatory cases of CSAF ${version} are judged as known`, { skip }, async (context) => {
    const folder = `csaf_${version}/validator/`
    const files = await filesOf(folder)
    // The list has a schema of its own in the suite; a wrong shape fails the comparison below.
    const suite = jsonOf(files.get('testcases.json')) as { readonly tests: readonly SuiteTest[] }
    const mandatory = suite.tests.filter(({ group }) => group === 'mandatory')
    const checked = new Set((await loadRules[version]()).map(({ id }) => id))
    const deviations: string[] = []
    let passed = 0
    let unchecked = 0
    for (const { id, failures = [], valid = [] } of mandatory) {
      const cases = [
        ...failures.map((one) => ({ ...one, fails: true })),
        ...valid.map((one) => ({ ...one, fails: false })),
      ]
      for (const { name, fails } of cases) {
        if ((await breaks(jsonOf(files.get(name)), id)) === fails) passed += 1
        else if (!fails || checked.has(id)) deviations.push(`${id} ${shortName(name)}`)
        else unchecked += 1
      }
    }
    context.diagnostic(
      `CSAF ${version}: ${passed} as wanted, ${deviations.length} otherwise, ${unchecked} missed for want of a rule`,
    )
    const missing = mandatory.map(({ id }) => id).filter((id) => !checked.has(id))
    assert.deepEqual(missing, uncheckedRules[version])
    assert.deepEqual(deviations, knownDeviations[version])
  })
}

/** True if the schema or the rule under test has something to say; other rules have cases of their own. */
async function breaks(document: unknown, id: string): Promise<boolean> {
  const { faults } = await readCsaf(document)
  return faults.some(({ code }) => code === `csaf/${id}` || code === 'csaf/schema')
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  const reading = readJson(bytes ?? assert.fail('a file of the suite is missing'))
  return reading.outcome === 'read' ? reading.value : assert.fail(JSON.stringify(reading.faults))
}

/** `…-6-1-08-05.json` without the long common beginning. */
function shortName(name: string): string {
  return /6-1-[\d-]+/.exec(name)?.[0] ?? name
}

async function filesOf(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for await (const entry of createReadStream(archive).pipe(createGunzip()).pipe(extract())) {
    const chunks: Uint8Array[] = []
    // An entry is a byte stream; its type leaves the chunks open.
    for await (const chunk of entry) chunks.push(chunk as Uint8Array)
    if (entry.header.name.startsWith(folder))
      files.set(entry.header.name.slice(folder.length), Buffer.concat(chunks))
  }
  return files
}
