// Tests of everything that a Sigma detection can say, each case on the fast engine and on the naive one.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldValue } from '../event/event.ts'
import { detectionOf, event } from './builders.ts'
import { matcherOf } from './matcher.ts'
import { naiveMatcherOf } from './naive.ts'

type Values = Readonly<Record<string, FieldValue>>

const placeholders = new Map([['admins', ['adm_one', 'adm_two']]])

function holds(detection: string, values: Values): boolean {
  const rule = detectionOf(
    detection.includes('condition:') ? detection : `${detection}\ncondition: a`,
    placeholders,
  )
  const seen = event(values)
  const fast = matcherOf([rule]).match(seen).length === 1
  assert.equal(naiveMatcherOf([rule]).match(seen).length === 1, fast, 'the engines differ')
  return fast
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64')

/** Detection, then events that it fits, then events that it does not fit. */
const cases: readonly (readonly [string, string, readonly Values[], readonly Values[]])[] = [
  [
    'equality in any case',
    'a: {F: Cmd}',
    [{ F: 'cMD' }, { F: ['x', 'CMD'] }],
    [{ F: 'cmd2' }, {}, { F: null }],
  ],
  [
    'a number as number or text',
    'a: {EventID: 4688}',
    [{ EventID: 4688 }, { EventID: '4688' }],
    [{ EventID: 46880 }],
  ],
  ['true as boolean or text', 'a: {F: true}', [{ F: true }, { F: 'True' }], [{ F: false }]],
  [
    'letters that two code sequences write',
    'a: {F|contains: é}',
    [{ F: 'cafe\u0301' }, { F: 'CAFÉ' }],
    [{ F: 'cafe' }],
  ],
  [
    'letters beyond ASCII in any case',
    'a: {F|endswith: ΟΔΟΣ}',
    [{ F: 'η οδος' }, { F: 'ΟΔΟΣ' }],
    [{ F: 'οδο' }],
  ],
  ['cased', 'a: {F|contains|cased: Net}', [{ F: 'a Net b' }], [{ F: 'a net b' }]],
  ['cased equality', 'a: {F|cased: Net}', [{ F: 'Net' }], [{ F: 'NET' }, { F: 'Net ' }]],
  ['startswith', 'a: {F|startswith: adm}', [{ F: 'ADMIN' }], [{ F: 'xadm' }]],
  ['contains|all', 'a: {F|contains|all: [x, y]}', [{ F: 'yx' }], [{ F: 'xx' }]],
  ['wildcards inside', "a: {F: 'a*b?c'}", [{ F: 'a--bxc' }, { F: 'abxc' }], [{ F: 'abc' }, { F: 'xabxc' }]],
  ['wildcards over lines', "a: {F: 'a*c*e'}", [{ F: 'a\nc\ne' }], [{ F: 'ace\n' }]],
  ['an escaped asterisk', "a: {F: 'a\\*b'}", [{ F: 'a*b' }], [{ F: 'axb' }, { F: 'a\\*b' }]],
  ['an escaped question mark', "a: {F|contains: 'a\\?b'}", [{ F: 'xa?bx' }], [{ F: 'axb' }]],
  ['a backslash before a wildcard', "a: {F: 'a\\\\*b'}", [{ F: 'a\\xxb' }, { F: 'a\\b' }], [{ F: 'a*b' }]],
  [
    'a single and a double backslash',
    "a: {F: 'c:\\win\\\\dir'}",
    [{ F: 'C:\\win\\dir' }],
    [{ F: 'C:\\win\\\\dir' }],
  ],
  [
    'a share with four backslashes',
    "a: {F|startswith: '\\\\\\\\host'}",
    [{ F: '\\\\host\\x' }],
    [{ F: '\\host' }],
  ],
  ['a lone asterisk: any value', "a: {F: '*'}", [{ F: '' }, { F: 'x' }], [{}, { F: null }]],
  ['null: no value or absent', 'a: {F: null}', [{}, { F: null }], [{ F: '' }, { F: 'x' }]],
  ['the empty string', "a: {F: ''}", [{ F: '' }], [{}, { F: null }, { F: ' ' }]],
  ['a list with null in it', 'a: {F: [x, null]}', [{ F: 'x' }, {}], [{ F: '' }]],
  ['exists', 'a: {F|exists: true}', [{ F: null }, { F: '' }], [{}]],
  ['exists not', 'a: {F|exists: false}', [{}], [{ F: null }, { F: '' }]],
  ['lt', 'a: {F|lt: 10}', [{ F: 9 }, { F: '9.5' }], [{ F: 10 }, { F: 'x' }, { F: '' }, {}]],
  ['lte', 'a: {F|lte: 10}', [{ F: 10 }], [{ F: 11 }]],
  ['gt', 'a: {F|gt: -1}', [{ F: 0 }], [{ F: -1 }, { F: null }]],
  ['gte, written in the log in hexadecimal', 'a: {F|gte: 16}', [{ F: '0x10' }], [{ F: '0xf' }]],
  ['neq', 'a: {F|neq: x}', [{ F: 'y' }, {}], [{ F: 'X' }]],
  ['neq of several', 'a: {F|neq: [x, 5]}', [{ F: 'y' }], [{ F: 'x' }, { F: 5 }]],
  ['neq with contains', 'a: {F|contains|neq: x}', [{ F: 'y' }], [{ F: 'axb' }]],
  [
    'cidr of IPv4',
    'a: {F|cidr: [10.0.0.0/8, 192.168.4.0/22]}',
    [{ F: '10.9.8.7' }, { F: '192.168.7.255' }, { F: '::ffff:10.1.1.1' }],
    [{ F: '192.168.8.0' }, { F: '10.0.0.256' }, { F: 'x' }],
  ],
  [
    'cidr of IPv6',
    "a: {F|cidr: 'fe80::/10'}",
    [{ F: 'FE80::1' }, { F: 'febf::%eth0' }],
    [{ F: 'fec0::1' }, { F: '::1' }],
  ],
  [
    'windash',
    "a: {F|contains|windash: ' -enc'}",
    [{ F: 'x -enc' }, { F: 'x /ENC' }, { F: 'x –enc' }, { F: 'x —enc' }, { F: 'x ―enc' }],
    [{ F: 'x enc' }],
  ],
  ['windash leaves dashes within words', "a: {F|windash: 'a-b -c'}", [{ F: 'a-b /c' }], [{ F: 'a/b -c' }]],
  ['base64', 'a: {F|base64|contains: Net}', [{ F: `x${base64('Net')}y` }], [{ F: base64('net') }]],
  [
    'base64offset',
    'a: {F|base64offset|contains: http}',
    [{ F: base64('http://') }, { F: base64('xhttp://') }, { F: base64('xxhttp://') }],
    [{ F: base64('HTTP://') }, { F: 'http' }],
  ],
  [
    'wide, then base64offset',
    'a: {F|wide|base64offset|contains: cmd}',
    [{ F: base64(utf16('xcmd.exe')) }, { F: base64(utf16('cmd')) }],
    [{ F: base64('cmd') }],
  ],
  ['utf16le, then base64', 'a: {F|utf16le|base64: cmd}', [{ F: base64(utf16('cmd')) }], [{ F: 'cmd' }]],
  [
    'utf16be, then base64',
    'a: {F|utf16be|base64: cmd}',
    [{ F: base64(utf16('cmd').swap16()) }],
    [{ F: base64(utf16('cmd')) }],
  ],
  [
    'utf16 with its mark, then base64',
    'a: {F|utf16|base64: cmd}',
    [{ F: base64(Buffer.concat([Buffer.from([255, 254]), utf16('cmd')])) }],
    [{ F: base64(utf16('cmd')) }],
  ],
  ['utf16le alone', 'a: {F|utf16le|contains: cmd}', [{ F: 'xc\u0000m\u0000d\u0000' }], [{ F: 'cmd' }]],
  ['expand', "a: {F|expand: '%admins%'}", [{ F: 'ADM_two' }], [{ F: '%admins%' }]],
  ['expand within text', "a: {F|contains|expand: 'x%admins%y'}", [{ F: 'xadm_oney' }], [{ F: 'adm_one' }]],
  ['re, case-sensitive', "a: {F|re: '^a.c$'}", [{ F: 'abc' }], [{ F: 'ABC' }, { F: 'xabc' }]],
  ['re|i', "a: {F|re|i: '^a.c$'}", [{ F: 'ABC' }], [{ F: 'ABCD' }]],
  ['re|m', "a: {F|re|m: '^b$'}", [{ F: 'a\nb\nc' }], [{ F: 'ab' }]],
  ['re|s', "a: {F|re|s: 'a.b'}", [{ F: 'a\nb' }], [{ F: 'ab' }]],
  ['re of several with all', "a: {F|re|all: ['a+', 'b+']}", [{ F: 'xaby' }], [{ F: 'aa' }]],
  ['fieldref', 'a: {F|fieldref: G}', [{ F: 'x', G: 'X' }], [{ F: 'x', G: 'y' }, { F: 'x' }, {}]],
  ['fieldref, cased', 'a: {F|fieldref|cased: G}', [{ F: 'x', G: 'x' }], [{ F: 'x', G: 'X' }]],
  ['fieldref with startswith', 'a: {F|fieldref|startswith: G}', [{ F: 'xy', G: 'x' }], [{ F: 'yx', G: 'x' }]],
  ['fieldref with endswith', 'a: {F|fieldref|endswith: G}', [{ F: 'xy', G: 'y' }], [{ F: 'yx', G: 'y' }]],
  ['fieldref with contains', 'a: {F|fieldref|contains: G}', [{ F: 'axb', G: 'x' }], [{ F: 'ab', G: 'x' }]],
  ['fieldref with neq', 'a: {F|fieldref|neq: G}', [{ F: 'x', G: 'y' }, { F: 'x' }], [{ F: 'x', G: 'X' }]],
  [
    'minute',
    'a: {F|minute: 7}',
    [{ F: '2025-03-09T22:07:59Z' }],
    [{ F: '2025-03-09T22:08:00Z' }, { F: 'x' }],
  ],
  [
    'hour with gte',
    'a: {F|hour|gte: 22}',
    [{ F: '2025-03-09 22:00:00' }],
    [{ F: '2025-03-09T21:59:59' }, {}],
  ],
  ['day', 'a: {F|day: 9}', [{ F: '2025-03-09' }], [{ F: '2025-03-10' }]],
  [
    'week',
    'a: {F|week: 1}',
    [{ F: '2024-12-30T00:00:00' }, { F: '2026-01-01' }],
    [{ F: '2024-12-29' }, { F: '2027-01-01' }],
  ],
  ['month with lt', 'a: {F|month|lt: 3}', [{ F: '2025-02-28' }], [{ F: '2025-03-01' }]],
  [
    'year',
    'a: {F|year: 2025}',
    [{ F: '2025-02-28' }, { F: 1740700000 }, { F: '1740700000000' }],
    [{ F: '2024-12-31' }],
  ],
  ['keywords in any field', 'a: [Mimi, katz]', [{ X: 'mimi' }, { Y: ['a', 'KATZ!'] }], [{ X: 'mim' }, {}]],
  [
    'keywords that must all be there',
    "a: {'|all': [mimi, katz]}",
    [{ X: 'mimi', Y: 'katz' }],
    [{ X: 'mimi' }],
  ],
  ['a keyword with a wildcard', "a: ['mi*tz']", [{ X: 'mimikatz' }], [{ X: 'mi', Y: 'tz' }]],
  ['a keyword by expression', "a: {'|re': 'mimi[a-z]atz'}", [{ X: 'a mimikatz b' }], [{ X: 'MIMIKATZ' }]],
  ['a list of maps', 'a: [{F: x, G: y}, {F: z}]', [{ F: 'x', G: 'y' }, { F: 'z' }], [{ F: 'x' }]],
  ['a list of maps and keywords', 'a: [{F: x}, word]', [{ F: 'x' }, { G: 'a word' }], [{ G: 'x' }]],
  [
    'a field with a blank',
    "a: {'Source Name': x}",
    [{ 'Source Name': 'x' }, { SourceName: 'x' }],
    [{ Source: 'x' }],
  ],
  ['a field named __proto__', 'a: {__proto__: x}', [JSON.parse('{"__proto__":"x"}')], [{}]],
  ['fields that every object has', 'a: {toString|exists: true}', [{ toString: 'x' }], [{}]],
]
for (const [name, detection, fitting, others] of cases)
  test(`${name}: ${detection}`, () => {
    for (const values of fitting) assert.equal(holds(detection, values), true, JSON.stringify(values))
    for (const values of others) assert.equal(holds(detection, values), false, JSON.stringify(values))
  })

const selections = 'x1: {A: 1}\nx2: {B: 1}\ny: {C: 1}\n_z: {D: 1}\ncondition: '
const conditions: readonly (readonly [string, string, string])[] = [
  ['1 of x*', 'A B AB AC', 'C D'],
  ['all of x*', 'AB ABC', 'A B C'],
  ['1 of them', 'A B C', 'D'],
  ['all of them', 'ABC ABCD', 'AB D'],
  ['2 of them', 'AB AC BC ABC', 'A AD D'],
  ['any of x*', 'A B', 'C'],
  ['x1 and not y', 'A AB', 'AC C'],
  ['not x1 and y', 'C', 'A AC B'],
  ['x1 or x2 and y', 'A BC', 'B C'],
  ['(x1 or x2) and y', 'AC BC', 'A B C'],
  ['not (x1 or x2)', 'C D', 'A B'],
  ['not not x1', 'A', 'B'],
  ['NOT x1 AND y', 'C', 'AC'],
  ['not 1 of x*', 'C', 'A B'],
  ['1 of *1', 'A', 'B'],
  ['_z', 'D', 'A'],
  ['[x1, y]', 'A C', 'B'],
]
for (const [condition, fitting, others] of conditions)
  test(`the condition "${condition}"`, () => {
    const values = (letters: string) => Object.fromEntries(letters.split('').map((letter) => [letter, 1]))
    for (const letters of fitting.split(' '))
      assert.equal(holds(selections + condition, values(letters)), true, letters)
    for (const letters of others.split(' '))
      assert.equal(holds(selections + condition, values(letters)), false, letters)
  })

test('an absent field makes a filter false and "not filter" true, where SQL would lose the event', () => {
  const detection = 'a: {F: x}\nfilter: {G: y}\ncondition: a and not filter'
  assert.equal(holds(detection, { F: 'x' }), true)
  assert.equal(holds(detection, { F: 'x', G: 'y' }), false)
})

test('long lists of texts are searched together with the same answer', () => {
  const list = Array.from({ length: 500 }, (_, at) => `w${at}x`).join(', ')
  assert.equal(holds(`a: {F|contains: [${list}]}`, { F: 'aaw499xbb' }), true)
  assert.equal(holds(`a: {F|contains: [${list}]}`, { F: 'aaw500xbb' }), false)
  assert.equal(holds(`a: {F: [${list}]}`, { F: 'W7X' }), true)
  assert.equal(
    holds(`a: {F: y}\nb: {G|contains: [${list}]}\ncondition: a and not b`, { F: 'y', G: 'w3' }),
    true,
  )
})
