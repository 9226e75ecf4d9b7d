// Cross-checks keys against the programs that define the order, where this machine has them.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { compareVersions, type VersionScheme } from './index.ts'

/** dpkg compares one pair a call, which takes most of a minute for all; they are made anew from the same seed, so fewer are the first of them. */
const pairs = process.env.SALUS_ALL_JOURNEYS ? 3_000 : 1_000
const longestRunMs = 60_000

/** The same texts in each run: digits and words in turn, chosen by a seeded generator. */
function texts(pieces: readonly string[], count: number): readonly string[] {
  let state = 4_711
  const next = (sides: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % sides
  }
  return Array.from(
    { length: count },
    () => `1${Array.from({ length: next(5) }, () => pieces[next(pieces.length)]).join('')}`,
  )
}

function agree(scheme: VersionScheme, all: readonly string[], answers: readonly string[]): number {
  let compared = 0
  for (const [i, answer] of answers.entries()) {
    const [a = '', b = ''] = [all[2 * i], all[2 * i + 1]]
    if (answer === '?') continue
    compared++
    assert.equal(compareVersions(scheme, a, b), Number(answer), `${a} against ${b}`)
  }
  return compared
}

test('Debian keys agree with dpkg', (context) => {
  if (spawnSync('dpkg', ['--version']).status !== 0) return context.skip('dpkg is not on this machine')
  const all = texts(['.', '~', '+', 'a', 'Z', '0', '00', '1', '9', '10', '-1', '~rc', '.2'], 2 * pairs)
  const script = `while IFS=' ' read -r a b; do
    if dpkg --compare-versions "$a" lt "$b"; then echo -1
    elif dpkg --compare-versions "$a" eq "$b"; then echo 0; else echo 1; fi; done`
  const input = Array.from({ length: pairs }, (_, i) => `${all[2 * i]} ${all[2 * i + 1]}`).join('\n')
  const { stdout } = spawnSync('sh', ['-c', script], {
    input: `${input}\n`,
    encoding: 'utf8',
    timeout: longestRunMs,
  })
  const compared = agree('deb', all, stdout.trim().split('\n'))
  context.diagnostic(`${compared} pairs against dpkg`)
  assert.ok(compared > pairs / 2)
})

test('Python keys agree with the packaging library', (context) => {
  if (spawnSync('python3', ['-c', 'import packaging.version']).status !== 0)
    return context.skip('python3 with packaging is not on this machine')
  const all = texts(
    ['.1', '.0', '.10', 'a1', 'b2', 'rc1', '.post1', '.dev0', '+ubuntu.1', '+2', '.2'],
    2 * pairs,
  )
  const script = `
import sys
from packaging.version import Version, InvalidVersion
for line in sys.stdin:
    a, b = line.split()
    try:
        x, y = Version(a), Version(b)
        print(-1 if x < y else 0 if x == y else 1)
    except InvalidVersion:
        print('?')`
  const input = Array.from({ length: pairs }, (_, i) => `${all[2 * i]} ${all[2 * i + 1]}`).join('\n')
  const { stdout } = spawnSync('python3', ['-c', script], {
    input: `${input}\n`,
    encoding: 'utf8',
    timeout: longestRunMs,
  })
  const compared = agree('pep440', all, stdout.trim().split('\n'))
  context.diagnostic(`${compared} pairs against packaging`)
  assert.ok(compared > pairs / 4)
})
