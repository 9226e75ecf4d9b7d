// Tests of the whole decision table: complete, without contradiction, and as its schema says.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import {
  answersOf,
  findContradiction,
  findRow,
  readTable,
  tableSchema,
  urgencyTable,
} from './urgency-table.ts'

const readJson = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as unknown
const table = readTable(readJson('urgency-table.json'))

test('every combination of answers has exactly one row, found by its answers', () => {
  let row = 0
  for (const exploitation of answersOf.exploitation)
    for (const exposure of answersOf.exposure)
      for (const automatable of answersOf.automatable)
        for (const impact of answersOf.impact) {
          const found = findRow({ exploitation, exposure, automatable, impact })
          assert.deepEqual(found, { row, urgency: table.rows[row]?.urgency })
          row += 1
        }
  assert.equal(row, 72)
  assert.equal(table.rows.length, 72)
})

test('the four urgencies are dealt out as in the source: 7 defer, 42 scheduled, 20 out of cycle, 3 immediate', () => {
  const counts = Map.groupBy(table.rows, ({ urgency }) => urgency)
  const count = (urgency: keyof typeof table.outcomes) => counts.get(urgency)?.length
  assert.deepEqual(
    [count('watch'), count('next-maintenance'), count('this-week'), count('act-now')],
    [7, 42, 20, 3],
  )
  assert.equal(urgencyTable, 'SSVC deployer 1.0.0')
})

test('a table that lacks a row, decides twice or contradicts itself is refused', () => {
  const rows = [...table.rows]
  const [first, second] = rows
  assert.ok(first && second)
  assert.throws(() => readTable({ ...table, rows: rows.slice(1) }))
  assert.throws(() => readTable({ ...table, rows: [second, ...rows.slice(1)] }), /71 of 72/)
  const wrong = rows.map((row) => (row === first ? { ...first, urgency: 'act-now' as const } : row))
  assert.throws(() => readTable({ ...table, rows: wrong }), /contradicts itself/)
  assert.equal(findContradiction(rows), null)
  assert.throws(() => readTable({ ...table, rows: rows.map((row) => ({ ...row, note: 'x' })) }))
})

test('the schema for editors is the one that the program checks by', () => {
  assert.deepEqual(
    readJson('urgency-table.schema.json'),
    JSON.parse(JSON.stringify(z.toJSONSchema(tableSchema))),
  )
})
