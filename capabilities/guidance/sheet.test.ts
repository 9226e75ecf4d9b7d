// Tests of sheets: state, what is unanswered, links that end; and of the bill of materials that is handed in.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anSbom } from './builders.ts'
import { readSbom } from './sbom.ts'
import { type Filled, linkIsGood, mergeFilled, type Revision, stateOf, unansweredOf } from './sheet.ts'

const at = new Date('2026-11-16T08:00:00Z')
const revision = (step: Revision['step'], answers: Revision['answers'] = {}): Revision => ({
  id: 1,
  step,
  answers,
  contact: { name: null, reach: null },
  recordedAt: at,
  recordedByName: 'Northwind Medical',
})

test('a sheet is sent, begun, handed in, and begun again when it was opened', () => {
  assert.equal(stateOf({ latest: null }), 'sent')
  assert.equal(stateOf({ latest: revision('saved') }), 'begun')
  assert.equal(stateOf({ latest: revision('handed-in') }), 'handed-in')
  assert.equal(stateOf({ latest: revision('reopened') }), 'begun')
})

test('words without an answer leave the question unanswered', () => {
  const latest = revision('saved', {
    one: { answer: 'no', words: null },
    two: { answer: null, words: 'we look into it' },
  })
  assert.deepEqual(unansweredOf({ questions: ['one', 'two', 'three'], latest }), ['two', 'three'])
})

test('of two who fill in one sheet none undoes the other, and of one field the last word counts', () => {
  const yes = { answer: 'yes', words: null } as const
  const no = { answer: 'no', words: 'not yet' } as const
  const filled = (answers: Filled['answers'], name: string | null = null): Filled => ({
    answers,
    contact: { name, reach: null },
  })
  const theirs = filled({ one: yes, two: no }, 'Ole Berg')
  assert.deepEqual(mergeFilled(filled({ three: no }), null, theirs), {
    answers: { three: no, one: yes, two: no },
    contact: { name: 'Ole Berg', reach: null },
  })
  assert.deepEqual(mergeFilled(filled({ one: no }), null, theirs).answers.one, no)
  assert.deepEqual(mergeFilled(filled({ two: yes }), theirs, theirs), filled({ two: yes }))
  assert.deepEqual(mergeFilled(theirs, null, null), theirs)
})

test('a link opens before its end and never after it was taken back', () => {
  const until = new Date(at.getTime() + 1000)
  assert.equal(linkIsGood({ until, revokedAt: null }, at), true)
  assert.equal(linkIsGood({ until, revokedAt: null }, until), false)
  assert.equal(linkIsGood({ until, revokedAt: at }, at), false)
})

test('a CycloneDX file is read with its components, other files are refused with what to do', async () => {
  const reading = await readSbom(Buffer.from(anSbom([{ name: 'zlib', version: '1.2.11' }])), 'bom.json')
  assert.equal(reading.outcome, 'read')
  assert.ok(reading.outcome === 'read' && reading.components >= 1)
  for (const [name, content] of [
    ['list.csv', 'Name;Version\npump;1'],
    ['bom.pdf', '%PDF-1.7'],
    ['bom.json', '{"resourceType":"Device"}'],
    ['bom.json', '{"bomFormat":"CycloneDX","specVersion":"1.5","components":['],
    ['bom.json', anSbom([]).replace('"metadata"', '"meta"')],
  ] as const) {
    const refused = await readSbom(Buffer.from(content), name)
    assert.equal(refused.outcome, 'refused', content)
    for (const fault of refused.faults) assert.ok(fault.detail && fault.remedy)
  }
})

test('no bytes whatever make the reading throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text)),
      ),
      async (bytes) => {
        const reading = await readSbom(bytes, 'bom.json')
        assert.ok(reading.outcome === 'read' || reading.faults.length > 0)
      },
    ),
    { numRuns: 100 },
  )
})
