// `npm run test:conformance`: runs every suite whose data is at hand and prints what passed, failed, and is excepted.
// SPDX-License-Identifier: EUPL-1.2
import { absent } from '../../standards/inventory/data-sets.ts'
import type { Suite } from './suite.ts'
import { type SuiteSource, suites } from './suites.ts'

interface Missing {
  readonly name: string
  readonly missing: string
}

const asJson = process.argv.includes('--json')
const results: (Suite | Missing)[] = []
for (const source of suites) {
  const result = await runSuite(source)
  results.push(result)
  if (!asJson) for (const line of describe(result)) process.stdout.write(`${line}\n`)
}
const finished = results.filter((result) => 'passed' in result)
const passed = finished.reduce((sum, suite) => sum + suite.passed, 0)
const failed = finished.reduce((sum, suite) => sum + suite.failed, 0)
const excepted = finished.reduce((sum, suite) => sum + suite.exceptions.length, 0)
if (asJson)
  process.stdout.write(`${JSON.stringify({ passed, failed, excepted, suites: results }, null, 2)}\n`)
else
  process.stdout.write(
    `\n${excepted} excepted, each with its reason above\n${passed} passed, ${failed} failed\n`,
  )
process.exitCode = failed > 0 ? 1 : 0

async function runSuite(source: SuiteSource): Promise<Suite | Missing> {
  const missing = source.archive === null ? false : absent(source.archive)
  if (missing !== false) return { name: source.name, missing }
  return source.run()
}

function describe(result: Suite | Missing): string[] {
  if ('missing' in result) return [`${result.name}: not run, ${result.missing} (set SALUS_TEST_DATA)`]
  const { name, failures, exceptions } = result
  return [
    `${name}: ${result.passed} passed, ${result.failed} failed, ${exceptions.length} excepted`,
    ...failures.map(({ id, detail }) => `  failed    ${id}: ${detail}`),
    ...exceptions.map(({ id, reason }) => `  excepted  ${id}: ${reason}`),
  ]
}
