// Tests of our extensions over whole detectors: boundaries, order of arrival, checkpoints, caps, what they say, what is refused.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { LogEvent } from '../../event/event.ts'
import { readRules } from '../../sigma/read.ts'
import { event, rulesOf } from '../builders.ts'
import { type Detector, type DetectorOptions, detectorOf } from '../detector.ts'
import type { Finding } from '../finding.ts'
import { historyOf } from './history.ts'
import { extensionLimits } from './limits.ts'
import { memoryOf } from './memory.ts'

const start = Date.UTC(2026, 2, 2, 12)
const base = ['a', 'b', 'c'].map(
  (name) =>
    `title: base ${name}\nid: id-${name}\nname: ${name}\nlogsource: {product: windows}\ndetection: {s: {Kind: ${name}}, condition: s}\n`,
)

function document(section: string): string {
  return `title: ours\nid: meta\nlevel: high\ncustom:\n  salus:\n${section.replace(/^/gm, '    ')}\n`
}

function detector(section: string, options: DetectorOptions = {}, more: readonly string[] = []): Detector {
  return detectorOf(rulesOf([...base, document(section), ...more].join('---\n')), options)
}

/** "a10 b20:y,v": kinds with the second at which they happen, the user, a value. */
function events(text: string): readonly LogEvent[] {
  return text.split(' ').map((word, at) => {
    const [, kind = '', second = '0', user = 'u', value = 'v'] =
      /^([a-z])(\d+)(?::(\w+))?(?:,(\w+))?$/.exec(word) ?? []
    return event(
      { Kind: kind, User: user, Value: value, Role: user.slice(0, 1) },
      { at: start + Number(second) * 1_000, record: at + 1 },
    )
  })
}

function run(found: Detector, list: readonly LogEvent[]): readonly Finding[] {
  return [...list.flatMap((one) => found.see(one)), ...found.finish(true)].filter(
    ({ ruleId }) => ruleId === 'meta',
  )
}

const seconds = (findings: readonly Finding[]) =>
  findings.map(
    ({ time, group }) =>
      `${(Date.parse(time ?? '') - start) / 1_000}:${Object.values(group ?? {}).join(',')}`,
  )

const silent = 'absence: {rules: [a], group-by: [User], timespan: 10s, seen: 3}'
const pair = 'absence: {after: [a], rules: [b], group-by: [User], timespan: 10s}'
const first = 'first_seen: {rules: [a], group-by: [User, Value], of: [User], learning: 10s}'
const usual =
  'baseline: {rules: [a], field: Value, group-by: [User], timespan: 10s, percentile: 90, factor: 2, floor: 4, learning: 3}'

