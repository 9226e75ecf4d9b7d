// Tests of the compiled form: it reads back as the same rules, and its version is raised when it changes.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sha256Of } from '@salus/standards/packs'
import { prepare, preparedOf } from '../engine/prepared.ts'
import { readRules } from '../sigma/read.ts'
import { sampleLogs, sampleLogsAbsent } from '../testing/sample-logs.ts'
import { compiled, compilerOf, compilerVersion, writeCompiled } from './compile.ts'
import type { RuleLine } from './rule-lines.ts'
import { readStartForm, startFormVersion, writeStartForm } from './start-form.ts'

const line = (source: string): RuleLine => ({
  path: 'x.yml',
  author: 'A',
  licence: 'MIT',
  source,
  samples: null,
})

const foreign = `title: Beyond Latin
id: four
logsource: { product: windows }
detection:
  a: { Ort|contains: ['Zürich', '東京', '\u{1f600}'], EventID: [1, 2] }
  condition: a
`

const everything = `title: All modifiers
id: one
name: one
level: low
logsource: { product: windows, category: process_creation }
detection:
  a:
    Image|endswith: ['\\\\net.exe', '\\\\net1.exe']
    CommandLine|contains|windash|all: [' -x', ' /y']
    Hash|re|i: '^[a-f0-9]{4}(?:b|c)+$'
    Net|cidr: 10.0.0.0/8
    Size|gte: 1.5
    Time|hour: 3
    Empty: ''
    None: null
    There|exists: true
    Other|fieldref: Image
    Text|base64offset|contains: secret
    Wild: 'a*b?c'
    Cased|cased|startswith: İx
  b: [word, 'two words']
  condition: a or not 1 of b*
---
title: Many
id: two
correlation:
  type: value_count
  rules: [one]
  group-by: [who, __proto__]
  timespan: 1h
  condition: { gte: 5, field: Image }
  aliases:
    who: { one: User }
---
title: Filter
id: three
logsource: { product: windows }
filter:
  rules: [one]
  selection: { User: x }
  condition: selection
`

test('what is read back equals what the YAML gives, but for the credits that the line adds', () => {
  const form = compiled([line(everything)], [])
  const back = readStartForm(writeStartForm(form))
  assert.deepEqual(back, form)
  const { rules, faults } = readRules(everything, 'x.yml')
  assert.deepEqual([faults, rules.length], [[], 3])
  const credited = rules.map((rule) => ({ ...rule, head: { ...rule.head, author: 'A', licence: 'MIT' } }))
  assert.deepEqual(back.rules[0]?.rules, credited)
})

test('a changed compiled form comes with a new compilerVersion', () => {
  const hash = sha256Of(Buffer.from(writeCompiled(compiled([line(everything)], []))))
  const known: Readonly<Record<number, string>> = {
    1: '9b6a0888812a26a83145c6f405e2cbb471f16227c65e67301a7b1907f12e9dff',
  }
  assert.equal(
    known[compilerVersion],
    hash,
    'Raise compilerVersion and add the new hash: packs compiled by the version before are compiled anew then.',
  )
})

test('a changed form for starts comes with a new startFormVersion', () => {
  const hash = sha256Of(writeStartForm(compiled([line(everything)], [])))
  const known: Readonly<Record<number, string>> = {
    1: '37ac763da039408fb7ce61f85bd8445aa92a02c8bb7cc183a8f770c6b7ea1e1b',
  }
  assert.equal(
    known[startFormVersion],
    hash,
    'Raise startFormVersion and add the new hash: sensors make their form anew then. It also changes with `witnessesOf` and `eventIdsOf`.',
  )
})

test('what a start knows of a rule without its expression is what the expression gives', () => {
  const read = readStartForm(writeStartForm(compiled([line(everything), line(foreign)], [])))
  const rules = read.rules.flatMap((source) => source.rules).filter((rule) => rule.kind === 'detection')
  assert.equal(rules.length, 2)
  for (const rule of rules) {
    const known = preparedOf(rule)
    assert.deepEqual(known, prepare(rule.expression))
    assert.deepEqual(preparedOf({ ...rule }), known, 'of a copy it is made anew')
  }
})

test('a number that JSON cannot hold is a fault of its rule', () => {
  const endless = everything.replace('gte: 5', 'gte: .inf')
  const [source] = compiled([line(endless)], []).rules
  assert.deepEqual(
    source?.rules.map(({ head }) => head.id),
    ['one', 'three'],
  )
  assert.match(source?.faults[0]?.because ?? '', /not finite/)
})

test('the compiler of a text is told only where it stands at its beginning', () => {
  assert.equal(compilerOf(writeCompiled(compiled([], []))), compilerVersion)
  for (const text of ['', '{"rules":[],"compiler":1}', '{"compiler":"1"}', '{"compiler":99999999999,'])
    assert.equal(compilerOf(text), null)
})

const archive = 'sigma-rules/sigma-rules.tar.gz'
const skipped = sampleLogsAbsent(archive)
test('all public rules come back as they were', {
  skip: process.env.SALUS_ALL_JOURNEYS ? skipped : 'SALUS_ALL_JOURNEYS=1 runs it',
}, async () => {
  const lines: RuleLine[] = []
  for await (const { path, bytes } of sampleLogs(archive))
    if (path.startsWith('rules') && path.endsWith('.yml'))
      lines.push({ ...line(bytes.toString('utf8')), path })
  const form = compiled(lines, [])
  assert.ok(form.rules.flatMap(({ rules }) => rules).length > 3_700)
  assert.deepEqual(readStartForm(writeStartForm(form)), form)
})
