// The command `rules`: what tables say of lines of facts, every fault with its line, and the list.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ownItems } from '../capabilities/catalogue/index.ts'
import { regulationTables } from '../capabilities/regulation/index.ts'
import { UsageError } from './command.ts'
import { rulesExplain, rulesList } from './rules.ts'

const folder = mkdtempSync(join(tmpdir(), 'salus-rules-'))
after(() => rmSync(folder, { recursive: true }))

async function explain(lines: readonly string[], ...words: readonly string[]) {
  const file = join(folder, 'facts.jsonl')
  writeFileSync(file, lines.join('\n'))
  const printed: string[] = []
  const said: string[] = []
  const code = await rulesExplain.run(['--facts', file, ...words], {
    print: (line) => printed.push(line),
    say: (line) => said.push(line),
    progress: () => undefined,
  })
  return { printed, said, code }
}

const house = (facts: Record<string, unknown>, id: string | number = 'a') => JSON.stringify({ id, facts })

test('each line gets one answer from each table, with rows, articles and what lacks', async () => {
  const medium = { 'org.country': 'at', 'org.employees': 120, 'law.critical-entity': 'not-designated' }
  const { printed, said, code } = await explain(
    [`\uFEFF${house(medium)}`, '', house({ ...medium, 'org.turnover': 1 }, 2)],
    '--table',
    'nis2-scope-eu',
    '--json',
    '--table',
    'nis2-duties',
  )
  assert.deepEqual(said, [])
  assert.equal(code, 0)
  const answers = printed.map((line) => JSON.parse(line))
  assert.deepEqual(
    answers.map(({ id, table }) => `${id} ${table}`),
    ['a nis2-scope-eu', 'a nis2-duties', '2 nis2-scope-eu', '2 nis2-duties'],
  )
  assert.deepEqual(answers[0], {
    id: 'a',
    table: 'nis2-scope-eu',
    version: '1.0.0',
    answer: 'unknown',
    possible: ['essential', 'important'],
    rows: [{ id: 'large-by-money', article: 'Art. 3(1)(a)' }],
    lacking: ['org.turnover', 'org.balance-sheet'],
  })
  assert.deepEqual(answers[2].rows, [{ id: 'medium-by-staff', article: 'Art. 3(2)' }])
  assert.equal(answers[2].answer, 'important')
  assert.deepEqual(answers[1].lacking, ['nis2.entity-class'])
})

test('without a table all of them answer, those of the law and those of the catalogue', async () => {
  const { printed } = await explain([house({})], '--json')
  const named = new Set(printed.map((line) => JSON.parse(line).table))
  for (const key of regulationTables().keys()) assert.ok(named.has(key), key)
  for (const { key } of ownItems()) assert.ok(named.has(`audience-${key}`), key)
})

test('every fault is said with its line, and the other lines are answered', async () => {
  const lines = [
    '{',
    '[]',
    house({ 'org.employees': 3.5, 'org.size': 'huge', 'org.gardens': 4 }),
    JSON.stringify({ id: null, facts: 7, note: 'x' }),
    house({ 'org.employees': 'unknown', 'care.services': ['laboratory'] }, 'good'),
    house({ 'care.services': 'laboratory', toString: 'x' }),
  ]
  const { printed, said, code } = await explain(lines, '--table', 'ivdr-user', '--json')
  assert.equal(code, 1)
  assert.deepEqual(
    printed.map((line) => JSON.parse(line).id),
    ['good'],
  )
  const text = said.join('\n')
  assert.match(text, /Line 1: is no JSON/)
  assert.match(text, /Line 2: is no object/)
  assert.match(text, /Line 3, \/facts\/org\.employees: 3\.5 is no value of it; a whole number from 0/)
  assert.match(text, /Line 3, \/facts\/org\.size: "huge" is no value of it; one of practice/)
  assert.match(text, /Line 3, \/facts\/org\.gardens: is no fact/)
  assert.match(text, /Line 4, \/note: is no field/)
  assert.match(text, /Line 4, \/id: /)
  assert.match(text, /Line 4, \/facts: /)
  assert.match(text, /Line 6, \/facts\/care\.services: .* a list of/)
  assert.match(text, /Line 6, \/facts\/toString: is no fact/)
})

test('for people it is written out, with the reason and that nobody has verified it', async () => {
  const { printed } = await explain(
    [house({ 'org.country': 'at', 'law.critical-entity': 'designated' })],
    '--table',
    'nis2-scope-eu',
  )
  const text = printed.join('\n')
  assert.match(text, /a · Your class under NIS2, from the law of the Union \(nis2-scope-eu 1\.0\.0\)/)
  assert.match(text, /^ {2}essential$/m)
  assert.match(text, /critical-entity \(Directive \(EU\) 2022\/2555, Art\. 3\(1\)\(f\)\): an authority has/)
  assert.match(text, /Unverified: nobody has compared/)
  const open = await explain([house({})], '--table', 'cer-critical')
  assert.match(
    open.printed.join('\n'),
    /unknown: may still be applies, uncertain, not-applicable; nobody has said/,
  )
})

test('wrong words are refused with the usage', async () => {
  await assert.rejects(explain([house({})], '--table', 'nowhere'), UsageError)
  await assert.rejects(explain([house({})], '--table'), UsageError)
  const output = { print: () => undefined, say: () => undefined, progress: () => undefined }
  await assert.rejects(rulesExplain.run(['--facts', join(folder, 'none.jsonl')], output), UsageError)
  await assert.rejects(rulesExplain.run([], output), UsageError)
})

test('the list names every table with its source and date, for people and for machines', async () => {
  const printed: string[] = []
  const output = {
    print: (line: string) => printed.push(line),
    say: () => undefined,
    progress: () => undefined,
  }
  assert.equal(await rulesList.run([], output), 0)
  assert.match(
    printed.join('\n'),
    /cra-maker 1\.0\.0 .*\n {4}Regulation \(EU\) 2024\/2847 · from 2027-12-11 · 4 rows · unverified/,
  )
  printed.length = 0
  await rulesList.run(['--json'], output)
  const listed = printed.map((line) => JSON.parse(line))
  assert.equal(listed.find(({ table }) => table === 'nis2-scope-eu').rows, 8)
})
