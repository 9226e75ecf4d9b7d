// Tests of the form and the measures as they come with the platform.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOfForm, readFactKeys } from '../../facts/index.ts'
import { factsFrom } from '../builders.ts'
import { countAt } from '../check.ts'
import sp80053 from '../framework/sp-800-53.json' with { type: 'json' }
import { csfFunctions, functionsOf } from '../score.ts'
import { ownContent } from './content.ts'

const { form, measures } = ownContent()

test('the form has no fault and asks ten, twenty-five, then everything', () => {
  assert.deepEqual(faultsOfForm(form, readFactKeys()), [])
  const nothing = factsFrom({})
  assert.equal(countAt(form, nothing, 1), 10)
  assert.equal(countAt(form, nothing, 2), 25)
  assert.ok(countAt(form, nothing, 3) >= 45)
})

test('every fact that a measure counts is asked here or can be given, or is read by the platform', () => {
  const asked = new Set(form.sections.flatMap(({ questions }) => questions.map(({ fact }) => fact)))
  const keys = readFactKeys()
  const lost = measures.flatMap(({ key, body }) =>
    body.facts.flatMap(({ fact }) =>
      asked.has(fact) || keys.get(fact)?.readFrom || keys.get(fact)?.question ? [] : `${key}: ${fact}`,
    ),
  )
  assert.deepEqual(lost, [])
})

test('our reading of SP 800-53 names each measure and no other, and each function of CSF 2.0 has measures', () => {
  assert.deepEqual(Object.keys(sp80053).toSorted(), measures.map(({ key }) => key).toSorted())
  for (const one of csfFunctions)
    assert.ok(
      measures.some((measure) => functionsOf(measure).includes(one)),
      one,
    )
})
