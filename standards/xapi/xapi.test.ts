// Tests of statements: each has what xAPI 1.0.3 asks for, and nobody's name.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Experience, faultsOfStatement, jsonLines, statementOf, type Verb } from './index.ts'

const experience = (changes: Partial<Experience> = {}): Experience => ({
  id: '6e2b9f7a-31a5-4d56-8b0c-6a6c9f6f3b10',
  account: { homePage: 'https://salus.lakeland.example', name: 'k3V9' },
  verb: 'passed',
  course: {
    iri: 'https://salus.lakeland.example/learn/about/course-ward',
    name: { en: 'On the ward', de: 'Auf Station' },
  },
  score: { right: 4, questions: 5 },
  platform: 'Salus',
  at: new Date('2026-12-04T09:30:15Z'),
  ...changes,
})

test('a passed course is a statement with verb, success and a scaled score', () => {
  const statement = statementOf(experience())
  assert.deepEqual(faultsOfStatement(statement), [])
  assert.equal(statement.verb.id, 'http://adlnet.gov/expapi/verbs/passed')
  assert.deepEqual(statement.result, {
    completion: true,
    success: true,
    score: { scaled: 0.8, raw: 4, min: 0, max: 5 },
  })
})

test('whatever is made of an experience is a statement, and survives being a line of JSON', () => {
  const verbs: readonly Verb[] = ['completed', 'passed', 'failed']
  fc.assert(
    fc.property(
      fc.constantFrom(...verbs),
      fc.uuid(),
      fc.integer({ min: 1, max: 10 }),
      fc.nat(10),
      fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (verb, id, questions, right, at) => {
        const score = { questions, right: Math.min(right, questions) }
        const statements = [
          statementOf(experience({ verb, id, score, at })),
          statementOf(experience({ verb, id, score: null, at })),
        ]
        const lines = jsonLines(statements).trimEnd().split('\n')
        assert.equal(lines.length, 2)
        for (const line of lines) assert.deepEqual(faultsOfStatement(JSON.parse(line)), [])
      },
    ),
    { numRuns: 100 },
  )
})

test('a statement that a record store would refuse is found, with its place', () => {
  const statement = statementOf(experience())
  const faulty: readonly [object, string][] = [
    [{ ...statement, id: 'one' }, '/id'],
    [{ ...statement, actor: { ...statement.actor, mbox: 'mailto:ana@tannau.example' } }, '/actor'],
    [{ ...statement, actor: { ...statement.actor, name: 'Ana' } }, '/actor'],
    [{ ...statement, verb: { id: 'passed', display: { en: 'passed' } } }, '/verb'],
    [{ ...statement, result: { score: { scaled: 80, raw: 80, min: 0, max: 100 } } }, '/result'],
    [{ ...statement, timestamp: 'today' }, '/timestamp'],
    [{ ...statement, version: '2.0.0' }, '/version'],
    [{ ...statement, ward: 3 }, '/'],
    [{ ...statement, context: null }, '/'],
  ]
  for (const [value, pointer] of faulty) assert.equal(faultsOfStatement(value)[0]?.pointer, pointer)
  for (const value of [null, 'statement', []]) assert.notEqual(faultsOfStatement(value).length, 0)
})
