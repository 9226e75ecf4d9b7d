// Tests of the groups of a correlation against a plain list that is searched from its beginning each time.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chainOf } from '../chain.ts'
import { groupsWith } from './groups.ts'

interface State {
  events: number
}
interface Row {
  readonly key: string
  at: number
  readonly state: State
}
type Step =
  | { readonly kind: 'touch'; readonly key: string; readonly at: number; readonly grow: number }
  | { readonly kind: 'expire'; readonly at: number }
  | { readonly kind: 'drop' | 'peek'; readonly key: string }
  | { readonly kind: 'reload' }

const limits = { maxGroupsOfRule: 4, maxEventsOfRule: 9 }
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '__proto__')
const at = fc.integer({ min: 0, max: 30 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('touch'), key, at, grow: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('expire'), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('drop', 'peek'), key }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload') }) },
) as fc.Arbitrary<Step>

/** The same promises without a chain, a map or a running sum. */
function plainModel() {
  let rows: Row[] = []
  const gone: string[] = []
  const events = () => rows.reduce((sum, { state }) => sum + state.events, 0)
  const without = (name: string) => rows.filter((row) => row.key !== name)
  return {
    gone,
    rows: () => rows,
    touch(name: string, instant: number): State {
      const row = rows.find((one) => one.key === name) ?? { key: name, at: 0, state: { events: 0 } }
      row.at = instant
      rows = [...without(name), row]
      while ((rows.length > limits.maxGroupsOfRule || events() > limits.maxEventsOfRule) && rows.length > 1)
        gone.push(rows.shift()?.key ?? '')
      return row.state
    },
    expire(instant: number) {
      while (rows[0] && rows[0].at < instant) rows.shift()
    },
    drop(name: string) {
      rows = without(name)
    },
  }
}

test('groups are kept, dropped, forgotten and evicted as in a plain list, whatever happens in which order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const gone: string[] = []
      const groups = groupsWith<State>(({ events }) => events, { limits, onEvict: (name) => gone.push(name) })
      const model = plainModel()
      for (const one of steps) {
        if (one.kind === 'touch') {
          const state = groups.touch(one.key, one.at, () => ({ events: 0 }))
          const expected = model.touch(one.key, one.at)
          state.events += one.grow
          expected.events += one.grow
          groups.resize(one.grow)
        } else if (one.kind === 'expire') {
          groups.expire(one.at)
          model.expire(one.at)
        } else if (one.kind === 'drop') {
          groups.drop(one.key)
          model.drop(one.key)
        } else if (one.kind === 'peek') {
          assert.deepEqual(groups.peek(one.key), model.rows().find((row) => row.key === one.key)?.state)
        } else groups.load(groups.entries())
        assert.deepEqual(
          groups.entries(),
          model.rows().map((row) => [row.key, row.at, row.state]),
        )
        assert.deepEqual(gone, model.gone)
        assert.equal(groups.evicted(), gone.length)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('the oldest of many is found in one step, also where everything before it was deleted', () => {
  const chain = chainOf<number>()
  const count = 200_000
  for (let at = 0; at < count; at++) chain.put(`k${at}`, at)
  const before = process.cpuUsage()
  for (let at = 0; at < count; at++) {
    assert.equal(chain.oldest()?.value, at)
    chain.delete(`k${at}`)
  }
  const { user } = process.cpuUsage(before)
  assert.equal(chain.size(), 0)
  assert.equal(chain.oldest(), null)
  // A map's first key, looked for anew each time, takes minutes.
  assert.ok(user < 20e6, `${user} µs`)
})
