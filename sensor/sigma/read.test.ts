// Tests of reading rules: what is refused and why, collections, filters, correlations, hostile files.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRules } from './read.ts'

const rule = (detection: string, rest = '') =>
  `title: t\nid: one\nlogsource: {product: windows}\n${rest}detection:\n${detection.replace(/^/gm, '  ')}\n`

function because(yaml: string): string {
  const [fault] = readRules(yaml, 'a.yml').faults
  return fault ? `${fault.place}: ${fault.because}` : 'read'
}

const refusals: readonly (readonly [string, string, RegExp])[] = [
  ['an empty file', '', /the file is empty/],
  ['broken YAML', 'title: [', /not valid YAML/],
  ['no detection', 'title: t\nlogsource: {product: windows}\n', /no detection/],
  ['no log source', 'title: t\ndetection: {a: {b: c}, condition: a}\n', /logsource/],
  [
    'an unknown modifier',
    rule('a: {b|similar: c}\ncondition: a'),
    /detection\/a\/b\|similar: the modifier "similar"/,
  ],
  ['an unknown selection', rule('a: {b: c}\ncondition: a and other'), /"other" is no selection/],
  ['a condition that ends early', rule('a: {b: c}\ncondition: a and'), /ends where/],
  ['an open parenthesis', rule('a: {b: c}\ncondition: (a'), /without its "\)"/],
  ['an aggregation of Sigma 1', rule('a: {b: c}\ncondition: a | count() > 5'), /aggregation/],
  ['a pattern that fits nothing', rule('a: {b: c}\ncondition: 1 of x*'), /fits no selection/],
  ['more of a pattern than there are', rule('a: {b: c}\ncondition: 2 of a*'), /where 1 fit/],
  ['a placeholder without values', rule("a: {b|expand: '%admins%'}\ncondition: a"), /%admins% has no values/],
  ['look-around', rule("a: {b|re: '(?=x)y'}\ncondition: a"), /look-around/],
  ['a back-reference', rule("a: {b|re: '(x)\\1'}\ncondition: a"), /back-reference/],
  [
    'a regular expression too large',
    rule("a: {b|re: '((x{100}){100}){100}'}\ncondition: a"),
    /more than 8000 states/,
  ],
  ['a network that is none', rule('a: {b|cidr: 10.0.0.0/40}\ncondition: a'), /no network/],
  ['text compared as a number', rule('a: {b|gt: many}\ncondition: a'), /a number is expected/],
  ['exists with a text', rule("a: {b|exists: 'x'}\ncondition: a"), /true or false/],
  ['wildcards in Base64', rule("a: {b|base64: 'x*'}\ncondition: a"), /wildcards cannot be encoded/],
  ['a list without values', rule('a: {b: []}\ncondition: a'), /no value/],
  ['an own status of deprecated', rule('a: {b: c}\ncondition: a', 'status: deprecated\n'), /deprecated/],
  ['another taxonomy', rule('a: {b: c}\ncondition: a', 'taxonomy: ecs\n'), /taxonomy/],
]

for (const [name, yaml, expected] of refusals)
  test(`${name} is refused with its place and reason`, () => assert.match(because(yaml), expected))

test('one broken document leaves the others of its file alone', () => {
  const { rules, faults } = readRules(
    `${rule('a: {b: c}\ncondition: a')}---\ntitle: broken\nlogsource: {product: x}\ndetection: {condition: a}\n`,
    'a.yml',
  )
  assert.deepEqual([rules.length, faults.length, faults[0]?.line], [1, 1, 8])
})

test('a collection of Sigma 1 takes over what "action: global" says', () => {
  const { rules } = readRules(
    'action: global\ntitle: both\nauthor: A\n---\nid: x\nlogsource: {product: linux}\ndetection: {a: {b: c}, condition: a}\n',
    'a.yml',
  )
  assert.deepEqual([rules[0]?.head.title, rules[0]?.head.author], ['both', 'A'])
})

test('fields named __proto__ and constructor are fields like others', () => {
  const { rules } = readRules(rule('a: {__proto__: c, constructor: d}\ncondition: a'), 'a.yml')
  const [read] = rules
  assert.equal(read?.kind === 'detection' && read.expression.kind, 'named')
  assert.equal(JSON.stringify(read).includes('"field":"__proto__"'), true)
  assert.equal(Object.hasOwn(Object.prototype, 'c'), false)
})

test('blanks in field names are stripped, as the taxonomy wants', () => {
  const [read] = readRules(rule("a: {'Source Name': c}\ncondition: a"), 'a.yml').rules
  assert.match(JSON.stringify(read), /"field":"SourceName"/)
})

