// The test suite of the package URL specification: parse, build, and validate.
// SPDX-License-Identifier: EUPL-1.2

import type { Purl } from '@salus/standards/purl'
import { readDataSet } from '../../standards/inventory/data-sets.ts'
import { canonicalPurl, parseStrictPurl } from '../../standards/purl/strict.ts'
import { type Outcome, type Suite, summarise } from './suite.ts'

interface Parts {
  readonly type?: string | null
  readonly namespace?: string | null
  readonly name?: string | null
  readonly version?: string | null
  readonly qualifiers?: Readonly<Record<string, string>> | null
  readonly subpath?: string | null
}

type SuiteCase = { readonly description: string; readonly expected_failure: boolean } & (
  | { readonly test_type: 'parse'; readonly input: string; readonly expected_output: Parts | null }
  | { readonly test_type: 'build'; readonly input: Parts; readonly expected_output: string | null }
  | {
      readonly test_type: 'validate' | 'roundtrip'
      readonly input: string
      readonly expected_output: string | null
    }
)

export function purlSuite(): Suite {
  const outcomes: Outcome[] = []
  for (const { path, bytes } of readDataSet('purl-tests/purl-tests.tar.gz')) {
    if (!path.startsWith('tests/') || !path.endsWith('.json')) continue
    // The suite's own schema: an object with a list of cases.
    const { tests } = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
      readonly tests: readonly SuiteCase[]
    }
    for (const [index, one] of tests.entries()) outcomes.push(judge(`${path} ${index + 1}`, one))
  }
  return summarise('purl', outcomes, exceptions)
}

const exceptions: ReadonlyMap<string, string> = new Map([
  [
    'tests/types/git-test.json 1',
    'The suite lowers the letters of a git path, but its own definition of the type says that they matter.',
  ],
  [
    'tests/types/rpm-test.json 2',
    'The suite refuses capitals in the keys of qualifiers here, and lowers them in the same text of another case.',
  ],
])

function judge(id: string, one: SuiteCase): Outcome {
  const answer = answerOf(one)
  const wanted = one.expected_failure ? null : wantedOf(one)
  const isRight = answer === wanted
  const input = typeof one.input === 'string' ? one.input : JSON.stringify(one.input)
  return { id, deviation: isRight ? null : `${one.test_type} ${input}: ${answer}, wanted ${wanted}` }
}

/** One text for every kind of case; null where the input is refused. */
function answerOf(one: SuiteCase): string | null {
  if (one.test_type === 'build') return canonicalPurl(purlOf(one.input))
  const purl = parseStrictPurl(one.input)
  if (purl === null) return null
  return one.test_type === 'parse' ? printParts(purl) : canonicalPurl(purl)
}

function wantedOf(one: SuiteCase): string | null {
  if (one.test_type !== 'parse') return one.expected_output
  return one.expected_output === null ? null : printParts(purlOf(one.expected_output))
}

function purlOf(parts: Parts): Purl {
  return {
    type: parts.type ?? '',
    namespace: parts.namespace ?? null,
    name: parts.name ?? '',
    version: parts.version ?? null,
    qualifiers: new Map(Object.entries(parts.qualifiers ?? {})),
    subpath: parts.subpath ?? null,
  }
}

function printParts(purl: Purl): string {
  return JSON.stringify({ ...purl, qualifiers: [...purl.qualifiers].sort() })
}
