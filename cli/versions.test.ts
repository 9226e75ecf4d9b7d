// The command `versions`, run as an operator runs it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

function run(scheme: string, input: string) {
  const root = join(import.meta.dirname, '..')
  return spawnSync(process.execPath, ['--import', 'tsx', 'cli/salus.ts', 'versions', '--scheme', scheme], {
    cwd: root,
    input,
    encoding: 'utf8',
    timeout: 300_000,
  })
}

test('the command versions answers each pair on a line of its own', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['semver', '1.0.0-rc.1\t1.0.0\n1.0.0\t1.0.0+b\n2.0.0\t1.9.9\nlatest\t1.0.0', '<=>?'],
    ['pypi', '1.0.dev1\t1.0\r\n1.0\t1.0.0\r\n', '<='],
    ['maven', '1-rc1\t1\n1.foo.2\t1.1\n1.0\t1-ga\n', '<<='],
  ]
  for (const [scheme, input, answers] of cases) {
    const { stdout, status } = run(scheme, input)
    assert.equal(stdout, `${[...answers].join('\n')}\n`, scheme)
    assert.equal(status, 0)
  }
})

test('a line without a tab gives a question mark and says which line it is', () => {
  const { stdout, stderr } = run('deb', '1.0\t2.0\n1.0\n\n1.0~rc1\t1.0')
  assert.equal(stdout, '<\n?\n?\n<\n')
  assert.match(stderr, /Line 2 .*\n.*Line 3 /)
})

test('an unknown scheme is refused with the ones there are', () => {
  const { stderr, status } = run('toString', '1\t2')
  assert.equal(status, 2)
  assert.match(stderr, /There is no scheme "toString"[\s\S]*semver\|deb\|rpm/)
})
