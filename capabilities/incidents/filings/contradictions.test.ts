// Tests of the contradiction check and its four ways out: symmetric, complete, silent where nothing differs.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type FactKey, factKeys, factShapes } from '../fact-keys.ts'
import { type Draft, findContradictions, needsSettling, type Statement } from './contradictions.ts'
import { compareFacts } from './difference.ts'
import { openFindings, settle, settlementKey } from './settlement.ts'
import { type FilingValue, fitsShape, type KnownFact, type KnownFacts } from './value.ts'

const fact = (value: FilingValue, changes: Partial<KnownFact> = {}): KnownFact => ({
  value,
  recordedAt: '2026-11-21T05:40:00Z',
  source: 'J. Brandt',
  confidence: 'estimate',
  ...changes,
})
const warning = (facts: KnownFacts, changes: Partial<Statement> = {}): Statement => ({
  filingId: 'F-1',
  authority: 'xx-csirt',
  chain: 'nis2',
  sentAt: '2026-11-21T14:20:00Z',
  receipt: 'CS-88213',
  facts,
  ...changes,
})
const breach = (facts: KnownFacts, changes: Partial<Draft> = {}): Draft => ({
  authority: 'xx-dpa',
  chain: 'gdpr-33',
  facts,
  asked: ['dataSubjectCount'],
  ...changes,
})
const kindsOf = (draft: Draft, statements: readonly Statement[]) =>
  findContradictions(draft, statements).map(({ key, kind }) => [key, kind])

test('two authorities would read two different numbers', () => {
  const [finding, ...others] = findContradictions(breach({ dataSubjectCount: fact(400) }), [
    warning({ dataSubjectCount: fact(4_000) }),
  ])
  assert.ok(finding)
  assert.deepEqual(others, [])
  assert.deepEqual(
    [finding.kind, finding.because, finding.relation, finding.told.statement.receipt],
    ['contradiction', 'numbers', 'other-authority', 'CS-88213'],
  )
})

test('what became known is an update, what is no longer known is taken back', () => {
  const known = { crossBorder: fact('yes') }
  const unknown = { crossBorder: fact('unknown') }
  assert.deepEqual(kindsOf(breach(known), [warning(unknown)]), [['crossBorder', 'update']])
  assert.deepEqual(kindsOf(breach(unknown), [warning(known)]), [['crossBorder', 'taken-back']])
  assert.deepEqual(kindsOf(breach(unknown), [warning(unknown)]), [])
})

test('"at least 400" and 4,000 can both be true; "at least 4,000" and 400 cannot', () => {
  const told = (value: number, isAtLeast: boolean) => [
    warning({ dataSubjectCount: fact(value, { isAtLeast }) }),
  ]
  assert.deepEqual(kindsOf(breach({ dataSubjectCount: fact(4_000) }), told(400, true)), [
    ['dataSubjectCount', 'update'],
  ])
  assert.deepEqual(kindsOf(breach({ dataSubjectCount: fact(400) }), told(4_000, true)), [
    ['dataSubjectCount', 'contradiction'],
  ])
})

test('a corrected fact with its reason is explained; the other authority is owed a correction, the own chain is not', () => {
  const corrected = fact(400, {
    corrects: [
      {
        value: 4_000,
        reason: 'Counted; the first number was an estimate',
        correctedAt: '2026-11-21T16:00:00Z',
      },
    ],
  })
  const statements = [warning({ dataSubjectCount: fact(4_000) })]
  const [other] = findContradictions(breach({ dataSubjectCount: corrected }), statements)
  assert.deepEqual([other?.kind, other?.correctionDue], ['explained', true])
  const notification = breach({ dataSubjectCount: corrected }, { authority: 'xx-csirt', chain: 'nis2' })
  const [own] = findContradictions(notification, statements)
  assert.deepEqual([own?.kind, own?.relation, own?.correctionDue], ['explained', 'same-chain', false])
})

test('a correction without a reason, of another value, or older than the filing explains nothing', () => {
  for (const correction of [
    { value: 4_000, reason: ' ', correctedAt: '2026-11-21T16:00:00Z' },
    { value: 3_999, reason: 'Counted', correctedAt: '2026-11-21T16:00:00Z' },
    { value: 4_000, reason: 'Counted', correctedAt: '2026-11-21T14:00:00Z' },
  ])
    assert.deepEqual(
      kindsOf(breach({ dataSubjectCount: fact(400, { corrects: [correction] }) }), [
        warning({ dataSubjectCount: fact(4_000) }),
      ]),
      [['dataSubjectCount', 'contradiction']],
    )
})

