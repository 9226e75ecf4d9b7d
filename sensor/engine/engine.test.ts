// Tests of the engine around the rules: routing, mappings, filters, costs, explanations, harmless output.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standardPipelines } from '../sigma/pipelines/pipeline.ts'
import { detectionOf, event, rulesOf } from './builders.ts'
import { decidingTests } from './deciding.ts'
import { detectorOf } from './detector.ts'
import { explain, reasonOf } from './explain.ts'
import { jsonLine, printable } from './printable.ts'

const ruleFor = (logSource: string, detection: string, id = 'one') =>
  `title: t\nid: ${id}\nlogsource: {${logSource}}\ndetection: {s: {${detection}}, condition: s}\n`
const sysmon = 'Microsoft-Windows-Sysmon/Operational'

test('a rule sees the events of its channel and EventID, and no others', () => {
  const found = detectorOf(
    rulesOf(ruleFor('product: windows, category: process_creation', 'Image|endswith: cmd.exe')),
  )
  const hits = (channel: string, id: number | string) =>
    found.see(event({ Channel: channel, EventID: id, Image: 'C:\\cmd.exe' })).length
  assert.equal(hits(sysmon, 1), 1)
  assert.equal(hits(sysmon.toUpperCase(), '1'), 1)
  assert.equal(hits(sysmon, 5), 0)
  assert.equal(hits('Security', 1), 0)
  assert.deepEqual(found.blind(), [])
})

test('4688 and 4657 of the Security log bear the names of Sysmon', () => {
  const process = detectorOf(
    rulesOf(
      ruleFor(
        'product: windows, category: process_creation',
        "Image|endswith: cmd.exe, ParentImage: 'p', User: 'D\\u', ProcessId: 16, IntegrityLevel: High",
      ),
    ),
  )
  const fields = {
    Channel: 'Security',
    EventID: 4688,
    NewProcessName: 'C:\\cmd.exe',
    ParentProcessName: 'p',
    SubjectDomainName: 'D',
    SubjectUserName: 'u',
    NewProcessId: '0x10',
    MandatoryLabel: 'S-1-16-12288',
  }
  const [finding] = process.see(event(fields))
  assert.match(finding?.reason ?? '', /Image ends with "cmd\.exe"/)
  const registry = detectorOf(
    rulesOf(
      ruleFor('product: windows, category: registry_set', "TargetObject: 'HKLM\\Run\\evil', Details: x"),
    ),
  )
  const set = {
    Channel: 'Security',
    EventID: 4657,
    ObjectName: '\\REGISTRY\\MACHINE\\Run',
    ObjectValueName: 'evil',
    NewValue: 'x',
  }
  assert.equal(registry.see(event(set)).length, 1)
})

test('other products are routed by the words that their parsers give', () => {
  const found = detectorOf(
    rulesOf(
      [
        ruleFor('category: proxy', 'c-uri|contains: evil', 'proxy'),
        ruleFor('product: linux, service: auth', 'msg: x', 'auth'),
        ruleFor('product: linux', 'msg: x', 'linux'),
      ].join('---\n'),
    ),
  )
  const ids = (
    values: Record<string, string>,
    product: string | null,
    category: string | null,
    service: string | null,
  ) => found.see(event(values, { logSource: { product, category, service } })).map(({ ruleId }) => ruleId)
  assert.deepEqual(ids({ 'c-uri': '/evil' }, 'squid', 'proxy', null), ['proxy'])
  assert.deepEqual(ids({ msg: 'x' }, 'linux', null, 'sshd'), ['auth', 'linux'])
  assert.deepEqual(ids({ msg: 'x' }, 'linux', null, 'nginx'), ['linux'])
  assert.deepEqual(ids({ msg: 'x' }, 'macos', null, 'sshd'), [])
})

test('every log source that the pipelines name has a channel or a service', () => {
  const sources = standardPipelines.flatMap(({ routes }) => routes)
  assert.ok(sources.length > 80)
  for (const { when, events } of sources)
    for (const one of events) assert.ok(one.channel ?? one.service, JSON.stringify(when))
})

const filterFor = (condition: string, rules = '[one]') =>
  `title: f\nid: f\nlogsource: {product: windows}\nfilter: {rules: ${rules}, s: {User: backup}, condition: ${condition}}\n`

for (const condition of ['s', 'not s'])
  test(`a filter with the condition "${condition}" suppresses what its selection describes`, () => {
    const found = detectorOf(rulesOf(`${ruleFor('product: windows', 'F: x')}---\n${filterFor(condition)}`))
    assert.equal(found.see(event({ F: 'x', User: 'backup' })).length, 0)
    assert.equal(found.see(event({ F: 'x', User: 'other' })).length, 1)
    assert.equal(found.see(event({ F: 'x' })).length, 1)
  })

