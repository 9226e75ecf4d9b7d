// Tests that the fast engine and the naive one agree on any rule and any event, also where the index could lose one.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FieldValue, LogEvent } from '../event/event.ts'
import { readRules } from '../sigma/read.ts'
import type { DetectionRule } from '../sigma/rule.ts'
import { event } from './builders.ts'
import { matcherOf } from './matcher.ts'
import { naiveMatcherOf } from './naive.ts'

const sysmon = 'Microsoft-Windows-Sysmon/Operational'
/** Letters that fold, compose, change their length or mean something in rules. */
const unit = fc.constantFrom(
  'a',
  'B',
  'c',
  'é',
  'e\u0301',
  'İ',
  'ς',
  'Σ',
  '1',
  '.',
  '\\',
  ' ',
  '\u0000',
  '東',
)
const word = fc.string({ unit, maxLength: 4 })
const written = fc.oneof(
  { weight: 4, arbitrary: word },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.oneof(word, fc.constantFrom('*', '?', '\\*')), { maxLength: 4 })
      .map((parts) => parts.join('')),
  },
)
const field = fc.constantFrom('F', 'G', 'Image', 'User', 'EventID')
const plain: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: written },
  { weight: 2, arbitrary: fc.constantFrom(1, 4688, 0, true, null, '') },
)
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 1, maxLength: 3 })

const entry: fc.Arbitrary<readonly [string, unknown]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(field, some(plain)) },
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc
        .tuple(
          field,
          fc.constantFrom('contains', 'startswith', 'endswith'),
          fc.constantFrom('', '|all', '|cased', '|neq', '|windash'),
        )
        .map(([name, relation, more]) => `${name}|${relation}${more}`),
      some(written),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      field.map((name) => `${name}|exists`),
      fc.boolean(),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      field.map((name) => `${name}|gte`),
      fc.nat(5_000),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      field.map((name) => `${name}|fieldref|contains`),
      field,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      field.map((name) => `${name}|re`),
      fc.constantFrom('^a.*', '(?i)abc?', 'a[1c]+', '\\bB$'),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant('|all'), some(word.filter((text) => text !== ''))) },
)
const selection = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(entry, { minLength: 1, maxLength: 3 }).map((entries) => Object.fromEntries(entries)),
  },
  { weight: 1, arbitrary: some(word.filter((text) => text !== '')) },
)
const condition = fc.constantFrom(
  's0',
  's0 and s1',
  's0 or s1',
  's0 and not s1',
  '1 of s*',
  'all of s*',
  '2 of s*',
  'not s0',
)
const logSource = fc.constantFrom(
  { product: 'windows' },
  { product: 'windows', service: 'security' },
  { product: 'windows', category: 'process_creation' },
)
const rules = fc.array(fc.tuple(selection, selection, selection, condition, logSource), {
  minLength: 1,
  maxLength: 8,
})

const value: fc.Arbitrary<FieldValue> = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 1, arbitrary: fc.array(word, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(1, 4688, 0.5, true, null) },
)
const made: fc.Arbitrary<LogEvent> = fc
  .tuple(
    fc.dictionary(
      fc.constantFrom('F', 'G', 'Image', 'NewProcessName', 'SubjectUserName', 'SubjectDomainName'),
      value,
    ),
    fc.constantFrom<FieldValue>('Security', sysmon, 'Other', null),
    fc.constantFrom<FieldValue>(1, 4688, '4688', 7, null, ['1', '4688'], ['4688']),
    fc.option(word),
  )
  .map(([values, Channel, EventID, raw]) => event({ ...values, Channel, EventID }, { raw }))

function read(parts: readonly unknown[][]): readonly DetectionRule[] {
  return parts.flatMap(([s0, s1, s2, chosen, source], at) => {
    const document = {
      title: 't',
      id: `r${at}`,
      logsource: source,
      detection: { s0, s1, s2, condition: chosen },
    }
    return readRules(JSON.stringify(document), 'made.yml').rules.filter((rule) => rule.kind === 'detection')
  })
}

test('any rules find the same in any events on both engines', () => {
  let hits = 0
  fc.assert(
    fc.property(rules, fc.array(made, { minLength: 1, maxLength: 6 }), (parts, events) => {
      const chosen = read(parts)
      const fast = matcherOf(chosen)
      const naive = naiveMatcherOf(chosen)
      // Twice, because what was kept of the first time must not change the second.
      for (const one of [...events, ...events]) {
        const expected = naive.match(one)
        hits += expected.length
        assert.deepEqual(
          fast.match(one).map(({ rule }) => rule),
          expected,
        )
      }
    }),
    { numRuns: 1_500 },
  )
  assert.ok(hits > 1_000, `${hits} hits`)
})
