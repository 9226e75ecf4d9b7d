// Every playbook of the library: its form, its ways, its words in four languages, and that care is thought of.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { readCacao, writeCacao } from '@salus/standards/cacao'
import { anAction, aPlaybook, textsOf } from './builders/playbooks.ts'
import { faultsOfCare, faultsOfFlow, faultsOfTexts } from './check.ts'
import { incidentKinds, type PlaybookTexts } from './playbook.ts'
import { languages, libraryFolder, ownPlaybooks } from './store/library.ts'
import { toCacao } from './to-cacao.ts'

test('there is a playbook for everything that may happen', () => {
  const started = new Set(ownPlaybooks().flatMap(({ playbook }) => playbook.startedBy))
  assert.deepEqual(
    incidentKinds.filter((kind) => !started.has(kind)),
    [],
  )
})

for (const key of readdirSync(libraryFolder).toSorted()) {
  test(`the playbook ${key} is sound, thinks of care, and is whole in every language`, () => {
    const whole = ownPlaybooks().find(({ playbook }) => playbook.key === key)
    assert.ok(whole)
    assert.deepEqual(faultsOfFlow(whole.playbook), [])
    assert.deepEqual(faultsOfCare(whole.playbook), [])
    for (const language of languages) {
      const texts: PlaybookTexts | undefined = whole.texts[language]
      assert.ok(texts)
      assert.deepEqual(faultsOfTexts(whole.playbook, texts), [], language)
      for (const { id } of whole.playbook.steps)
        assert.equal(
          texts.steps[id]?.do.length,
          whole.texts.en?.steps[id]?.do.length,
          `${language}: lines of ${id}`,
        )
    }
  })

  test(`the playbook ${key} is written as CACAO in every language`, () => {
    const whole = ownPlaybooks().find(({ playbook }) => playbook.key === key)
    assert.ok(whole)
    for (const language of languages) {
      const reading = readCacao(JSON.parse(JSON.stringify(writeCacao(toCacao(whole, language)))))
      assert.equal(reading.outcome, 'read', JSON.stringify(reading))
      const codes = reading.outcome === 'read' ? reading.warnings.map(({ code }) => code) : []
      assert.deepEqual(
        codes.filter((code) => code !== 'cacao/circle'),
        [],
      )
    }
  })
}

const broken = (changes: Parameters<typeof aPlaybook>[0]) => faultsOfFlow(aPlaybook(changes)).join(' ')
const { steps } = aPlaybook()
const withStep = (id: string, step: (typeof steps)[number]) =>
  steps.map((one) => (one.id === id ? step : one))

test('the check finds what leads nowhere, what nothing leads to, and circles without a way out', () => {
  assert.match(broken({ start: 'nowhere' }), /starts at "nowhere"/)
  assert.match(broken({ steps: withStep('look', anAction('look', 'nowhere')) }), /look leads to "nowhere"/)
  assert.match(broken({ steps: [...steps, anAction('lost', 'finish')] }), /Nothing leads to lost/)
  assert.match(
    broken({ steps: withStep('check', anAction('check', 'look')) }),
    /From look no way leads to an end/,
  )
  assert.match(broken({ steps: [...steps, anAction('look', null)] }), /look stands twice/)
})

test('the check finds ways that leave or enter a branch beside its join, and roles nobody has', () => {
  assert.match(
    broken({ steps: withStep('paper', anAction('paper', 'cut', { role: 'ward' })) }),
    /two branches/,
  )
  assert.match(broken({ steps: withStep('leave', anAction('leave', 'look')) }), /branch/)
  assert.match(
    broken({ steps: withStep('paper', anAction('paper', 'check', { role: 'gardener' })) }),
    /"gardener" is no role/,
  )
})

test('the check finds containment without a clinician, and a half that is missing', () => {
  const cut = anAction('cut', null, { containment: true })
  const alone = aPlaybook({ start: 'cut', steps: [cut], roles: ['it'] })
  assert.deepEqual(faultsOfCare(alone), [
    'It has no clinical half.',
    'cut cuts something off, and no clinician decides it or was asked before.',
  ])
  assert.deepEqual(faultsOfCare(aPlaybook()), [])
})

test('the check finds words that are missing or left over', () => {
  const playbook = aPlaybook()
  const texts = textsOf(playbook, 'en')
  const { ask: _ask, ...rest } = texts.steps
  assert.deepEqual(faultsOfTexts(playbook, { ...texts, steps: rest, notFor: null }), [
    '"notFor" is missing.',
    'ask has no words.',
  ])
  const silent = {
    ...texts.steps.cut,
    title: 'Cut',
    effectOnCare: null,
    do: [],
    because: null,
  } as typeof texts.steps.cut
  assert.equal(
    faultsOfTexts(playbook, {
      ...texts,
      steps: { ...texts.steps, cut: silent ?? rest.look } as typeof texts.steps,
    }).length,
    3,
  )
})
