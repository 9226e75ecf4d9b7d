// Tests of reading STIX patterns: what is usable, why the rest is not, and the cases of OASIS.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { readStixPattern, stixPattern } from './index.ts'

const limits = { maxUnits: 10_000, maxTerms: 100 }
const read = (pattern: string) => readStixPattern(pattern, limits)

test('comparisons joined by OR give their values, wherever the brackets stand', () => {
  const cases: readonly (readonly [pattern: string, ...terms: string[]])[] = [
    ["[domain-name:value = 'evil.example']", 'domain-name:value = evil.example'],
    [
      "[ipv4-addr:value='192.0.2.1' OR ipv4-addr:value ISSUBSET '198.51.100.0/24']",
      'ipv4-addr:value = 192.0.2.1',
      'ipv4-addr:value ISSUBSET 198.51.100.0/24',
    ],
    ["([a:b == 'x'] OR [(c:d IN ('y','z'))])", 'a:b = x', 'c:d = y', 'c:d = z'],
    ["[file:hashes.'SHA-256' = 'ab\\'\\\\c']", "file:hashes.'SHA-256' = ab'\\c"],
    ["[email-message:from_ref.value = 'a@b.example']", 'email-message:from_ref.value = a@b.example'],
    ["[x:y[*].z = 'v' OR x:y[0].z = 'w']", 'x:y[*].z = v', 'x:y[0].z = w'],
  ]
  for (const [pattern, ...terms] of cases) {
    const reading = read(pattern)
    assert.ok('terms' in reading, `${pattern}: ${'because' in reading ? reading.because : ''}`)
    assert.deepEqual(
      reading.terms.map(({ path, operator, value }) => `${path} ${operator} ${value}`),
      terms,
    )
  }
})

test('what asks for more than one value says why it cannot be used', () => {
  const cases: readonly (readonly [pattern: string, because: RegExp])[] = [
    ["[a:b = 'x' AND c:d = 'y']", /AND/],
    ["[a:b = 'x'] FOLLOWEDBY [c:d = 'y']", /FOLLOWEDBY/],
    ["[a:b = 'x'] WITHIN 5 SECONDS", /WITHIN/],
    ["[a:b != 'x']", /not the case/],
    ["[NOT a:b = 'x']", /not the case/],
    ["[a:b NOT = 'x']", /not the case/],
    ["[a:b LIKE 'x%']", /LIKE/],
    ['[a:b = 5]', /no text/],
    ["[a:b = h'ab']", /no text/],
    ['[a:b > 5]', /no single value/],
    ["[a:b = 'x'", /too early/],
    ["[a:b = 'x' OR]", /STIX asks/],
    ["a:b = 'x'", /STIX asks/],
    ["[a:b = 'x')", /pair/],
    ["[[a:b = 'x']]", /within brackets/],
    ["[a:b IN ('x' 'y')]", /list/],
    ["[a:b = 'x", /character 8/],
    ['', /too early/],
    ['x'.repeat(10_001), /longer/],
    [`[${Array.from({ length: 101 }, () => "a:b = 'x'").join(' OR ')}]`, /more than 100/],
  ]
  for (const [pattern, because] of cases) {
    const reading = read(pattern)
    assert.ok('because' in reading, pattern)
    assert.match(reading.because, because, pattern)
  }
})

test('what is written is read back, whatever signs the value has', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      assert.deepEqual(read(stixPattern('domain', value) ?? ''), {
        terms: [{ path: 'domain-name:value', operator: '=', value }],
      })
    }),
    { numRuns: 300 },
  )
})

test('hostile patterns take time in proportion to their length', () => {
  const wide = { maxUnits: 500_000, maxTerms: 1_000_000 }
  const before = process.cpuUsage()
  for (const pattern of [
    '['.repeat(100_000),
    '('.repeat(100_000),
    `[a:${"'x'".repeat(60_000)}`,
    `[a:b = '${'\\'.repeat(200_001)}`,
    `[a:b IN (${"'x',".repeat(50_000)}`,
  ])
    assert.ok('because' in readStixPattern(pattern, wide))
  const { user, system } = process.cpuUsage(before)
  assert.ok(user + system < 5_000_000, `${user + system} µs`)
})

const data = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data')
const cases = join(data, 'stix-patterns/stix-pattern-cases.json')

test('no pattern that OASIS calls an error is used', {
  skip: existsSync(cases) ? false : `${cases} is not there`,
}, () => {
  const all = (JSON.parse(readFileSync(cases, 'utf8')) as { cases: { pattern: string; expected: string }[] })
    .cases
  const wrong = all.filter(({ expected }) => expected === 'error')
  assert.ok(wrong.length > 10)
  for (const { pattern } of wrong) assert.ok('because' in read(pattern), pattern)
  assert.ok(all.filter(({ pattern }) => 'terms' in read(pattern)).length > 20)
})
