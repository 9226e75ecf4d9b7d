// The rules as data: every table is whole, every duty decides, and the worked examples come out as written.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { authoritiesWithRole, knownCountries } from '../authorities/index.ts'
import {
  decide,
  type FactValue,
  factKeysOf,
  faultsOfForm,
  faultsOfTable,
  isValueOf,
  readFactKeys,
  readForms,
} from '../facts/index.ts'
import { dutyOutcomes } from './applicability.ts'
import { factsFrom } from './builders.ts'
import { beyond } from './combined.ts'
import { standingOf } from './duty-standing.ts'
import { classFact, classOutcomes } from './entity-class.ts'
import { regulationTables, ruleBook } from './store/tables.ts'
import examples from './worked-examples.json' with { type: 'json' }

const keys = readFactKeys()
const tables = [...regulationTables().values()]
const value = z.union([z.string(), z.number(), z.array(z.string())])
const known = z.record(z.string(), value)
const worked = z.strictObject({
  tables: z.array(
    z.strictObject({
      name: z.string(),
      table: z.string(),
      article: z.string(),
      facts: known,
      answer: z.string(),
      possible: z.array(z.string()).optional(),
      rows: z.array(z.string()).optional(),
      lacking: z.array(z.string()).optional(),
    }),
  ),
  duties: z.array(
    z.strictObject({
      name: z.string(),
      duty: z.string(),
      article: z.string(),
      on: z.iso.date(),
      facts: known,
      authority: z.string().optional(),
      state: z.string(),
    }),
  ),
})
const { tables: tableExamples, duties: dutyExamples } = worked.parse(examples)

for (const table of tables)
  test(`the table ${table.key} is whole`, () => {
    assert.deepEqual(faultsOfTable(table, keys), [])
    const allowed: readonly string[] = table.key.startsWith('nis2-scope')
      ? [...classOutcomes, beyond]
      : [...dutyOutcomes, beyond]
    assert.deepEqual(
      table.outcomes,
      allowed.filter((outcome) => table.outcomes.includes(outcome)),
      'its outcomes are ours, the strictest first',
    )
  })

test('only a table that adds to another one may say that it knows nothing stricter', () => {
  for (const { key, body } of ruleBook().duties) {
    const whole = body.tables.filter((name) => !regulationTables().get(name)?.outcomes.includes(beyond))
    assert.ok(whole.length > 0, `${key} has no table that always answers`)
  }
  const scopes = tables.filter((table) => table.key.startsWith('nis2-scope'))
  assert.deepEqual(
    scopes.filter(({ outcomes }) => !outcomes.includes(beyond)).map(({ key }) => key),
    ['nis2-scope-eu'],
  )
})

test('every table decides about something', () => {
  const named = new Set(ruleBook().duties.flatMap(({ body }) => body.tables))
  for (const { key } of tables) assert.ok(key.startsWith('nis2-scope') || named.has(key), key)
})

test('a duty begins no earlier than the rule that decides about it, and its authorities are ones we know', () => {
  for (const { key, body } of ruleBook().duties) {
    const [first] = body.tables.flatMap((name) => regulationTables().get(name) ?? [])
    assert.ok(first && first.validFrom <= body.appliesFrom, key)
    for (const role of body.authorities)
      assert.ok(
        [...knownCountries, 'EU'].some(
          // Every role that the directory knows is somebody's.
          (country) => authoritiesWithRole(country, role as never).length > 0,
        ),
        `${key}: ${role}`,
      )
    for (const { fact, done } of body.facts) {
      const of = keys.get(fact)
      assert.ok(of, `${key}: ${fact}`)
      for (const word of done) assert.ok(isValueOf(of, word), `${key}: ${fact} is never ${word}`)
    }
  }
})

test('the form asks only what some table or duty uses, and every fact that a table asks a person for', () => {
  const [form] = readForms(new URL('forms', import.meta.url).pathname)
  assert.ok(form)
  assert.deepEqual(faultsOfForm(form, keys), [])
  const used = new Set([
    ...tables.flatMap(factKeysOf),
    ...ruleBook().duties.flatMap(({ body }) => body.facts.map(({ fact }) => fact)),
  ])
  const asked = form.sections.flatMap(({ questions }) => questions.map(({ fact }) => fact))
  for (const fact of asked) assert.ok(used.has(fact), `${fact} is asked and used by nothing`)
  for (const fact of tables.flatMap(factKeysOf))
    assert.ok(keys.get(fact)?.readFrom !== null || asked.includes(fact), `${fact} is never asked`)
})

for (const example of tableExamples)
  test(`${example.table}, ${example.article}: ${example.name}`, () => {
    const table = regulationTables().get(example.table)
    assert.ok(table)
    const decision = decide(table, factsFrom(checked(example.facts)))
    assert.equal(decision.answer, example.answer)
    if (example.possible) assert.deepEqual(decision.possible, example.possible)
    if (example.rows)
      assert.deepEqual(
        decision.rows.map(({ id }) => id),
        example.rows,
      )
    if (example.lacking) assert.deepEqual(decision.lacking, example.lacking)
  })

for (const example of dutyExamples)
  test(`${example.duty}, ${example.article}: ${example.name}`, () => {
    const facts = factsFrom(checked(example.facts), example.authority)
    const { duties } = standingOf(ruleBook(), facts, new Date(`${example.on}T12:00:00Z`))
    assert.equal(duties.find(({ duty }) => duty.key === example.duty)?.state, example.state)
  })

test('every table has a worked example, and there are at least sixty', () => {
  const shown = new Set(tableExamples.map(({ table }) => table))
  for (const { key } of tables) assert.ok(shown.has(key), key)
  assert.ok(tableExamples.length >= 60)
})

test('a class that an authority may decide is one that a table may answer', () => {
  const shape = keys.get(classFact)?.shape
  assert.ok(shape?.kind === 'choice')
  for (const one of shape.choices) assert.ok((classOutcomes as readonly string[]).includes(one))
})

function checked(facts: Readonly<Record<string, FactValue>>): Readonly<Record<string, FactValue>> {
  for (const [name, said] of Object.entries(facts)) {
    const key = keys.get(name)
    assert.ok(key && isValueOf(key, said), `${name} is never ${String(said)}`)
  }
  return facts
}