/** Name, section, events, second and group of each finding. */
const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['a group that was regular falls silent', silent, 'a0 a5 a9 b30', []],
  ['and time must go on to know it', silent, 'a0 a5 a9 a20:x', ['19:u']],
  ['an event exactly one timespan later is in time', silent, 'a0 a5 a9 a19 a20:x', []],
  ['one a second later is not', silent, 'a0 a5 a9 a20', ['19:u']],
  ['the end of the logs is no silence', silent, 'a0 a5 a9 a19:x', []],
  ['a group seen too seldom was not regular', silent, 'a0 a5 a40:x', []],
  ['nor one whose events lay further apart', silent, 'a0 a5 a11 a40:x', []],
  ['nor one that fades out', silent, 'a0 a5 a9 a18 a27 a60:x', []],
  ['after a silence it must become regular again', silent, 'a0 a5 a9 a25 a50:x', ['19:u']],
  ['groups are silent for themselves', silent, 'a0 a1:y a2 a3:y a4 a5:y a14:y a40', ['14:u']],
  [
    'what was silent shortly before is not told',
    `${silent.slice(0, -1)}, unbroken: 25s}`,
    'a0 a5 a9 a30 a33 a36 a60:x',
    [],
  ],
  [
    'what never was for so long is',
    `${silent.slice(0, -1)}, unbroken: 25s}`,
    'a0 a5 a9 a14 a19 a24 a29 a50:x',
    ['39:u'],
  ],
  ['what must follow does not', pair, 'a0 a5:x b20:x', ['10:u', '15:x']],
  ['what follows in time ends it', pair, 'a0 b10 a20:x', []],
  ['what follows too late does not', pair, 'a0 b11', ['10:u']],
  ['what came before does not count', pair, 'b0 a1 a20:x', ['11:u']],
  ['a second start changes nothing', pair, 'a0 a5 a12 b20:x', ['10:u']],
  ['another group ends nothing', pair, 'a0 b5:x a20:y', ['10:u']],
  ['what is new while learning is not told', first, 'a0,p a5,q a9,r', []],
  ['what is new after it is told once', first, 'a0,p a10,q a11,q a12,p', ['10:u,q']],
  ['one millisecond before the end it is not', first, 'a0,p a9,q a10,q', []],
  ['each learns for itself', first, 'a0,p a20:x,p a21:x,q a22,q', ['22:u,q']],
  ['without "of" all learn together', first.replace(', of: [User]', ''), 'a0,p a20:x,p', ['20:x,p']],
  [
    'what was forgotten is new again',
    first.replace('10s}', '10s, forget: 15s}'),
    'a0,p a5,q a20,p a21,q',
    ['20:u,p', '21:u,q'],
  ],
  ['nothing is decided before the history is long enough', usual, 'a0,p a1,q a2,r a3,s a4,t a11 a22', []],
  ['more than is usual', usual, 'a0 a10 a20 a30 a40,p a41,q a42,r a43,s', ['43:u']],
  ['the floor holds where less is usual', usual, 'a0 a10 a20 a30 a40,p a41,q a42,r', []],
  [
    'the factor holds where more is usual',
    usual,
    'a0,p a1,q a2,r a20,p a21,q a22,r a40,p a41,q a42,r a60 a80,p a81,q a82,r a83,s a84,t a85,w',
    ['85:u'],
  ],
  ['a history of its own for each', usual, 'a0 a10 a20 a30 a40:x,p a41:x,q a42:x,r a43:x,s', []],
  [
    'or one for those alike',
    usual.replace('learning: 3', 'learning: 3, alike: [Role]'),
    'a0 a10 a20 a30 a40:uu,p a41:uu,q a42:uu,r a43:uu,s',
    ['43:uu'],
  ],
  [
    'without a field events are counted',
    usual.replace('field: Value, ', ''),
    'a0 a10 a20 a31 a32 a33 a34',
    ['34:u'],
  ],
]

