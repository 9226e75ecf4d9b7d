// Over generated houses: unknown is never no, what comes out later was announced, and both designations stay visible.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type FactKey, factKeysOf, readFactKeys } from '../facts/index.ts'
import { entityClassOf } from '../organisations/index.ts'
import { anyHouse, factsFrom, type Known, partOf } from './builders.ts'
import { standingOf } from './duty-standing.ts'
import { classFact, classOf } from './entity-class.ts'
import { questionFor } from './settling.ts'
import { regulationTables, ruleBook } from './store/tables.ts'

const keys = readFactKeys()
const now = new Date('2026-11-17T08:40:00Z')
const tables = [...regulationTables().values()]
const used: readonly FactKey[] = [...new Set(tables.flatMap(factKeysOf))]
  .filter((key) => key !== classFact)
  .flatMap((key) => keys.get(key) ?? [])
const house = anyHouse(used)
const asked = fc.array(fc.constantFrom('said', 'said', 'silent', 'unknown'), {
  minLength: used.length,
  maxLength: used.length,
})
const designation = fc.option(fc.constantFrom('essential', 'important', 'not-in-scope'), { nil: undefined })
const runs = { numRuns: 300 }

const standing = (known: Known, authority?: string) =>
  standingOf(ruleBook(), factsFrom(known, authority), now)

test('whatever is learnt later, the outcome was announced as possible, for the class and for every duty', () => {
  fc.assert(
    fc.property(house, asked, designation, (whole, how, authority) => {
      const before = standing(partOf(whole, how), authority)
      const after = standing(whole, authority)
      assert.ok(before.entityClass.possible.includes(after.entityClass.answer))
      for (const [index, { duty, possible, answer }] of before.duties.entries()) {
        const later = after.duties[index]?.answer ?? ''
        assert.ok(possible.includes(later), `${duty.key}: ${later} was not among ${possible.join(', ')}`)
        if (answer !== 'unknown') assert.equal(later, answer, duty.key)
      }
    }),
    runs,
  )
})

test('a house of which everything is known has no open duty, and one that lacks facts names them', () => {
  fc.assert(
    fc.property(house, asked, (whole, how) => {
      for (const { duty, answer } of standing(whole).duties) assert.notEqual(answer, 'unknown', duty.key)
      const part = partOf(whole, how)
      for (const { duty, answer, lacking } of standing(part).duties) {
        assert.equal(answer === 'unknown', lacking.length > 0, duty.key)
        for (const key of lacking) assert.ok(part[key] === undefined || part[key] === 'unknown', key)
      }
    }),
    runs,
  )
})

test('the question that is said to settle a duty settles it, whatever is answered', () => {
  fc.assert(
    fc.property(house, asked, (whole, how) => {
      const part = partOf(whole, how)
      for (const one of standing(part).duties.filter(({ state }) => state === 'unknown')) {
        const book = { tables: regulationTables(), duties: [one.duty] }
        const ask = questionFor(
          one,
          factsFrom(part),
          keys,
          (facts) => standingOf(book, facts, now).duties[0]?.answer ?? 'unknown',
        )
        assert.ok(ask && one.lacking.includes(ask.key.key))
        if (!ask.settles) continue
        const answered = { ...part, [ask.key.key]: whole[ask.key.key] ?? 'unknown' }
        const after = standing(answered).duties.find(({ duty }) => duty.key === one.duty.key)
        assert.notEqual(after?.answer, 'unknown', `${one.duty.key} after ${ask.key.key}`)
      }
    }),
    { numRuns: 60 },
  )
})

test('an authority’s word wins in both directions, and what the rules say stays beside it', () => {
  fc.assert(
    fc.property(house, fc.constantFrom('essential', 'important', 'not-in-scope'), (whole, authority) => {
      const { entityClass } = standing(whole, authority)
      const alone = standing(whole).entityClass
      assert.equal(entityClass.answer, authority)
      assert.equal(entityClass.decidedBy, 'authority')
      assert.equal(entityClass.designation?.reference, 'Decision 12/2026')
      assert.deepEqual(entityClass.computed.answer, alone.answer)
      assert.deepEqual(entityClass.computed.possible, alone.computed.possible)
    }),
    runs,
  )
})

test('for who is no critical entity the table of the Union says what the profile shows', () => {
  const money = fc.option(fc.constantFrom(0, 10_000_000, 10_000_001, 43_000_001, 50_000_001), { nil: null })
  const staff = fc.option(fc.constantFrom(0, 49, 50, 249, 250, 4000), { nil: null })
  fc.assert(
    fc.property(
      staff,
      money,
      money,
      fc.constantFrom('AT', 'SE', 'IT'),
      (employees, turnover, balance, country) => {
        const profile = entityClassOf(
          {
            kind: 'provider',
            country,
            employees,
            turnoverEuro: turnover,
            balanceSheetEuro: balance,
            designation: null,
          },
          now,
        )
        const facts = factsFrom({
          'org.country': country.toLowerCase(),
          'law.critical-entity': 'not-designated',
          ...(employees === null ? {} : { 'org.employees': employees }),
          ...(turnover === null ? {} : { 'org.turnover': turnover }),
          ...(balance === null ? {} : { 'org.balance-sheet': balance }),
        })
        const answer = classOf(tables, facts, now)
        assert.equal(answer.answer, profile.answer)
        assert.deepEqual(answer.possible, profile.computed.possible)
      },
    ),
    runs,
  )
})
