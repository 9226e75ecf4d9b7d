// The worked examples of legal-clocks.md, written down by hand, against the rules.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { dutiesFor } from './duty.ts'
import { readFactLine } from './fact-line.ts'
import { ruleKeys, rules } from './rule-book.ts'
import data from './worked-examples.json' with { type: 'json' }

const now = new Date('2026-11-27T12:00:00Z')
const page = join(import.meta.dirname, '../../../docs/conformance/legal-clocks.md')

for (const { rule, name, given, applies, dueAt } of data.examples)
  test(`${rule}: ${name}`, () => {
    const { line, faults } = readFactLine(JSON.stringify({ id: 'example', ...data.base, ...given }), now)
    assert.deepEqual(faults, [])
    assert.ok(line)
    const duty = dutiesFor(line.situation, line.at).find((one) => one.rule.key === rule)
    assert.ok(duty)
    assert.equal(duty.applies, applies)
    assert.equal(duty.dueAt?.toISOString() ?? null, dueAt && new Date(dueAt).toISOString())
    // Nobody has verified any rule; each says so wherever it is shown.
    assert.ok(duty.remarks.some(({ code }) => code.startsWith('unverified-')))
    // The moment of Regulation 1182/71 is shown and never earlier than ours.
    if (duty.dueAt && duty.laterAt) assert.ok(duty.laterAt > duty.dueAt)
  })

test('every rule has an example, and every clock one for each trap', () => {
  const casesOf = (key: string) => data.examples.filter(({ rule }) => rule === key).map((one) => one.case)
  for (const key of ruleKeys) assert.ok(casesOf(key).length > 0, key)
  for (const key of ruleKeys) {
    const offsets = rules.filter((rule) => rule.key === key).flatMap(({ deadlines }) => deadlines)
    if (!offsets.some(({ offset }) => typeof offset === 'object')) continue
    const monthly = offsets.some(({ offset }) => typeof offset === 'object' && 'months' in offset)
    for (const trap of ['in-time', 'autumn', 'spring', 'weekend', 'unknown-anchor', 'out-of-scope'])
      assert.ok(casesOf(key).includes(trap), `${key} has no example ${trap}`)
    if (monthly) assert.ok(casesOf(key).includes('month-end'), key)
  }
})

test('the page of legal clocks shows every rule with its article and every example with its due time', () => {
  const text = readFileSync(page, 'utf8')
  for (const { id, article } of rules) assert.ok(text.includes(`| \`${id}\` | ${article} |`), id)
  for (const { rule, name, applies, dueAt } of data.examples)
    assert.ok(text.includes(`${name} | ${applies} | ${dueAt ?? '–'} |`), `${rule}: ${name}`)
})