describe('extensions of Sigma', () => {
  for (const [name, section, list, expected] of cases)
    test(`${name}: ${list}`, () => assert.deepEqual(seconds(run(detector(section), events(list))), expected))

  test('one event may begin and end a pair', () => {
    const both = `title: both\nid: both\nname: both\nlogsource: {product: windows}\ndetection: {s: {Kind: [a, b]}, condition: s}\n`
    const section = pair.replace('after: [a]', 'after: [both]')
    assert.deepEqual(seconds(run(detector(section, {}, [both]), events('b0 a1:y b40:x'))), ['11:y'])
  })

  test('the clock of a live run ends a silence where no event comes', () => {
    const found = detector(silent, { latenessMs: 5_000 })
    for (const one of events('a0 a5 a9')) found.see(one)
    assert.deepEqual(found.advance(start + 19_000), [])
    assert.deepEqual(seconds(found.advance(start + 20_000)), ['19:u'])
  })

  const sections = [silent, pair, first, usual]

  test('the same findings come in whatever order the events are read', () => {
    const one = fc.tuple(
      fc.constantFrom('a', 'a', 'a', 'b'),
      fc.integer({ min: 0, max: 120 }),
      fc.constantFrom('x', 'y'),
      fc.constantFrom('p', 'q', 'r', 's'),
    )
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...sections),
        fc.integer(),
        (list, section, seed) => {
          const made = events(
            list.map(([kind, at, user, value]) => `${kind}${at}:${user},${value}`).join(' '),
          )
          const shuffled = made
            .map((event, at) => ({ event, key: Math.imul(at + 1, seed | 1) }))
            .sort((left, right) => left.key - right.key)
            .map(({ event }) => event)
          assert.deepEqual(run(detector(section), shuffled), run(detector(section), made))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('a checkpoint in the middle changes nothing', () => {
    const list = events(
      'a0 a2 a4,p a5:y a8:y,q a9:y a25,r a26:y,s b27 a40,t a41,p a42,q a43,r a55,p a70,s a71,t a72,p a73,q a90:y,t',
    )
    for (const section of [
      ...sections.slice(0, 3),
      usual.replace('factor: 2, floor: 4', 'factor: 1, floor: 2'),
    ]) {
      const whole = run(detector(section, { latenessMs: 5_000 }), list)
      assert.ok(whole.length > 0, section)
      for (let cut = 0; cut <= list.length; cut++) {
        const before = detector(section, { latenessMs: 5_000 })
        const told = list.slice(0, cut).flatMap((one) => before.see(one))
        const after = detector(section, { latenessMs: 5_000 })
        after.load(JSON.parse(JSON.stringify(before.save())))
        const all = [...told.filter(({ ruleId }) => ruleId === 'meta'), ...run(after, list.slice(cut))]
        assert.deepEqual(all, whole, `${section} at ${cut}`)
      }
    }
  })

  test('what is remembered stays within its cap, and what was forgotten is counted', () => {
    const memory = memoryOf(1_000)
    for (let at = 0; at < 10_000; at++) {
      memory.set(`v${at}`, at)
      memory.set('often', at)
    }
    const kept = Array.from({ length: 10_000 }, (_, at) => memory.get(`v${at}`)).filter(
      (at) => at !== undefined,
    )
    assert.ok(kept.length >= 499 && kept.length <= 1_000, `${kept.length}`)
    assert.equal(kept.length + memory.evicted(), 10_000)
    assert.equal(memory.get('often'), 9_999)
  })

  test('a history stays small and keeps its percentile', () => {
    const history = historyOf(90)
    for (let at = 1; at <= 250_000; at++) history.add((at % 1_000) + 1)
    const percentile = history.percentile()
    assert.ok(percentile >= 900 && percentile <= 930, `${percentile}`)
    assert.ok(history.save().length < 250)
    assert.ok(history.windows() <= extensionLimits.maxWindows)
  })

  test('a correlation of Sigma may rest on an extension', () => {
    const chain = `title: chain\nid: chain\nlevel: high\ncorrelation: {type: temporal_ordered, rules: [b, meta], group-by: [User], timespan: 60s}\n`
    const found = detector(first, {}, [chain])
    const told = [...events('a0,p b15 a20,q').flatMap((one) => found.see(one)), ...found.finish(true)]
    assert.deepEqual(
      told.map(({ ruleId }) => ruleId),
      ['chain'],
    )
  })

  test('a finding says what was missing, new or unusual', () => {
    const reason = (section: string, list: string) => run(detector(section), events(list))[0]?.reason
    assert.equal(
      reason(silent, 'a0 a5 a9 a20:x'),
      'silent for 10 s after at least 3 events in such a time before for User "u"',
    )
    assert.equal(reason(pair, 'a0 a20:x'), 'nothing that must follow came within 10 s for User "u"')
    assert.match(
      reason(first, 'a0,p a10,q') ?? '',
      /for the first time for User "u", Value "q" \(learned for at least 10 s\)/,
    )
    assert.match(
      reason(usual, 'a0 a10 a20 a30 a40,p a41,q a42,r a43,s') ?? '',
      /^4 different values of Value in 4 events within 10 s .*where 4 is the bound/,
    )
  })

  for (const [section, because] of [
    ['absence: {rules: [a], timespan: 10s}', /number from 2 to 1000/],
    ['absence: {timespan: 10s, seen: 3}', /1 to 200 rules/],
    ['absence: {rules: [a], timespan: 10x, seen: 3}', /the timespan "10x"/],
    ['first_seen: {rules: [a], learning: 7d}', /values are expected/],
    ['first_seen: {rules: [a], group-by: [b], of: [c], learning: 7d}', /names of group-by/],
    ['baseline: {rules: [a], timespan: 1h, floor: 20000, learning: 3}', /number from 1 to 10000/],
    [
      'baseline: {rules: [a], timespan: 1h, floor: 2}',
      /custom\/salus\/baseline\/learning|number from 1 to 50000/,
    ],
    ['novelty: {rules: [a]}', /one of absence, first_seen, baseline/],
    ['absence: 3', /a map is expected/],
  ] as const)
    test(`refused with its reason: ${section}`, () => {
      const { rules, faults } = readRules(document(section), 'x.yml')
      assert.deepEqual(rules, [])
      assert.match(`${faults[0]?.place}: ${faults[0]?.because}`, because)
    })

  test('other data under "custom" is left alone', () => {
    const detection = 'logsource: {product: windows}\ndetection: {s: {a: b}, condition: s}\n'
    for (const custom of ['custom: {salus: {absence: 1}}\n', 'custom: {other: 1}\n', 'custom: text\n'])
      assert.equal(readRules(`title: t\n${custom}${detection}`, 'x.yml').rules[0]?.kind, 'detection')
  })
})
