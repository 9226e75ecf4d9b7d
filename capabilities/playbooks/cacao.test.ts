// Tests of CACAO in and out: our playbooks there and back again, and those of others made ready for people.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCacao, writeCacao } from '@salus/standards/cacao'
import fc from 'fast-check'
import { cacaoDocument, cacaoId, cacaoPlaybooks } from '../../standards/cacao/builders.ts'
import { aPlaybook, aWhole, playbooks } from './builders/playbooks.ts'
import { playThrough, resultsOf, Trial } from './builders/trial.ts'
import { faultsOfFlow } from './check.ts'
import { flowOf } from './flow.ts'
import { fromCacao } from './from-cacao.ts'
import { playbookSchema, textsSchema, type WholePlaybook } from './playbook.ts'
import { standingOf } from './standing.ts'
import { toCacao } from './to-cacao.ts'
import { viewPlaybook } from './view.ts'

function written(whole: WholePlaybook, language = 'en') {
  const reading = readCacao(JSON.parse(JSON.stringify(writeCacao(toCacao(whole, language)))))
  return reading.outcome === 'read' ? reading : assert.fail(JSON.stringify(reading.faults))
}

function taken(document: unknown): WholePlaybook {
  const reading = readCacao(document)
  if (reading.outcome === 'refused') return assert.fail(JSON.stringify(reading.faults))
  const made = fromCacao(reading.value, 'imported-1')
  return made.outcome === 'read' ? made.value : assert.fail(JSON.stringify(made.faults))
}

/** What people see of the steps, by name and without the numbers, which depend on the order in the document. */
function seen(whole: WholePlaybook) {
  return Object.fromEntries(
    viewPlaybook(whole, 'en')
      .steps.map(({ number: _number, answers, ...step }) => ({
        ...step,
        answers: answers.map(({ key, label, waits }) => ({ key, label, waits })),
      }))
      .map((step) => [step.id, step]),
  )
}

test('our playbook is written as CACAO without a remark but the way back, in the language asked for', () => {
  const { value, warnings } = written(aWhole(), 'de')
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['cacao/circle'],
  )
  assert.equal(value.name, 'de gateway')
  assert.ok(value.labels.includes('lang:de'))
  assert.equal(value.id, written(aWhole(), 'de').value.id)
  assert.notEqual(value.id, written(aWhole(), 'en').value.id)
})

test('our playbook comes back from CACAO with its owners, due times, words and ways', () => {
  const back = taken(writeCacao(toCacao(aWhole(), 'en')))
  assert.deepEqual(seen(back), seen(aWhole()))
  assert.deepEqual(
    [back.origin, back.playbook.version, Object.keys(back.texts)],
    ['imported', '1.0.0', ['en']],
  )
  assert.equal(back.playbook.reviewedBy.clinical, null)
})

test('any sound playbook comes back from CACAO as one that is sound and does the same', () => {
  const orders = fc.array(fc.nat(50), { minLength: 1, maxLength: 10 })
  fc.assert(
    fc.property(playbooks, orders, fc.nat(7), (playbook, order, seed) => {
      assert.deepEqual(faultsOfFlow(playbook), [])
      const back = taken(JSON.parse(JSON.stringify(writeCacao(toCacao(aWhole(playbook), 'en'))))).playbook
      assert.deepEqual(faultsOfFlow(back), [])
      assert.equal(playbookSchema.safeParse(back).success, true)
      const [first, second] = [new Trial(playbook), new Trial(back)]
      playThrough(first, order, seed)
      playThrough(second, order, seed)
      assert.ok(second.standing.isFinished)
      assert.deepEqual(resultsOf(second), resultsOf(first))
    }),
    { numRuns: 100 },
  )
})

