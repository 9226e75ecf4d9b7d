// Tests of drafted exceptions: few fields, samples kept, the rule alive, valid Sigma, hostile values, earlier findings.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { withFilters } from '../../engine/filters.ts'
import { holds } from '../../engine/naive.ts'
import { emptyFields, type LogEvent, setField, windowsLog } from '../../event/event.ts'
import { readRules } from '../../sigma/read.ts'
import type { DetectionRule } from '../../sigma/rule.ts'
import { literalOf, readPieces } from '../../sigma/wildcards.ts'
import { finding } from '../builders.ts'
import { filterDocument } from './document.ts'
import { type Draft, draftFilter, literal } from './draft.ts'
import { silencedOf } from './silenced.ts'

function ruleOf(selection: string): DetectionRule {
  const text = `title: Rule\nid: 11111111-1111-4111-8111-111111111111\nlogsource: {product: windows, category: process_creation}\ndetection:\n  s:\n${selection}\n  condition: s\n`
  const [rule] = readRules(text, 'x').rules
  assert.ok(rule?.kind === 'detection')
  return rule
}

function event(values: Readonly<Record<string, string>>): LogEvent {
  const fields = emptyFields()
  for (const [name, value] of Object.entries(values)) setField(fields, name, value)
  return { source: 'x.evtx', record: 1, at: 0, logSource: windowsLog, fields, raw: null }
}

function draft(rule: DetectionRule, events: readonly LogEvent[], samples: readonly LogEvent[] = []): Draft {
  const drafted = draftFilter({ rule, mapping: null, events, samples })
  assert.ok(typeof drafted === 'object', String(drafted))
  return drafted
}

const rule = ruleOf("    Image|endswith: '\\\\tool.exe'\n    CommandLine|contains: 'dump'")
const alarm = event({
  Image: 'C:\\Agent\\tool.exe',
  CommandLine: 'tool.exe dump *.log C:\\\\x',
  User: 'SYSTEM',
  Computer: 'srv-1',
  EventRecordID: '77',
  ProcessGuid: '{1}',
})

const input = ({ fields }: Draft) => ({
  title: rule.head.title,
  rules: [rule],
  fields,
  day: '2026-11-27',
})

describe('a drafted exception', () => {
  test('has one field where one is enough, and neither numbers of records nor guids', () => {
    assert.deepEqual(draft(rule, [alarm]).fields, [{ field: 'Image', values: ['C:\\Agent\\tool.exe'] }])
  })

  test('takes another field, or more, until every sample attack is still found', () => {
    const same = event({ Image: 'C:\\Agent\\tool.exe', CommandLine: 'tool.exe dump lsass', User: 'SYSTEM' })
    assert.deepEqual(
      draft(rule, [alarm], [same]).fields.map(({ field }) => field),
      ['CommandLine'],
    )
    const other = event({
      Image: 'C:\\Temp\\tool.exe',
      CommandLine: 'tool.exe dump *.log C:\\\\x',
      User: 'SYSTEM',
    })
    assert.deepEqual(
      draft(rule, [alarm], [same, other]).fields.map(({ field }) => field),
      ['Image', 'CommandLine'],
    )
  })

  test('rests on who and where together only where nothing better is there', () => {
    const cleared = ruleOf('    EventID: 1102')
    const fields = draft(cleared, [event({ EventID: '1102', User: 'adm', Computer: 'srv-1' })]).fields
    assert.deepEqual(
      fields.map(({ field }) => field),
      ['User', 'Computer'],
    )
  })

  test('covers several events by their values', () => {
    const second = event({ Image: 'D:\\Agent\\tool.exe', CommandLine: 'tool.exe dump *.log C:\\\\x' })
    assert.deepEqual(draft(rule, [alarm, second]).fields[0]?.values, [
      'C:\\Agent\\tool.exe',
      'D:\\Agent\\tool.exe',
    ])
  })

  test('is refused where the rule asks for exactly what the event has', () => {
    const exact = ruleOf("    Image: 'C:\\x.exe'")
    const events = [event({ Image: 'C:\\x.exe' })]
    assert.equal(draftFilter({ rule: exact, mapping: null, events, samples: [] }), 'silent')
  })

  test('is refused where it would hide a sample, where nothing tells the event apart, and where the rule does not hold', () => {
    const input = { rule, mapping: null, events: [alarm], samples: [alarm] }
    assert.equal(draftFilter(input), 'samples')
    const only = ruleOf('    EventID: 1102')
    const events = [event({ EventID: '1102', EventRecordID: '5' })]
    assert.equal(draftFilter({ rule: only, mapping: null, events, samples: [] }), 'fields')
    assert.equal(draftFilter({ ...input, events: [event({ Image: 'other' })] }), 'not-held')
  })
})

describe('the document', () => {
  test('is a Sigma filter that the sensor reads, applies to its rule only, and that leaves other events found', () => {
    const { yaml, id } = filterDocument({
      ...input(draft(rule, [alarm])),
      comments: ['Why: a colleague’s agent'],
    })
    assert.match(yaml, /^# Why/)
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const [filter] = readRules(yaml, 'f.yml').rules
    assert.ok(filter?.kind === 'filter')
    const { rules, faults } = withFilters([rule], [filter])
    assert.deepEqual(faults, [])
    const filtered = rules[0]?.expression ?? rule.expression
    assert.equal(holds(filtered, alarm, null), false)
    assert.equal(holds(filtered, event({ Image: 'C:\\Temp\\tool.exe', CommandLine: 'dump' }), null), true)
  })

  test('texts of logs cannot become anything but a text', () => {
    const nasty = [
      '*',
      '?',
      '\\',
      '\\\\srv\\c$\\*',
      'a\\*b?\'"',
      '# no',
      'a: b\n- c',
      '\u202e\u001b[31m',
      '!!js',
      '&a *a',
      'null',
      '1e3',
      '%x%',
    ]
    for (const value of nasty) {
      assert.equal(literalOf(readPieces(literal(value))) ?? '', value, JSON.stringify(value))
      const hostile = event({ Image: `${value}\\tool.exe`, CommandLine: 'dump' })
      const { filters, yaml } = filterDocument({
        ...input(draft(rule, [hostile])),
        comments: [value],
      })
      assert.ok(filters[0] && holds(filters[0].expression, hostile, null), JSON.stringify(value))
      assert.doesNotMatch(yaml.replaceAll('\n', ''), /[\p{Cc}]/u)
    }
  })
})

test('earlier findings are judged by what they keep, else by their record, else not at all', async () => {
  const drafted = draft(rule, [alarm])
  const keeping = (value: string) =>
    finding({
      ruleId: rule.head.id,
      because: { tests: [{ field: 'Image', relation: 'endswith', asked: 'x', value }], more: 0, about: {} },
    })
  const { because: _, ...bare } = finding({ ruleId: rule.head.id, record: 9 })
  async function* findings() {
    yield { ...keeping('C:\\Agent\\tool.exe'), count: 3 }
    yield keeping('C:\\Temp\\tool.exe')
    yield keeping('C:\\cut…')
    yield bare
    yield finding({ ruleId: 'other' })
  }
  const recordOf = async ({ record }: { record: number }) =>
    record === 9 ? { event: alarm, mapping: null } : null
  assert.deepEqual(await silencedOf(findings(), rule.head.id, drafted, recordOf), {
    all: 6,
    silenced: 4,
    unknown: 1,
  })
})
