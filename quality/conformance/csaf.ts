// The cases of the OASIS validator suite: which documents are valid, and which rule has something to say.
// SPDX-License-Identifier: EUPL-1.2

import { readJson } from '@salus/standards/json'
import { loadAdvice } from '../../standards/csaf/advice.ts'
import { readCsaf } from '../../standards/csaf/read.ts'
import type { CsafAdvice } from '../../standards/csaf/rule.ts'
import type { CsafVersion } from '../../standards/csaf/validate.ts'
import { readDataSet } from '../../standards/inventory/data-sets.ts'
import { csafExceptions } from './csaf-exceptions.ts'
import { type Outcome, type Suite, summarise } from './suite.ts'

interface CaseFile {
  readonly name: string
  /** Whether a basic validator must accept the document; an advice alone makes none invalid. */
  readonly valid: boolean
}

interface SuiteTest {
  readonly id: string
  readonly group: 'mandatory' | 'recommended' | 'optional' | 'informative'
  /** Documents that the test must report. Those in `valid` it must not. */
  readonly failures?: readonly CaseFile[]
  readonly valid?: readonly CaseFile[]
}

type Documents = ReadonlyMap<string, Uint8Array>

/** A case passes if the document is as valid as labelled, and its test reports it exactly where the suite says so. */
export async function csafSuite(version: CsafVersion): Promise<Suite> {
  const folder = `csaf_${version}/validator/`
  const documents: Documents = new Map(
    readDataSet('csaf-validator-tests/csaf-validator-tests.tar.gz')
      .filter(({ path }) => path.startsWith(folder))
      .map(({ path, bytes }) => [path.slice(folder.length), bytes]),
  )
  // The list has a schema of its own in the suite; a wrong shape fails every case below.
  const { tests } = jsonOf(documents, 'testcases.json') as { readonly tests: readonly SuiteTest[] }
  const advice = await loadAdvice[version]()
  const outcomes: Outcome[] = []
  for (const test of tests) {
    for (const file of test.failures ?? []) outcomes.push(await judge(documents, test, file, true, advice))
    for (const file of test.valid ?? []) outcomes.push(await judge(documents, test, file, false, advice))
  }
  return summarise(`csaf-validator ${version}`, outcomes, csafExceptions[version])
}

async function judge(
  documents: Documents,
  test: SuiteTest,
  file: CaseFile,
  reported: boolean,
  advice: readonly CsafAdvice[],
): Promise<Outcome> {
  const document = jsonOf(documents, file.name)
  const reading = await readCsaf(document)
  const codes = [...new Set(reading.faults.map(({ code }) => code))].filter((code) =>
    /\/(?:6|schema)/.test(code),
  )
  const deviations: string[] = []
  if ((reading.validity === 'valid') !== file.valid)
    deviations.push(
      `is ${reading.validity} (${codes.join(' ')}), labelled ${file.valid ? 'valid' : 'invalid'}`,
    )
  const says =
    test.group === 'mandatory'
      ? codes.some((code) => code === `csaf/${test.id}` || code === 'csaf/schema')
      : await advises(advice, test.id, document)
  if (says === null) deviations.push('there is no such test')
  else if (says !== reported)
    deviations.push(`${test.id} ${says ? 'reports it and should not' : 'does not report it'}`)
  return { id: `${test.id} ${shortName(file.name)}`, deviation: deviations.join('; ') || null }
}

/** Null where we have no test of that id. */
async function advises(
  advice: readonly CsafAdvice[],
  id: string,
  document: unknown,
): Promise<boolean | null> {
  const rule = advice.find((one) => one.id === id)
  return rule === undefined ? null : (await rule.check(document, new Date().toISOString())).length > 0
}

function jsonOf(documents: Documents, name: string): unknown {
  const bytes = documents.get(name)
  if (bytes === undefined) throw new Error(`The suite lists ${name}, but does not hold it.`)
  const reading = readJson(bytes)
  return reading.outcome === 'read' ? reading.value : null
}

/** `6-1-08-05` of `oasis_csaf_tc-csaf_2_1-2024-6-1-08-05.json`. */
function shortName(name: string): string {
  return /6-[123]-[\d-]+(?=\.json$)/.exec(name)?.[0] ?? name
}
