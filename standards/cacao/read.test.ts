// Tests of reading and writing CACAO playbooks: valid, invalid, hostile, and there and back again.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mutationsOf } from '../json/builders.ts'
import { cacaoDocument, cacaoId, cacaoPlaybooks } from './builders.ts'
import { isShareable, readCacao, readCacaoBytes, tlpOf, writeCacao } from './index.ts'
import type { Rest } from './playbook.ts'

function read(document: unknown) {
  const reading = readCacao(document)
  return reading.outcome === 'read' ? reading : assert.fail(JSON.stringify(reading.faults, null, 1))
}

function faultsOf(document: unknown): readonly string[] {
  const reading = readCacao(document)
  return reading.outcome === 'refused' ? reading.faults.map(({ code, place }) => `${code} ${place}`) : []
}

const [start, call, end] = [cacaoId('start', 'plain'), cacaoId('action', 'call'), cacaoId('end', 'plain')]
const workflow = (changes: Rest) => {
  // The builder's workflow is an object of steps.
  const steps = cacaoDocument().workflow as Rest
  return cacaoDocument({ workflow: { ...steps, ...changes } })
}
const action = (changes: Rest) => ({
  type: 'action',
  name: 'Call the ward',
  commands: [{ type: 'manual', command: 'Ask.' }],
  agent: cacaoId('group', 'it'),
  on_completion: end,
  ...changes,
})

test('a plain playbook is read whole and without a remark', () => {
  const { value, warnings } = read(cacaoDocument())
  assert.deepEqual(warnings, [])
  assert.deepEqual(
    value.steps.map(({ type, onCompletion }) => [type, onCompletion]),
    [
      ['start', call],
      ['action', end],
      ['end', null],
    ],
  )
  assert.equal(value.agents[0]?.name, 'IT')
})

test('every fault is named at once, each at its place', () => {
  const { name: _name, ...nameless } = cacaoDocument({
    spec_version: 'cacao-1.1',
    created: 'yesterday',
    priority: 101,
    markings: [cacaoId('marking-tlp', 'nobody')],
  })
  const faults = faultsOf({
    ...nameless,
    workflow: {
      [start]: { type: 'start', on_completion: cacaoId('action', 'nowhere') },
      [call]: action({ type: 'end', commands: [], on_success: end }),
      'drink-tea': { type: 'action' },
    },
  })
  for (const expected of [
    'cacao/missing /name',
    'cacao/type /spec_version',
    'cacao/type /created',
    'cacao/type /priority',
    'cacao/unknown-marking /markings/0',
    `cacao/unknown-step /workflow/${start}/on_completion`,
    `cacao/type /workflow/${call}/type`,
    `cacao/too-few /workflow/${call}/commands`,
    `cacao/way-on /workflow/${call}/on_completion`,
    'cacao/identifier /workflow/drink-tea',
    'cacao/step-type /workflow/drink-tea',
  ])
    assert.ok(faults.includes(expected), `${expected}\n${faults.join('\n')}`)
})

test('what is no playbook is refused, whatever it is', () => {
  for (const document of [null, 7, 'playbook', [], {}, { type: 'bundle' }, { type: 'identity', id: 'x' }])
    assert.match(faultsOf(document).join(' '), /cacao\/not-a-playbook/)
  assert.equal(readCacaoBytes(Buffer.from('{"type": "playbook"')).outcome, 'refused')
})

test('a circle with a way out is read with a remark, one without is refused', () => {
  const back = cacaoId('action', 'again')
  const ask = cacaoId('if-condition', 'ask')
  const withExit = workflow({
    [call]: action({ on_completion: ask }),
    [ask]: { type: 'if-condition', condition: 'still spreading', on_true: back, on_false: end },
    [back]: action({ on_completion: ask }),
  })
  assert.deepEqual(
    read(withExit).warnings.map(({ code }) => code),
    ['cacao/circle'],
  )
  const endless = workflow({
    [call]: action({ on_completion: back }),
    [back]: action({ on_completion: call }),
  })
  assert.ok(faultsOf(endless).includes(`cacao/endless /workflow/${call}`))
  assert.ok(
    faultsOf(workflow({ [call]: action({ on_completion: call }) })).includes(
      `cacao/endless /workflow/${call}`,
    ),
  )
})

test('steps that nothing leads to, machine commands and agents nobody defined are told and do not refuse', () => {
  const lost = cacaoId('action', 'lost')
  const { warnings } = read(
    workflow({
      [lost]: action({
        agent: cacaoId('group', 'nobody'),
        commands: [{ type: 'bash', command: 'reboot' }],
        timeout: 5,
      }),
    }),
  )
  assert.deepEqual(warnings.map(({ code }) => code).sort(), [
    'cacao/machine-command',
    'cacao/timeout',
    'cacao/unknown-agent',
    'cacao/unreachable',
  ])
})