test('a YAML bomb, deep nesting and a hundred thousand values are bounded and said', () => {
  const bomb = `a: &a [${'x,'.repeat(9)}x]\n${'bcdefghi'
    .split('')
    .map((name, at) => `${name}: &${name} [${`*${String.fromCharCode(97 + at)},`.repeat(10)}]`)
    .join('\n')}\n`
  assert.match(because(bomb), /aliases repeat more than/)
  assert.match(because('['.repeat(5_000)), /deep/)
  assert.match(because(`title: t\na:${' {b:'.repeat(300)}${'}'.repeat(300)}`), /deep/)
  assert.match(
    because(
      Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:`)
        .join('\n')
        .slice(0, 1_900_000),
    ),
    /deep|YAML/,
  )
  assert.match(because(rule(`a: {b: [${'x,'.repeat(100_000)}x]}\ncondition: a`)), /more than 20000 values/)
  assert.match(because(`title: ${'x'.repeat(3_000_000)}`), /larger than/)
  assert.match(because(rule(`a: {b|contains|windash: '${'-a '.repeat(9)}'}\ncondition: a`)), /variants/)
})

for (const [name, yaml, expected] of [
  [
    'an empty group repeated a billion times',
    () => rule("a: {b|re: '(((){9999}){9999}){9999}x'}\ncondition: a"),
    /^read$/,
  ],
  [
    'an encoding named many times',
    () => rule(`a: {b${'|base64offset'.repeat(14)}: abc}\ncondition: a`),
    /20000/,
  ],
  [
    'dashes in three modifiers',
    () => rule("a: {b|windash|windash|windash: ' -a -b -c -d'}\ncondition: a"),
    /20000/,
  ],
  [
    'dashes in many values',
    () => rule(`a: {b|windash: [${"' -a -b -c -d',".repeat(100)}x]}\ncondition: a`),
    /more than 20000 values in one rule, with their variants/,
  ],
  [
    'an alias of a long text, thousands of times',
    () => rule(`a: {b: [&x ${'y'.repeat(32_000)},${'*x,'.repeat(5_000)}z]}\ncondition: a`),
    /more than 4194304 characters/,
  ],
  ['documents by the hundred thousand', () => '---\n'.repeat(400_000), /more than 1000 documents/],
  ['ends of documents by the hundred thousand', () => 'x\n...\n'.repeat(300_000), /more than 1000 documents/],
  ['maps within maps on one line', () => '? '.repeat(500_000), /nested/],
  [
    'fifty thousand names in one map',
    () => `${Array.from({ length: 50_000 }, (_, at) => `k${at}: &a${at} x`).join('\n')}\nk1: x`,
    /the name "k1" stands there twice/,
  ],
] as const)
  test(`${name} is answered within seconds`, () => {
    const started = process.cpuUsage()
    assert.match(because(yaml()), expected)
    const { user, system } = process.cpuUsage(started)
    assert.ok(user + system < 20e6)
  })

test('a name that stands twice in one map is refused, because one of them would be lost', () =>
  assert.match(because(rule('a: {b: c, b: d}\ncondition: a')), /"b" stands there twice/))

test('numbers that JavaScript would round keep their digits', () => {
  const [read] = readRules(rule('a: {b: 12345678901234567890}\ncondition: a'), 'a.yml').rules
  assert.match(JSON.stringify(read), /12345678901234567890/)
})

const meta = (section: string) => `title: m\nid: m\ncorrelation:\n${section.replace(/^/gm, '  ')}\n`

test('a correlation is read with its range, aliases and timespan', () => {
  const [read] = readRules(
    meta(
      'type: value_count\nrules: [a, b]\ngroup-by: [user]\ntimespan: 90m\ncondition: {field: [x, y], gt: 5, lte: 9}\naliases: {user: {a: User, b: Target User}}\ngenerate: true',
    ),
    'a.yml',
  ).rules
  assert.ok(read?.kind === 'correlation')
  assert.equal(read.timespanMs, 5_400_000)
  assert.deepEqual(read.bounds, [
    { comparison: 'gt', value: 5 },
    { comparison: 'lte', value: 9 },
  ])
  assert.deepEqual(read.fields, ['x', 'y'])
  assert.equal(read.aliases.get('user')?.get('b'), 'TargetUser')
  assert.equal(read.generate, true)
})

for (const [name, section, expected] of [
  ['an unknown type', 'type: near\nrules: [a]\ntimespan: 1m\ncondition: {gte: 1}', /type "near"/],
  [
    'a timespan in capitals',
    'type: event_count\nrules: [a]\ntimespan: 1M\ncondition: {gte: 1}',
    /timespan "1M"/,
  ],
  ['no comparison', 'type: event_count\nrules: [a]\ntimespan: 1m\ncondition: {}', /no comparison/],
  [
    'a value_count without a field',
    'type: value_count\nrules: [a]\ntimespan: 1m\ncondition: {gte: 1}',
    /needs a field/,
  ],
] as const)
  test(`a correlation with ${name} is refused`, () => assert.match(because(meta(section)), expected))