test('only the last word to an authority counts, whatever order the filings come in', () => {
  const first = warning({ dataSubjectCount: fact(4_000) })
  const second = warning({ dataSubjectCount: fact(400) }, { filingId: 'F-2', sentAt: '2026-11-22T09:00:00Z' })
  const draft = breach({ dataSubjectCount: fact(400) })
  assert.deepEqual(kindsOf(draft, [first, second]), [])
  assert.deepEqual(kindsOf(draft, [second, first]), [])
  const third = warning({ dataSubjectCount: fact(9) }, { filingId: 'F-3', authority: 'xx-cer', chain: 'cer' })
  assert.deepEqual(kindsOf(draft, [first, second, third]), [['dataSubjectCount', 'contradiction']])
})

test('what was told and is gone from the case is pointed out where it is asked', () => {
  assert.deepEqual(kindsOf(breach({}), [warning({ dataSubjectCount: fact(4_000) })]), [
    ['dataSubjectCount', 'left-out'],
  ])
  assert.deepEqual(kindsOf(breach({}, { asked: [] }), [warning({ dataSubjectCount: fact(4_000) })]), [])
})

test('instants differ from one minute to the next, free text only reads differently, a device number is another device', () => {
  const kind = (key: FactKey, a: FilingValue, b: FilingValue) =>
    compareFacts(key, { value: a }, { value: b }).kind
  assert.equal(kind('awareAt', '2026-11-21T05:40:00Z', '2026-11-21T06:40:59+01:00'), 'same')
  assert.equal(kind('awareAt', '2026-11-21T05:40:59Z', '2026-11-21T05:41:00Z'), 'conflict')
  assert.equal(kind('description', 'Files  encrypted', 'Files encrypted '), 'same')
  assert.equal(kind('description', 'Files encrypted', 'Files encrypted and copied'), 'reworded')
  assert.equal(kind('deviceUdi', '(01)04012345678901', '(01)04012345678902'), 'conflict')
  assert.equal(kind('countriesAffected', ['AT', 'DE'], ['DE', 'AT', 'AT']), 'same')
  assert.equal(kind('countriesAffected', ['AT'], ['AT', 'DE']), 'conflict')
})

const generatorOf: Readonly<Record<string, fc.Arbitrary<FilingValue>>> = {
  text: fc.constantFrom('Files encrypted', 'files encrypted', 'One server'),
  instant: fc
    .date({
      min: new Date('2026-11-20T00:00:00Z'),
      max: new Date('2026-11-20T00:10:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString()),
  answer: fc.constantFrom('yes', 'no', 'unknown'),
  count: fc.nat({ max: 5 }),
  percent: fc.nat({ max: 5 }),
  hours: fc.nat({ max: 5 }),
  countries: fc.subarray(['AT', 'DE', 'FR'], { minLength: 1 }),
}
const factOf = (key: FactKey): fc.Arbitrary<KnownFact> => {
  const shape = factShapes[key]
  const value = shape.kind === 'choice' ? fc.constantFrom(...shape.choices) : generatorOf[shape.kind]
  assert.ok(value)
  return fc.record({ value, isAtLeast: fc.boolean() }).map(({ value, isAtLeast }) => {
    assert.ok(fitsShape(key, value))
    return fact(value, isAtLeast && typeof value === 'number' ? { isAtLeast } : {})
  })
}
const pair = fc.constantFrom(...factKeys).chain((key) => fc.tuple(fc.constant(key), factOf(key), factOf(key)))

test('the comparison is symmetric, and a fact never differs from itself', () => {
  fc.assert(
    fc.property(pair, ([key, a, b]) => {
      assert.deepEqual(compareFacts(key, a, b), compareFacts(key, b, a))
      assert.deepEqual(compareFacts(key, a, a), { kind: 'same' })
    }),
    { numRuns: 3_000 },
  )
})

test('every pair that differs is found, and no other', () => {
  const ledger = fc
    .subarray([...factKeys])
    .chain((keys) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, fc.tuple(factOf(key), factOf(key))]))),
    )
  fc.assert(
    fc.property(ledger, (pairs) => {
      const entries = Object.entries(pairs) as [FactKey, [KnownFact, KnownFact]][]
      const told = Object.fromEntries(entries.map(([key, [a]]) => [key, a]))
      const draft = Object.fromEntries(entries.map(([key, [, b]]) => [key, b]))
      const differing = entries
        .filter(([key, [a, b]]) => !saysTheSame(key, a, b))
        .map(([key]) => key)
        .sort()
      const found = findContradictions(breach(draft), [warning(told)])
      assert.deepEqual(found.map(({ key }) => key).sort(), differing)
      assert.deepEqual(findContradictions(breach(told), [warning(told)]), [])
    }),
    { numRuns: 500 },
  )
})

