// Tests of correlations over whole detectors: every type, boundaries, order, lateness, chaining, caps, checkpoints.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FieldValue, LogEvent } from '../../event/event.ts'
import { event, rulesOf } from '../builders.ts'
import { type Detector, type DetectorOptions, detectorOf } from '../detector.ts'
import type { Finding } from '../finding.ts'

const start = Date.UTC(2025, 2, 9, 12)
const base = ['a', 'b', 'c'].map(
  (name) =>
    `title: base ${name}\nid: id-${name}\nname: ${name}\nlogsource: {product: windows}\ndetection: {s: {Kind: ${name}}, condition: s}\n`,
)

function detector(section: string, options: DetectorOptions = {}, more: readonly string[] = []): Detector {
  const meta = `title: meta\nid: meta\nlevel: high\ncorrelation:\n${section.replace(/^/gm, '  ')}\n`
  return detectorOf(rulesOf([...base, meta, ...more].join('---\n')), options)
}

/** "a10 b20": kinds with the second at which they happen; after a colon the user, after a comma a value. */
function events(text: string): readonly LogEvent[] {
  return text.split(' ').map((word, at) => {
    const [, kind = '', second = '0', user = 'u', value = ''] =
      /^([a-z])(\d+)(?::(\w+))?(?:,(-?[\w.]+))?$/.exec(word) ?? []
    const fields: Record<string, FieldValue> = { Kind: kind, User: user, Account: user }
    if (value !== '') fields.Value = value
    return event(fields, { at: start + Number(second) * 1_000, record: at + 1 })
  })
}

function run(found: Detector, list: readonly LogEvent[]): readonly Finding[] {
  return [...list.flatMap((one) => found.see(one)), ...found.finish(true)]
}

/** Records of the events behind each finding of the correlation. */
const evidence = (findings: readonly Finding[]) =>
  ofMeta(findings).map((finding) => (finding.evidence ?? []).map(({ record }) => record).join(','))
/** Base rules that the correlation does not refer to find for themselves. */
const ofMeta = (findings: readonly Finding[]) => findings.filter(({ ruleId }) => ruleId === 'meta')

const count = 'type: event_count\nrules: [a]\ngroup-by: [User]\ntimespan: 10s\ncondition: {gte: 3}'
const value = (type: string, condition: string) =>
  `type: ${type}\nrules: [a]\ngroup-by: [User]\ntimespan: 10s\ncondition: {field: Value, ${condition}}`
const temporal = (type: string, rest = '') =>
  `type: ${type}\nrules: [a, b, c]\ngroup-by: [User]\ntimespan: 10s${rest}`

