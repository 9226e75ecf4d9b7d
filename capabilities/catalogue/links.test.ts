// Tests of what answers what: alerts, lessons and gaps lead to items that are there, and links are read both ways.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMeasure, aService } from './builders.ts'
import { alertLinks, alertSituations, helpFor, itemsForFacts, itemsLinkedTo } from './links.ts'
import { ownItems } from './store/library.ts'

test('every situation of an alert leads to measures that are there', () => {
  const measures = new Set(ownItems().flatMap(({ kind, key }) => (kind === 'measure' ? [key] : [])))
  for (const situation of alertSituations)
    for (const key of alertLinks[situation]) assert.ok(measures.has(key), `${situation}: ${key}`)
})

const backup = aMeasure('backup', [{ fact: 'recovery.backup', done: ['daily'] }])
const help = aService('help', { links: [{ relation: 'helps-with', to: 'backup' }] as never })
const items = [backup, help, aService('other')]

test('a link is found from both of its ends', () => {
  assert.deepEqual(itemsLinkedTo('backup', items), [help])
  assert.deepEqual(itemsLinkedTo('help', items), [backup])
  assert.deepEqual(itemsLinkedTo('nothing', items), [])
})

test('a gap leads to the measure of its fact, then to what helps with it', () => {
  assert.deepEqual(itemsForFacts(['recovery.backup'], items), [backup, help])
  assert.deepEqual(helpFor({ kind: 'gap', facts: ['recovery.backup'] }, items), [backup, help])
  assert.deepEqual(helpFor({ kind: 'gap', facts: ['org.beds'] }, items), [])
})

test('help for an alert or a lesson is never a long list', () => {
  const all = ownItems()
  for (const situation of alertSituations) {
    const found = helpFor({ kind: 'alert', situations: [situation] }, all)
    assert.ok(found.length >= 1 && found.length <= 5, situation)
    assert.equal(found[0]?.kind, 'measure')
  }
  assert.ok(helpFor({ kind: 'lesson', measure: null }, all).length > 0)
})
