// Runs the public comparison corpora of the vers and univers projects for the schemes we have.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareVersions, type VersionScheme } from './index.ts'
import { corpusCases } from './reference/corpus.ts'

const schemeOfCorpus: Readonly<Record<string, VersionScheme>> = {
  deb: 'deb',
  npm: 'semver',
  semver: 'semver',
  rpm: 'rpm',
  pypi: 'pep440',
}

for (const folder of ['univers-tests', 'vers-tests'] as const) {
  const cases = corpusCases(folder)
  const skip = cases ? false : `${folder} is not on this machine; set SALUS_TEST_DATA`
  test(`the comparisons of ${folder} come out as expected`, { skip }, () => {
    for (const { test_type: kind, input, expected_output: expected } of cases ?? []) {
      if (kind !== 'comparison' && kind !== 'equality') continue
      // The corpus schema says so; the test fails on anything else.
      const { input_scheme: name, versions } = input as { input_scheme: string; versions: string[] }
      const scheme = Object.hasOwn(schemeOfCorpus, name) ? schemeOfCorpus[name] : undefined
      if (!scheme) continue
      const compare = (a: string, b: string) =>
        compareVersions(scheme, a, b) ?? assert.fail(`${a} or ${b} has no key`)
      if (kind === 'equality')
        assert.equal(compare(versions[0] ?? '', versions[1] ?? '') === 0, expected, versions.join(' = '))
      else assert.deepEqual(versions.toSorted(compare), expected, versions.join(' < '))
    }
  })
}
