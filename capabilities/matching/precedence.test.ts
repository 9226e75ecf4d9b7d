// Table of whose word counts (docs/decisions/0011-vex-precedence.md), and that nothing frees a product by accident.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { authorities } from './authority.ts'
import { rule } from './precedence.ts'
import type { Testimony } from './testimony.ts'

const early = '2030-01-01T00:00:00.000Z'
const late = '2030-02-01T00:00:00.000Z'

function says(
  who: string,
  answer: Testimony['answer'],
  authority: Testimony['authority'],
  specificity: Testimony['specificity'] = 'range',
  statedAt: string | null = early,
): Testimony {
  return {
    answer,
    authority,
    specificity,
    statedAt,
    publisher: who,
    advisoryId: 1,
    revisionId: 1,
    sha256: '00',
    pointer: '/x',
    status: 'unknown',
    reason: null,
  }
}

const cve = says('CVE', 'affected', 'coordinator')
const maker = (...rest: [Testimony['answer'], Testimony['specificity']?, (string | null)?]) =>
  says('Maker', rest[0], 'manufacturer', rest[1], rest[2])

const cases: readonly [name: string, own: Testimony | null, others: Testimony[], expected: string | null][] =
  [
    ['the maker frees what the CVE record warns of', cve, [maker('not_affected')], 'not_affected authority'],
    [
      'the distributor frees its package from the CVE record',
      cve,
      [says('Distribution', 'not_affected', 'distributor')],
      'not_affected authority',
    ],
    [
      'a coordinator does not free what the maker warns of',
      maker('affected'),
      [{ ...cve, answer: 'not_affected' }],
      null,
    ],
    [
      'anybody does not free what a coordinator warns of',
      cve,
      [says('X', 'not_affected', 'anybody', 'exact')],
      null,
    ],
    [
      'authority comes before specificity',
      cve,
      [maker('not_affected', 'all'), says('Y', 'affected', 'coordinator', 'exact')],
      'not_affected authority',
    ],
    [
      'the exact version comes before the range',
      maker('affected', 'range', late),
      [maker('not_affected', 'exact', early)],
      'not_affected specificity',
    ],
    [
      'the range does not free the exact version',
      maker('affected', 'exact'),
      [maker('not_affected', 'range', late)],
      null,
    ],
    [
      'the range comes before all versions',
      maker('affected', 'all'),
      [maker('not_affected', 'range')],
      'not_affected specificity',
    ],
    [
      'the later word of one publisher replaces the earlier',
      maker('affected', 'range', early),
      [maker('not_affected', 'range', late)],
      'not_affected time',
    ],
    [
      'the earlier word does not',
      maker('affected', 'range', late),
      [maker('not_affected', 'range', early)],
      null,
    ],
    [
      'two words of one instant contradict each other',
      maker('affected', 'range', early),
      [maker('not_affected', 'range', early)],
      'cannot_tell equals',
    ],
    [
      'without dates nothing is later',
      maker('affected', 'range', null),
      [maker('not_affected', 'range', late)],
      'cannot_tell equals',
    ],
    [
      'equals of different names contradict each other, whoever spoke last',
      cve,
      [says('OSV', 'not_affected', 'coordinator', 'range', late)],
      'cannot_tell equals',
    ],
    [
      'a doubt of equal weight keeps the all-clear from counting',
      cve,
      [maker('not_affected'), says('Other maker', 'cannot_tell', 'manufacturer')],
      'cannot_tell equals',
    ],
    [
      'a doubt of the maker outweighs the all-clear of others',
      cve,
      [maker('cannot_tell'), says('X', 'not_affected', 'coordinator')],
      null,
    ],
    ['that the maker looks into it changes nothing', cve, [maker('cannot_tell')], null],
    ['that all agree changes nothing', cve, [maker('affected', 'exact')], null],
    [
      'an own answer without weight gives way to a certain one',
      null,
      [maker('not_affected')],
      'not_affected authority',
    ],
    ['nobody else speaks', cve, [], null],
  ]

for (const [name, own, others, expected] of cases)
  test(name, () => {
    const orders = [others, others.toReversed()]
    for (const order of orders) {
      const ruling = rule(own, order)
      assert.equal(ruling && `${ruling.answer} ${ruling.ground}`, expected)
    }
  })

test('an all-clear never beats a warning of more authority, in any company', () => {
  const anybody = fc.record({
    answer: fc.constantFrom('affected' as const, 'not_affected' as const, 'cannot_tell' as const),
    authority: fc.constantFrom(...authorities),
    specificity: fc.constantFrom('exact' as const, 'range' as const, 'all' as const),
    publisher: fc.constantFrom('A', 'B', 'C'),
    statedAt: fc.constantFrom(early, late, null),
  })
  const testimony = anybody.map((one) => ({ ...cve, ...one }))
  fc.assert(
    fc.property(testimony, fc.array(testimony, { maxLength: 5 }), (own, others) => {
      const ruling = rule(own, others)
      if (ruling?.answer !== 'not_affected') return
      const weight = authorities.indexOf(ruling.decidedBy.authority)
      for (const one of [own, ...others])
        if (one.answer === 'affected') assert.ok(authorities.indexOf(one.authority) >= weight)
    }),
    { numRuns: 2_000 },
  )
})