test('the strictest marking decides who may see it, and an unknown one leaves nothing to guess', () => {
  const common = (uuid: string) => `marking-tlp--${uuid}`
  const green = common('bab4a63c-aed9-4cf5-a766-dfca5abac2bb')
  const red = common('e828b379-4e03-4974-9ac4-e53a884c97c1')
  assert.equal(tlpOf(read(cacaoDocument({ markings: [green] })).value), 'TLP:GREEN')
  const both = tlpOf(read(cacaoDocument({ markings: [red, green] })).value)
  assert.deepEqual([both, isShareable(both)], ['TLP:RED', false])
  assert.equal(tlpOf(read(cacaoDocument()).value), null)
  assert.equal(isShareable('TLP:AMBER+STRICT'), false)
})

test('a signature is kept, shown with its signer, and said not to be checked', () => {
  const signature = {
    type: 'jss',
    id: cacaoId('jss', 'one'),
    created: '2026-11-02T08:00:00Z',
    modified: '2026-11-02T08:00:00Z',
    signee: 'Northwind Response',
    related_to: cacaoId('playbook', 'plain'),
    related_version: '2026-11-02T08:00:00.000Z',
    hash_algorithm: 'sha-256',
    algorithm: 'Ed25519',
    public_key: 'AAAA',
    value: 'BBBB',
  }
  const { value, warnings } = read(cacaoDocument({ signatures: [signature] }))
  assert.equal(value.signatures[0]?.signee, 'Northwind Response')
  assert.match(warnings[0]?.detail ?? '', /not checked/)
  assert.deepEqual(writeCacao(value).signatures, [signature])
  const twoKeys = { ...signature, cert_url: 'https://northwind.example' }
  assert.deepEqual(faultsOf(cacaoDocument({ signatures: [twoKeys] })), [
    'cacao/signature-key /signatures/0',
    'cacao/signature /signatures/0',
  ])
})

test('limits: a document that is too large, too deep or has too many steps is refused', () => {
  assert.match(JSON.stringify(readCacaoBytes(Buffer.alloc(3 * 1024 * 1024, ' '))), /json\/too-large/)
  assert.match(JSON.stringify(readCacaoBytes(Buffer.from('['.repeat(200)))), /json\/too-deep/)
  const many = Object.fromEntries(
    Array.from({ length: 1_001 }, (_, index) => [cacaoId('action', index), action({})]),
  )
  assert.ok(faultsOf(workflow(many)).some((fault) => fault.startsWith('cacao/too-many')))
  assert.ok(faultsOf(cacaoDocument({ name: 'x'.repeat(60_000) })).includes('cacao/too-long /name'))
})

test('a long chain of steps is read in linear time and without recursion', () => {
  const steps = Array.from({ length: 900 }, (_, index) => [
    cacaoId('action', index),
    action({ on_completion: index === 899 ? end : cacaoId('action', index + 1) }),
  ])
  const { value } = read(
    workflow({ [call]: action({ on_completion: cacaoId('action', 0) }), ...Object.fromEntries(steps) }),
  )
  assert.equal(value.steps.length, 903)
})

test('what is written is read again as the same playbook', () => {
  fc.assert(
    fc.property(cacaoPlaybooks, (playbook) => {
      assert.deepEqual(read(JSON.parse(JSON.stringify(writeCacao(playbook)))).value, playbook)
    }),
    { numRuns: 150 },
  )
})

test('no foreign document makes the reader fail, and it never answers without a reason', () => {
  const document = workflow({
    [call]: action({ on_completion: cacaoId('parallel', 'p') }),
    [cacaoId('parallel', 'p')]: {
      type: 'parallel',
      next_steps: [end, cacaoId('switch-condition', 's')],
      on_completion: end,
    },
    [cacaoId('switch-condition', 's')]: {
      type: 'switch-condition',
      switch: '__x__:value',
      cases: { a: end, b: end },
    },
  })
  fc.assert(
    fc.property(mutationsOf(document), (mutated) => {
      const reading = readCacao(mutated)
      if (reading.outcome === 'refused')
        assert.ok(reading.faults.every(({ detail, remedy }) => detail && remedy))
      else assert.equal(readCacao(writeCacao(reading.value)).outcome, 'read')
    }),
    { numRuns: 600 },
  )
})