/** Name, correlation, events, records behind each finding. */
const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['event_count at the threshold', count, 'a0 a5 a9', ['1,2,3']],
  ['event_count below it', count, 'a0 a5', []],
  ['an event exactly one timespan old still counts', count, 'a0 a5 a10', ['1,2,3']],
  ['an event one second older does not', count, 'a0 a5 a11', []],
  ['the window slides over bounds of the clock', count, 'a0 a8 a9 a10', ['1,2,3']],
  ['groups are counted for themselves', count, 'a0:x a1:y a2:x a3:y a4:x', ['1,3,5']],
  ['one account in several cases is one group', count, 'a0:Bob a1:bob a2:BOB', ['1,2,3']],
  ['a condition that goes on to hold is told once in a timespan', count, 'a0 a1 a2 a3 a4 a5', ['1,2,3']],
  ['and again after it', count, 'a0 a1 a2 a6 a10 a13', ['1,2,3', '4,5,6']],
  ['and again once it did not hold in between', count, 'a0 a1 a2 a30 a31 a32', ['1,2,3', '4,5,6']],
  ['events out of their order', count, 'a9 a0 a5', ['2,3,1']],
  ['other rules do not count', count, 'a0 b1 a2 c3', []],
  ['gt', count.replace('gte', 'gt'), 'a0 a1 a2', []],
  [
    'a range is decided when the window is complete',
    count.replace('gte: 3', 'gte: 2, lt: 4'),
    'a0 a1 a2',
    ['1,2,3'],
  ],
  ['and not met by more', count.replace('gte: 3', 'gte: 2, lt: 4'), 'a0 a1 a2 a3', []],
  ['eq', count.replace('gte', 'eq'), 'a0 a1 a2 a20 a21 a22 a23', ['1,2,3']],
  ['lt', count.replace('gte', 'lt'), 'a0 a1 a20 a21 a22', ['1,2']],
  ['neq', count.replace('gte', 'neq'), 'a0 a1 a2 a20', ['4']],
  ['value_count of different values', value('value_count', 'gte: 2'), 'a0,x a1,x a2,y', ['1,2,3']],
  ['values that left the window do not count', value('value_count', 'gte: 3'), 'a0,x a6,y a11,z', []],
  ['an event without the field does not count', value('value_count', 'gte: 2'), 'a0,x a1 a2,x', []],
  [
    'value_count of pairs',
    value('value_count', 'gte: 3').replace('Value', '[Kind, Value]'),
    'a0,x a1,y a2,z',
    ['1,2,3'],
  ],
  ['value_sum', value('value_sum', 'gte: 10'), 'a0,4 a1,3.5 a2,2.5', ['1,2,3']],
  ['value_sum forgets', value('value_sum', 'gte: 10'), 'a0,9 a11,4', []],
  ['value_sum passes over what is no number', value('value_sum', 'gte: 5'), 'a0,4 a1,x a2,1', ['1,3']],
  ['value_avg', value('value_avg', 'gt: 5'), 'a0,5 a1,5 a2,6', ['1,2,3']],
  ['value_percentile', value('value_percentile', 'percentile: 50, gte: 5'), 'a0,1 a1,5 a2,6', ['1,2,3']],
  ['temporal in any order', temporal('temporal'), 'c0 a5 b10', ['1,2,3']],
  ['temporal too far apart', temporal('temporal'), 'c0 a5 b11', []],
  ['temporal keeps groups apart', temporal('temporal'), 'a0:x b1:y c2:x', []],
  ['temporal takes the latest of each', temporal('temporal'), 'a0 a5 b9 c14', ['2,3,4']],
  ['temporal is used up', temporal('temporal'), 'a0 b1 c2 c3 a20 b21 c22', ['1,2,3', '5,6,7']],
  ['temporal with two of three', temporal('temporal', '\ncondition: {gte: 2}'), 'a0 a1 c2', ['2,3']],
  [
    'temporal with an expression of all',
    temporal('temporal', '\ncondition: a AND b AND c'),
    'a0 c1 b2',
    ['1,2,3'],
  ],
  ['temporal_ordered in order', temporal('temporal_ordered'), 'a0 b5 c10', ['1,2,3']],
  ['temporal_ordered: A, C, B is not A, B, C', temporal('temporal_ordered'), 'a0 c1 b2', []],
  ['temporal_ordered with others in between', temporal('temporal_ordered'), 'a0 c1 b2 a3 c4', ['1,3,5']],
  ['temporal_ordered takes the latest beginning', temporal('temporal_ordered'), 'a0 a5 b6 c12', ['2,3,4']],
  ['temporal_ordered beyond the timespan', temporal('temporal_ordered'), 'a0 b5 c11', []],
  ['temporal_ordered with logs out of order', temporal('temporal_ordered'), 'c9 a1 b5', ['2,3,1']],
]
for (const [name, section, list, expected] of cases)
  test(`${name}: ${list}`, () => assert.deepEqual(evidence(run(detector(section), events(list))), expected))

test('the same findings come in whatever order the events are read', () => {
  const kinds = fc.constantFrom('a', 'b', 'c')
  const list = fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 40 }), fc.constantFrom('x', 'y')), {
    maxLength: 30,
  })
  const sections = [
    count,
    count.replace('gte: 3', 'eq: 2'),
    temporal('temporal'),
    temporal('temporal_ordered'),
  ]
  fc.assert(
    fc.property(list, fc.constantFrom(...sections), fc.integer(), (parts, section, seed) => {
      const made = events(parts.map(([kind, at, user]) => `${kind}${at}:${user}`).join(' ') || 'a0')
      const shuffled = made
        .map((one, at) => ({ one, key: Math.imul(at + 1, seed | 1) }))
        .sort((left, right) => left.key - right.key)
        .map(({ one }) => one)
      assert.deepEqual(ofMeta(run(detector(section), shuffled)), ofMeta(run(detector(section), made)))
    }),
    { numRuns: 200 },
  )
})

test('an event later than the bound is counted and left out, one exactly at the bound is not', () => {
  const late = detector(count, { latenessMs: 20_000 })
  assert.deepEqual(evidence(run(late, events('a30 a31 a11 a10'))), [])
  assert.equal(late.correlations.counts.late(), 1)
  const inTime = detector(count, { latenessMs: 20_000 })
  assert.deepEqual(evidence(run(inTime, events('a30 a31 a11'))), [])
  assert.equal(inTime.correlations.counts.late(), 0)
  assert.deepEqual(evidence(run(detector(count, { latenessMs: 20_000 }), events('a30 a21 a22'))), ['2,3,1'])
})