test('whatever can be read as CACAO is refused with a reason or gives a playbook in which somebody can begin', () => {
  fc.assert(
    fc.property(cacaoPlaybooks, (cacao) => {
      const made = fromCacao(cacao, 'imported-7')
      if (made.outcome === 'refused') return assert.ok(made.faults[0].remedy.length > 0)
      const { playbook, texts } = made.value
      assert.equal(playbookSchema.safeParse(playbook).success, true)
      for (const one of Object.values(texts)) assert.equal(textsSchema.safeParse(one).success, true)
      const flow = flowOf(playbook)
      const standing = standingOf(flow, new Date(0), new Map())
      assert.ok(standing.isFinished || standing.openSince.size > 0)
    }),
    { numRuns: 200 },
  )
})

test('branches of others are joined where their step goes on, and conditions are asked', () => {
  const [start, sides, ask, one, two, last, end] = [
    cacaoId('start', 's'),
    cacaoId('parallel', 'p'),
    cacaoId('if-condition', 'i'),
    cacaoId('action', 'one'),
    cacaoId('action', 'two'),
    cacaoId('action', 'last'),
    cacaoId('end', 'e'),
  ] as const
  const action = (name: string, next: string) => ({
    ...{ type: 'action', name, agent: cacaoId('group', 'it'), on_completion: next },
    commands: [{ type: 'bash', command: `run ${name}` }],
  })
  const whole = taken(
    cacaoDocument({
      workflow_start: start,
      workflow: {
        [start]: { type: 'start', on_completion: sides },
        [sides]: { type: 'parallel', next_steps: [ask, two], on_completion: last },
        [ask]: { type: 'if-condition', condition: 'Is it in use?', on_true: one },
        [one]: action('one', end),
        [two]: action('two', end),
        [last]: action('last', end),
        [end]: { type: 'end' },
      },
    }),
  )
  const steps = viewPlaybook(whole, 'en').steps
  assert.deepEqual(
    steps.map(({ title, answers }) => [
      title,
      ...answers.map(({ key, leadsTo, waits }) => `${key} ${leadsTo}${waits ? ' waits' : ''}`),
    ]),
    [
      ['Is it in use?', 'yes 2', 'no 4 waits'],
      ['one', 'done 4 waits', 'cannot 4 waits'],
      ['two', 'done 4 waits', 'cannot 4 waits'],
      ['last', 'done ', 'cannot '],
    ],
  )
  assert.deepEqual([steps[1]?.do, steps[1]?.roleName], [['bash: run one'], 'IT'])
})

test('a loop of others is asked again after each round', () => {
  const [start, loop, body, end] = [
    cacaoId('start', 's'),
    cacaoId('while-condition', 'w'),
    cacaoId('action', 'body'),
    cacaoId('end', 'e'),
  ] as const
  const whole = taken(
    cacaoDocument({
      workflow_start: start,
      workflow: {
        [start]: { type: 'start', on_completion: loop },
        [loop]: { type: 'while-condition', condition: 'Still spreading?', on_true: body, on_completion: end },
        [body]: {
          ...{ type: 'action', name: 'Wait', agent: cacaoId('group', 'it'), on_completion: end },
          commands: [{ type: 'manual', command: 'Wait.' }],
        },
        [end]: { type: 'end' },
      },
    }),
  )
  const [first, second] = viewPlaybook(whole, 'en').steps
  assert.deepEqual(
    first?.answers.map(({ leadsTo }) => leadsTo),
    [[2], []],
  )
  assert.deepEqual(second?.answers[0]?.leadsTo, [1])
})

test('a step that lies within its own branch is refused instead of being unfolded for ever', () => {
  const [start, ask, end] = [cacaoId('start', 's'), cacaoId('parallel', 'p'), cacaoId('end', 'e')] as const
  const document = cacaoDocument({
    workflow_start: start,
    workflow: {
      [start]: { type: 'start', on_completion: ask },
      [ask]: { type: 'parallel', next_steps: [ask, end], on_completion: end },
      [end]: { type: 'end' },
    },
  })
  const reading = readCacao(document)
  const made = reading.outcome === 'read' ? fromCacao(reading.value, 'imported-1') : null
  assert.equal(made?.outcome === 'refused' && made.faults[0].code, 'cacao/too-nested')
})

test('the small playbook of the tests is sound', () => {
  assert.deepEqual(faultsOfFlow(aPlaybook()), [])
})
