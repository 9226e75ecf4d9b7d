// Tests of codes, tokens, reminders and typed forms.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newClassCode, readClassCode, spacedCode } from './class-code.ts'
import { learnerTokenHash, newLearnerToken } from './learner-token.ts'
import { reminderDue, reminderSteps } from './reminders.ts'
import { type ClassChoices, readClass, type TypedClass } from './typed.ts'

test('a code is read as people type it, and nothing else is a code', () => {
  for (let round = 0; round < 200; round++) {
    const code = newClassCode()
    assert.match(code, /^[BCDFGHJKMNPQRSTVWXZ]{8}$/)
    for (const typed of [
      code,
      code.toLowerCase(),
      spacedCode(code),
      ` ${code.slice(0, 4)}-${code.slice(4)} `,
    ])
      assert.equal(readClassCode(typed), code)
  }
  for (const typed of ['', 'BCDFGHJ', 'BCDFGHJKM', 'BCDFGHJA', 'BCDFGHJ1', 'x'.repeat(5000)])
    assert.equal(readClassCode(typed), null, typed.slice(0, 20))
  fc.assert(fc.property(fc.string(), (typed) => readClassCode(typed) === null || typed.length >= 8))
})

test('a token is stored as a hash only, and a foreign cookie is none', () => {
  const token = newLearnerToken()
  assert.equal(learnerTokenHash(token)?.length, 32)
  assert.ok(!learnerTokenHash(token)?.toString('base64url').includes(token))
  for (const other of [undefined, '', 'abc', `${token}x`, `${token.slice(1)}%`])
    assert.equal(learnerTokenHash(other), null)
})

const madeAt = new Date('2026-12-01T08:00:00Z')
const until = new Date('2026-12-18T23:00:00Z')
const at = (text: string) => new Date(`${text}:00Z`)

test('reminders come when it is planned, a week and a day before the end, each once, and none after it', () => {
  const due = (now: Date, toldSteps: number) => reminderDue({ madeAt, until, toldSteps }, now)
  assert.equal(due(madeAt, 0), 0)
  assert.equal(due(at('2026-12-11T22:59'), 1), null)
  assert.equal(due(at('2026-12-11T23:00'), 1), 1)
  assert.equal(due(at('2026-12-12T09:00'), 2), null)
  assert.equal(due(at('2026-12-17T23:00'), 2), 2)
  assert.equal(due(at('2026-12-18T09:00'), reminderSteps), null)
  assert.equal(due(until, 0), null)
})

test('a class that ends within the week is told once and not twice on one day', () => {
  const short = { madeAt, until: at('2026-12-05T23:00') }
  const step = reminderDue({ ...short, toldSteps: 0 }, madeAt)
  assert.equal(step, 1)
  assert.equal(reminderDue({ ...short, toldSteps: (step ?? 0) + 1 }, madeAt), null)
})

const choices: ClassChoices = {
  courses: ['course-example'],
  languages: ['en', 'de'],
  timeZone: 'Europe/Vienna',
  now: at('2026-12-07T22:30'),
}
const typed = (changes: Partial<TypedClass> = {}): TypedClass => ({
  course: 'course-example',
  label: ' Ward 3, December ',
  'until-day': '18',
  'until-month': '12',
  'until-year': '2026',
  language: 'de',
  ...changes,
})

test('a class ends with its last day in the time zone of the house', () => {
  const { wish } = readClass(typed(), choices)
  assert.equal(wish?.until.toISOString(), '2026-12-18T23:00:00.000Z')
  assert.equal(wish?.label, 'Ward 3, December')
})

test('each fault of the form stands at its field, all of them at once', () => {
  const empty = typed({ course: '', label: ' ', 'until-day': '', language: 'xx' })
  assert.deepEqual(readClass(empty, choices).faults, {
    course: 'choose',
    label: 'missing',
    until: 'day',
    language: 'choose',
  })
  const dayFault = (day: string, month: string, year: string) =>
    readClass(typed({ 'until-day': day, 'until-month': month, 'until-year': year }), choices).faults?.until
  assert.equal(dayFault('30', '2', '2027'), 'day')
  assert.equal(dayFault('6', '12', '2026'), 'past')
  assert.equal(dayFault('7', '12', '2026'), undefined, 'in Vienna it is still the seventh')
  assert.equal(dayFault('18', '12', '2028'), 'far')
  assert.equal(dayFault('0x1', '12', '2026'), 'day')
  assert.equal(readClass(typed({ label: 'x'.repeat(121) }), choices).faults?.label, 'long')
})
