// Tests of certificates and statements: valid for the standards, small enough for a picture, and without a trace of others.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { faultsOfCredential, signBadge } from '@salus/standards/open-badges'
import { faultsOfStatement } from '@salus/standards/xapi'
import { locales } from '../../platform/i18n/index.ts'
import { testSecret } from '../../platform/testing/database.ts'
import { ownItemsOf } from '../catalogue/index.ts'
import { contextFor } from '../organisations/builders.ts'
import { aCourse, aMoment, twoCourses } from './builders.ts'
import { certificateOf, keyedUuid, maxHolderName, validUntil } from './certificate.ts'
import { type Course, neededRight } from './course.ts'
import { houseStatements, ownStatement } from './experiences.ts'
import { levelFor } from './pages/signed-picture.tsx'
import type { Release } from './rates.ts'

const origin = 'https://salus.landesgesundheitszentrum.example'
const issuing = { origin, centreName: 'Lakeland Health Security Centre', secret: testSecret }
const holder = { organisationId: 12, learnerId: 345, passedAt: aMoment, name: 'Ana Ferreira' }
const words = { locale: 'en', description: 'A course.', criteria: 'Two of three.' }

test('a certificate is a credential, the same for the same try and name, and says nothing of house or score', () => {
  const credential = certificateOf(aCourse(), holder, words, issuing)
  assert.deepEqual(faultsOfCredential(credential), [])
  assert.deepEqual(certificateOf(aCourse(), holder, words, issuing), credential)
  assert.equal(credential.validUntil, '2027-12-07T08:00:00Z')
  assert.equal(credential.credentialSubject.achievement.alignment?.[0]?.targetCode, 'g')
  const other = certificateOf(aCourse(), { ...holder, learnerId: 346 }, words, issuing)
  assert.notEqual(other.credentialSubject.id, credential.credentialSubject.id)
  assert.notEqual(certificateOf(aCourse(), { ...holder, name: 'B' }, words, issuing).id, credential.id)
  assert.doesNotMatch(JSON.stringify(credential), /"organisationId"|345|score/)
})

test('a certificate of 29 February of twelve months ends on 28 February', () => {
  assert.equal(validUntil(new Date('2028-02-29T10:00:00Z'), 12).toISOString(), '2029-02-28T10:00:00.000Z')
  assert.equal(validUntil(new Date('2026-08-31T10:00:00Z'), 6).toISOString(), '2027-02-28T10:00:00.000Z')
})

test('every course in every language, with the longest name, fits into the picture on paper', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const kid = `${origin}/learn/keys/${'x'.repeat(43)}`
  const { translator } = contextFor({} as never)
  const sizes = ownItemsOf('course').flatMap((course: Course) =>
    locales.map((locale) => {
      const { t } = translator(locale)
      const description = t('training.badge.description', { minutes: course.body.minutes })
      const criteria = t('training.badge.criteria', {
        needed: neededRight(course),
        questions: course.body.quiz.length,
      })
      const name = 'Ø'.repeat(maxHolderName)
      const credential = certificateOf(
        course,
        { ...holder, name },
        { locale, description, criteria },
        issuing,
      )
      return { name: `${course.key} ${locale}`, size: signBadge(credential, { privateKey, kid }).length }
    }),
  )
  assert.deepEqual(
    sizes.filter(({ size }) => levelFor(size) === null),
    [],
  )
})

test('a UUID of ours is one of version 8', () => {
  assert.match(
    keyedUuid(testSecret, 'x'),
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  assert.notEqual(keyedUuid(testSecret, 'x'), keyedUuid(testSecret, 'y'))
})

const release = (changes: Partial<Release> = {}) => ({
  id: 7,
  organisationId: 12,
  courseKey: 'course-example',
  classId: 1,
  outcome: 'passed' as const,
  people: 6,
  month: '2026-12-01',
  releasedAt: aMoment,
  ...changes,
})

test('a house gets one statement for each person of a group, without name, score, time of day or the same actor twice', () => {
  const speaking = { origin, secret: testSecret }
  const releases = [release(), release({ outcome: 'finished', people: 5 }), release({ outcome: 'started' })]
  const numbered = releases.map((one, index) => ({ ...one, id: index }))
  const statements = houseStatements(numbered, twoCourses(), speaking)
  assert.equal(statements.length, 11)
  for (const statement of statements) assert.deepEqual(faultsOfStatement(statement), [])
  assert.equal(new Set(statements.map(({ actor }) => actor.account.name)).size, 11)
  assert.equal(new Set(statements.map(({ id }) => id)).size, 11)
  assert.deepEqual(houseStatements(numbered, twoCourses(), speaking), statements, 'the same in every export')
  assert.ok(
    statements.every(({ result, timestamp }) => !result.score && timestamp.endsWith('-01T00:00:00.000Z')),
  )
})

test('the learner’s own statement has the score, and no actor of the house’s export', () => {
  const speaking = { origin, secret: testSecret }
  const learner = { organisationId: 12, id: 345, round: 1, at: aMoment }
  const result = { right: 2, questions: 3, percent: 66, isFinished: true, isPassed: true }
  const own = ownStatement(aCourse(), learner, result, speaking)
  assert.deepEqual(faultsOfStatement(own), [])
  assert.equal(own.result.score?.raw, 2)
  const others = houseStatements([release()], twoCourses(), speaking)
  assert.ok(!others.some(({ actor }) => actor.account.name === own.actor.account.name))
})