test('what a clock that was ahead made late is in time again when it was set back, also over a checkpoint', () => {
  const inTime = 'a10 a11 a12'
  for (const isRestarted of [false, true]) {
    const ahead = detector(count)
    ahead.advance(start + 400 * 86_400_000)
    const found = isRestarted ? detector(count) : ahead
    if (isRestarted) found.load(JSON.parse(JSON.stringify(ahead.save())))
    for (const one of events('a1 a2 a3')) found.see(one)
    assert.equal(found.correlations.counts.late(), 3)
    found.rewind(start + 5_000)
    // A clock that was not ahead is not moved by it.
    found.rewind(start + 500_000)
    assert.deepEqual(evidence(run(found, events(inTime))), ['1,2,3'])
    for (const one of events('a4')) found.see(one)
    assert.equal(found.correlations.counts.late(), 4)
  }
})

test('an event without a time, or without the field of its group, is counted and left out', () => {
  const found = detector(count)
  found.see(event({ Kind: 'a', User: 'u' }))
  found.see(event({ Kind: 'a' }, { at: start }))
  found.finish(true)
  assert.equal(found.counts.undated, 1)
  assert.equal(found.correlations.counts.ungrouped, 1)
})

test('aliases name one thing that two rules have in different fields', () => {
  const section =
    'type: temporal\nrules: [a, b]\ngroup-by: [who]\ntimespan: 10s\naliases: {who: {a: User, id-b: Account}}'
  const [finding] = run(detector(section), events('a0:x b1:y b2:x'))
  assert.deepEqual([finding?.group?.who, evidence(finding ? [finding] : [])], ['x', ['1,3']])
})

const failedThenIn =
  'title: many\nid: many\nname: many\ncorrelation: {type: event_count, rules: [a], group-by: [User, Kind], timespan: 10s, condition: {gte: 3}}\n'

test('correlations build on correlations, and only the outermost one finds', () => {
  const section = 'type: temporal_ordered\nrules: [many, b]\ngroup-by: [User]\ntimespan: 60s'
  const chain = () => detector(section, {}, [failedThenIn])
  assert.deepEqual(
    run(chain(), events('a0 a1 a2 b3')).map(({ ruleId }) => ruleId),
    ['meta'],
  )
  assert.deepEqual(run(chain(), events('b0 a1 a2 a3')), [])
  assert.deepEqual(run(chain(), events('a0 a1 b2 a3')), [])
})

test('with "generate" the rules referred to find for themselves too', () => {
  const found = run(detector(`${count}\ngenerate: true`), events('a0 a1 a2'))
  assert.deepEqual(
    found.map(({ ruleId }) => ruleId),
    ['id-a', 'id-a', 'id-a', 'meta'],
  )
})

test('a missing rule, a circle and a count beyond what is kept are told, not dropped', () => {
  const reasons = (section: string, more: readonly string[] = []) =>
    detector(section, {}, more)
      .faults.map(({ because }) => because)
      .join(' ')
  assert.match(reasons(count.replace('[a]', '[nobody]')), /"nobody", which is not loaded/)
  assert.match(reasons(count.replace('[a]', '[meta]')), /refers back to it/)
  assert.match(reasons(count.replace('3', '20000')), /beyond 10000 events/)
})

test('a checkpoint in the middle changes nothing', () => {
  const list = events('a0 b1 a5:y c6 a2 b7 a8 c9 a9:y a11:y a12 b13 c14')
  for (const section of [
    count,
    count.replace('gte: 3', 'lte: 2'),
    value('value_count', 'gte: 1'),
    temporal('temporal'),
    temporal('temporal_ordered'),
  ]) {
    const whole = ofMeta(run(detector(section, { latenessMs: 5_000 }), list))
    for (let cut = 0; cut <= list.length; cut++) {
      const first = detector(section, { latenessMs: 5_000 })
      const before = list.slice(0, cut).flatMap((one) => first.see(one))
      const second = detector(section, { latenessMs: 5_000 })
      second.correlations.load(JSON.parse(JSON.stringify(first.correlations.save())))
      assert.deepEqual(ofMeta([...before, ...run(second, list.slice(cut))]), whole, `${section} at ${cut}`)
    }
  }
})

test('a hundred and fifty thousand groups stay within the cap, and what was forgotten is counted', () => {
  const found = detector(count.replace('10s', '1d'))
  for (let at = 0; at < 150_000; at++)
    found.see(event({ Kind: 'a', User: `u${at}` }, { at: start + at, record: at }))
  found.finish(true)
  assert.equal(found.correlations.counts.evicted(), 50_000)
})

test('what waits for the end of a window goes with the group that was forgotten', () => {
  const section = count.replace('gte: 3', 'lte: 3').replace('10s', '300d')
  const found = detector(section)
  for (let at = 0; at < 101_000; at++)
    found.see(event({ Kind: 'a', User: `u${at}` }, { at: start + at, record: at }))
  found.finish(false)
  const [[, state] = []] = (found.correlations.save() as { correlators: [string, { closings: unknown[] }][] })
    .correlators
  assert.equal(found.correlations.counts.evicted(), 1_000)
  assert.equal(state?.closings.length, 100_000)
})