test('a filter for any rule of its log source applies, one for another log source is told', () => {
  const any = detectorOf(rulesOf(`${ruleFor('product: windows', 'F: x')}---\n${filterFor('s', 'any')}`))
  assert.equal(any.see(event({ F: 'x', User: 'backup' })).length, 0)
  const other = detectorOf(rulesOf(`${ruleFor('product: linux', 'F: x')}---\n${filterFor('s')}`))
  assert.match(other.faults[0]?.because ?? '', /names no rule/)
})

test('a rule that costs too much is taken out of service with an alarm; the others go on', () => {
  const yaml = `${ruleFor('product: windows', "F|re: '(a|b)*a(a|b){14}c'", 'dear')}---\n${ruleFor('product: windows', 'F|contains: ab', 'cheap')}`
  const found = detectorOf(rulesOf(yaml), { costs: { startSteps: 100_000, stepsPerEvent: 100 } })
  const text = 'aab'.repeat(3_000)
  let cheap = 0
  for (let at = 0; at < 50; at++) cheap += found.see(event({ F: text })).length
  assert.equal(cheap, 50)
  assert.deepEqual(
    found.faults.map(({ ruleId, because }) => [ruleId, /costs more/.test(because)]),
    [['dear', true]],
  )
})

test('findings below the wanted level are not told', () => {
  const yaml = `${ruleFor('product: windows', 'F: x')}level: low\n`
  assert.equal(detectorOf(rulesOf(yaml), { minLevel: 'medium' }).see(event({ F: 'x' })).length, 0)
  assert.equal(detectorOf(rulesOf(yaml), { minLevel: 'low' }).see(event({ F: 'x' })).length, 1)
})

test('an explanation shows every part and what the event has there', () => {
  const { expression } = detectionOf('s: {F|endswith: x, G: y}\nf: {H: z}\ncondition: s and not f')
  const given = event({ F: 'ax', G: '\u001b[31mred' })
  assert.deepEqual(explain(expression, given, null), {
    text: 'all of',
    held: false,
    parts: [
      {
        text: 's',
        held: false,
        parts: [
          { text: 'F ends with "x"', held: true, parts: [] },
          { text: 'G is "y" (it has "\\u001b[31mred")', held: false, parts: [] },
        ],
      },
      {
        text: 'not',
        held: true,
        parts: [
          { text: 'f', held: false, parts: [{ text: 'H is "z" (it is absent)', held: false, parts: [] }] },
        ],
      },
    ],
  })
  const deciding = decidingTests(expression, event({ F: 'ax', G: 'y' }), null)
  assert.equal(reasonOf(deciding), 'F ends with "x"; G is "y"')
})

test('no sign that a terminal acts on comes through, and JSON reads back as it was', () => {
  const nasty = '\u001b]0;x\u0007\u009b31m\u202e\u2028\u200b\u{e0041}\r\n'
  assert.doesNotMatch(printable(nasty), /[\p{Cc}\p{Cf}\p{Zl}]/u)
  assert.doesNotMatch(jsonLine({ nasty }), /[\p{Cc}\p{Cf}\p{Zl}]/u)
  assert.deepEqual(JSON.parse(jsonLine({ nasty })), { nasty })
})

test('a log that makes up channels and ids makes no ways of its own, and costs what another does', () => {
  const sources = Array.from({ length: 40 }, (_, at) => `product: windows, service: s${at}`)
  const found = detectorOf(
    rulesOf(
      sources.map((source, at) => ruleFor(source, `EventID: ${at}, F: x`, `r${at}`)).join('---\n') +
        `---\n${ruleFor('product: windows', 'F: x', 'any')}`,
    ),
  )
  const before = process.cpuUsage()
  let hits = 0
  for (let at = 0; at < 20_000; at++)
    hits += found.see(
      event({ Channel: `made-up-${at}`, EventID: 100_000 + at, F: at % 2 ? 'x' : 'y' }),
    ).length
  const { user } = process.cpuUsage(before)
  assert.equal(hits, 10_000)
  assert.ok(user < 10e6, `${user} µs`)
})

test('an event that bears two EventIDs, or none, is not lost to a rule that asks for one', () => {
  const found = detectorOf(rulesOf(ruleFor('product: windows', 'EventID: 4688, F: x')))
  assert.equal(found.see(event({ EventID: ['1', '4688'], F: 'x' })).length, 1)
  assert.equal(found.see(event({ EventID: ['1'], F: 'x' })).length, 0)
  assert.equal(found.see(event({ F: 'x' })).length, 0)
})
