// Tests of figures and of the day on which a course has to be given again.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOf, passedPercentOf, type Release, rateOf, renewalDue, validPeople } from './rates.ts'

const release = (changes: Partial<Release> = {}): Release => ({
  organisationId: 1,
  courseKey: 'a',
  classId: 1,
  outcome: 'passed',
  people: 5,
  month: '2026-12-01',
  releasedAt: new Date('2026-12-08T02:20:00Z'),
  ...changes,
})
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const dueOn = (releases: readonly Release[]) => renewalDue(releases, 12)?.toISOString().slice(0, 10) ?? null

test('what is not released is not none: below five nothing is said', () => {
  assert.deepEqual(rateOf([]), { started: null, finished: null, passed: null })
  assert.deepEqual(rateOf([release()]), { started: 5, finished: 5, passed: 5 })
  const left = [release({ outcome: 'started', people: 6 })]
  assert.deepEqual(rateOf(left), { started: 6, finished: null, passed: null })
  assert.equal(passedPercentOf([]), null)
  assert.equal(passedPercentOf([release(), release({ outcome: 'finished', people: 10 })]), 33)
})

test('certificates count for the months of their course, and those of a course that is gone do not', () => {
  const all = [
    release(),
    release({ courseKey: 'gone', people: 7 }),
    release({ outcome: 'finished', people: 9 }),
  ]
  const validMonths = (key: string) => (key === 'a' ? 12 : null)
  assert.equal(endOf({ month: '2026-12-01' }, 12).toISOString(), '2027-12-01T00:00:00.000Z')
  assert.equal(validPeople(all, { validMonths }, day('2027-11-30')), 5)
  assert.equal(validPeople(all, { validMonths }, day('2027-12-01')), 0)
})

test('a course is given again when fewer than four of five who held a certificate still do', () => {
  assert.equal(dueOn([]), null)
  assert.equal(dueOn([release({ outcome: 'started' })]), null)
  assert.equal(dueOn([release()]), '2027-12-01')
  const small = release({ month: '2026-06-01', releasedAt: day('2026-06-20') })
  const large = release({ people: 40 })
  assert.equal(dueOn([small, large]), '2027-12-01', 'five of 45 are no fall')
  assert.equal(dueOn([{ ...small, people: 10 }, large]), '2027-12-01')
  assert.equal(dueOn([{ ...small, people: 15 }, large]), '2027-06-01')
})

test('certificates of a second course a year later put the day off', () => {
  const first = release({ people: 20 })
  assert.equal(dueOn([first]), '2027-12-01')
  const again = release({ people: 20, month: '2027-11-01', releasedAt: day('2027-11-20') })
  assert.equal(dueOn([first, again]), '2027-12-01', 'for a week forty held one, so twenty are a fall')
  const after = release({ people: 20, month: '2027-12-01', releasedAt: day('2027-12-05') })
  assert.equal(dueOn([first, after]), '2028-12-01')
})
