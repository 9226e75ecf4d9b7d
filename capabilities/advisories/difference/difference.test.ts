// Tests of differences between two versions: values, lines, statements; and that hostile documents end within bounds.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAdvisory } from '@salus/standards/advisory'
import fc from 'fast-check'
import { processorMs } from '../../../platform/testing/processor-time.ts'
import { csafDocument } from '../builders.ts'
import { compareLines, type Line, maxLineEdits, maxLinesShown } from './lines.ts'
import { previewOf } from './preview.ts'
import { compareStatements, maxStatementDifferences } from './statements.ts'
import { compareValues, maxDifferences } from './values.ts'

const shortly = (before: unknown, after: unknown) =>
  compareValues(before, after).differences.map(({ kind, pointer }) => `${kind} ${pointer}`)

async function read(document: unknown) {
  return (await readAdvisory(document)).advisory ?? assert.fail('no advisory')
}

test('the difference between two versions names what was added, removed and changed by pointers', () => {
  const before = csafDocument({ range: 'vers:generic/<2.4.0', moreCves: ['CVE-2026-10002'] })
  const after = csafDocument({ range: 'vers:generic/<2.4.1', moreCves: ['CVE-2026-10003'], version: '2' })
  assert.deepEqual(shortly(before, before), [])
  assert.deepEqual(shortly(before, after), [
    'changed /document/tracking/version',
    'added /document/tracking/revision_history/1',
    'removed /product_tree/branches/0/branches/0/branches/0',
    'added /product_tree/branches/0/branches/0/branches/0',
    'removed /vulnerabilities/1',
    'added /vulnerabilities/1',
  ])
})

test('a new entry at the start of a list is one difference, and the order of entries is none', () => {
  const [a, b, c] = ['P1', 'P2', 'P3'].map((product_id) => ({ product_id, name: `Pump ${product_id}` }))
  assert.deepEqual(shortly([b, c], [a, b, c]), ['added /0'])
  assert.deepEqual(shortly([a, b, c], [c, a, b]), [])
  assert.deepEqual(shortly(['P1', 'P2'], ['P2', 'P3']), ['removed /0', 'added /1'])
  assert.deepEqual(shortly({ 'a/b~': 1 }, { 'a/b~': 2 }), ['changed /a~1b~0'])
})

test('equal values have no difference, others have one, whatever the JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      assert.deepEqual(compareValues(a, structuredClone(a)).differences, [])
      const [there, back] = [compareValues(a, b), compareValues(b, a)]
      assert.equal(there.differences.length, back.differences.length)
    }),
    { numRuns: 300 },
  )
})

test('more differences than are listed, and more values than are compared, are said', () => {
  const many = (text: string) =>
    Array.from({ length: 2_000 }, (_, number) => ({ product_id: `P${number}`, name: text }))
  const compared = compareValues(many('old'), many('new'))
  assert.deepEqual([compared.differences.length, compared.isCut], [maxDifferences, true])
  const few = compareValues(many('old'), many('old'), { differences: 10, values: 100 })
  assert.deepEqual([few.differences.length, few.isCut], [0, true])
})

test('what is shown of a value is bounded, whatever hangs below it', () => {
  const deep = Array.from({ length: 150 }).reduce<unknown>((inner) => ({ inner }), 'x'.repeat(1e6))
  assert.ok(previewOf(deep).length <= 401)
  assert.ok(previewOf(Array.from({ length: 1e6 }, () => 'x')).endsWith('…'))
  assert.equal(previewOf({ a: [1, 'b', null] }), '{"a": [1, "b", null]}')
})

const rebuilt = (lines: readonly (Line | null)[], kind: 'added' | 'removed') =>
  lines.filter((line) => line?.kind === kind).map((line) => line?.text)

test('lines that were added and removed are found, with three around them', () => {
  const before = Array.from({ length: 40 }, (_, number) => `line ${number}`)
  const after = before.flatMap((line, number) => (number === 20 ? ['new', 'changed'] : [line]))
  const compared = compareLines(before, after)
  assert.deepEqual(rebuilt(compared?.lines ?? [], 'removed'), ['line 20'])
  assert.deepEqual(rebuilt(compared?.lines ?? [], 'added'), ['new', 'changed'])
  const numbers = compared?.lines.map((line) => line && [line.before, line.after])
  assert.deepEqual(numbers?.[0], null)
  assert.deepEqual(numbers?.[1], [18, 18])
  assert.deepEqual(numbers?.at(-2), [24, 25])
})

test('added and removed lines turn one text into the other, whatever the texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const compared = compareLines(before, after) ?? assert.fail('given up')
      const patched = new Map(before.map((line, index) => [index + 1, line]))
      for (const line of compared.lines) if (line?.kind === 'removed') patched.delete(line.before ?? 0)
      const kept = [...patched.values()]
      const added = new Set(
        compared.lines.flatMap((line) => (line?.kind === 'added' ? [line.after ?? 0] : [])),
      )
      for (const line of compared.lines)
        if (line?.kind === 'added') assert.equal(after[(line.after ?? 0) - 1], line.text)
      assert.deepEqual(
        kept,
        after.filter((_, index) => !added.has(index + 1)),
      )
    }),
    { numRuns: 500 },
  )
})

test('texts that differ everywhere are given up within bounded time, long ones are cut', () => {
  const lines = (word: string, count: number) =>
    Array.from({ length: count }, (_, number) => `${word} ${number}`)
  const startedMs = processorMs()
  assert.equal(compareLines(lines('a', 60_000), lines('b', 60_000)), null)
  const alike = Array.from({ length: 60_000 }, (_, number) => String(number % 2))
  compareLines(alike, alike.toReversed().concat(alike).slice(0, 60_000))
  assert.ok(processorMs() - startedMs < 30_000)
  assert.equal(compareLines(lines('a', 60_001), []), null)
  const cut = compareLines(lines('a', maxLineEdits / 2), lines('b', maxLineEdits / 2))
  assert.deepEqual([cut?.lines.length, cut?.isCut], [maxLinesShown, true])
})

test('product statuses and remediations that changed are told by product and vulnerability', async () => {
  const before = await read(csafDocument({ range: 'vers:generic/<2.4.0' }))
  const after = await read(csafDocument({ range: 'vers:generic/<2.4.1', fix: 'Update to 2.4.1.' }))
  const compared = compareStatements(before, after)
  assert.equal(compareStatements(before, before).statements.length, 0)
  assert.deepEqual(
    compared.statements.map(({ product, vulnerability, before: old, after: now }) => [
      product,
      vulnerability,
      old.map(({ version }) => (version.kind === 'text' ? version.text : version.kind)),
      now.map(({ version }) => (version.kind === 'text' ? version.text : version.kind)),
    ]),
    [['Northwind Medical PumpGate', 'CVE-2026-10001', ['vers:generic/<2.4.0'], ['vers:generic/<2.4.1']]],
  )
  assert.deepEqual(compared.remediations, [
    {
      vulnerabilities: ['CVE-2026-10001'],
      category: 'vendor_fix',
      before: 'Update to 2.4.0.',
      after: 'Update to 2.4.1.',
    },
  ])
  const [statement] = before.statements
  assert.ok(statement)
  const many = Array.from({ length: maxStatementDifferences + 1 }, (_, number) => ({
    ...statement,
    product: { ...statement.product, fullName: `Pump ${number}` },
  }))
  assert.equal(compareStatements({ ...before, statements: many }, before).isCut, true)
})