/** Whether two facts would read the same, decided apart from the code under test. */
function saysTheSame(key: FactKey, a: KnownFact, b: KnownFact): boolean {
  const { kind } = factShapes[key]
  const written = ({ value, isAtLeast }: KnownFact) => {
    if (kind === 'instant') return new Date(String(value)).toISOString().slice(0, 16)
    if (kind === 'countries') return [...(value as string[])].sort().join()
    return `${value}${isAtLeast ? '+' : ''}`
  }
  return written(a) === written(b)
}

test('each way out says what has to be done, and the settled pair does not ask again', () => {
  const draft = breach({ dataSubjectCount: fact(400) })
  const statements = [warning({ dataSubjectCount: fact(4_000) })]
  const [finding] = findContradictions(draft, statements)
  assert.ok(finding && needsSettling(finding))
  const reason = 'Counted: discharge letters only'
  const correction = {
    kind: 'prepare-correction',
    filingId: 'F-1',
    authority: 'xx-csirt',
    key: 'dataSubjectCount',
    text: reason,
  }
  const effectsOf = (settled: ReturnType<typeof settle>) =>
    settled.allowed ? settled.effects : settled.because
  assert.deepEqual(effectsOf(settle(finding, { way: 'use-earlier', reason })), [
    { kind: 'correct-fact', key: 'dataSubjectCount', value: 4_000, reason },
  ])
  for (const way of ['use-draft', 'both-right'] as const)
    assert.deepEqual(effectsOf(settle(finding, { way, reason })), [
      { kind: 'note-in-draft', key: 'dataSubjectCount', text: reason },
      correction,
    ])
  assert.deepEqual(effectsOf(settle(finding, { way: 'fix-fact', reason, value: 450 })), [
    { kind: 'correct-fact', key: 'dataSubjectCount', value: 450, reason },
    correction,
  ])
  const fixed = settle(finding, { way: 'fix-fact', reason, value: 450 })
  assert.ok(fixed.allowed)
  const again = findContradictions(breach({ dataSubjectCount: fact(450) }), statements)
  assert.deepEqual(openFindings(again, new Set([fixed.settles])), [])
  assert.equal(openFindings(again, new Set([settlementKey(finding)])).length, 1, 'another value asks anew')
})

test('in its own chain the draft is the correction, and no second one is prepared', () => {
  const draft = breach({ dataSubjectCount: fact(400) }, { authority: 'xx-csirt', chain: 'nis2' })
  const [finding] = findContradictions(draft, [warning({ dataSubjectCount: fact(4_000) })])
  assert.ok(finding)
  const settled = settle(finding, { way: 'use-draft', reason: 'Counted' })
  assert.ok(settled.allowed)
  assert.deepEqual(
    settled.effects.map(({ kind }) => kind),
    ['note-in-draft'],
  )
})

test('a way out without a reason, with a value of the wrong kind, or for what needs none is refused', () => {
  const statements = [warning({ dataSubjectCount: fact(4_000), crossBorder: fact('unknown') })]
  const findings = findContradictions(
    breach({ dataSubjectCount: fact(400), crossBorder: fact('yes') }),
    statements,
  )
  const finding = findings.find(({ kind }) => kind === 'contradiction')
  const update = findings.find(({ kind }) => kind === 'update')
  assert.ok(finding && update)
  const because = (settled: ReturnType<typeof settle>) => (settled.allowed ? null : settled.because)
  assert.equal(because(settle(finding, { way: 'use-draft', reason: '  ' })), 'reason-missing')
  assert.equal(because(settle(finding, { way: 'use-draft', reason: 'x'.repeat(2_001) })), 'reason-too-long')
  assert.equal(
    because(settle(finding, { way: 'fix-fact', reason: 'x', value: 'many' })),
    'value-does-not-fit',
  )
  assert.equal(because(settle(update, { way: 'use-draft', reason: 'x' })), 'nothing-to-settle')
})
