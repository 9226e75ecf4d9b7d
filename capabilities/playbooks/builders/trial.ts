// A run in memory for tests, three people, and a play through to its end in any order.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { type Flow, flowOf } from '../flow.ts'
import { type Actor, apply, type Command, decide, type RunEvent, type RunState, stateOf } from '../run.ts'
import { type StepState, standingOf } from '../standing.ts'
import { aPlaybook } from './playbooks.ts'

export const startedAt = new Date('2026-11-28T02:00:00Z')
export const lorenz: Actor = { personId: 1, name: 'P. Lorenz', role: 'it' }
export const brandt: Actor = { personId: 2, name: 'J. Brandt', role: 'clinical-lead' }
export const keller: Actor = { personId: 3, name: 'R. Keller', role: 'duty-officer' }

/** A run in memory, as the store keeps it. */
export class Trial {
  readonly flow: Flow
  readonly events: RunEvent[] = []
  state: RunState

  constructor(playbook = aPlaybook()) {
    this.flow = flowOf(playbook)
    this.state = stateOf(this.flow, startedAt, [])
  }

  try(command: Command, by: Actor = lorenz) {
    const decision = decide(this.flow, this.state, command, by)
    if (decision.allowed) {
      const number = this.events.length + 1
      const at = new Date(startedAt.getTime() + number * 60_000)
      const event: RunEvent = { ...decision.event, number, commandId: `c${number}`, at, by }
      this.events.push(event)
      this.state = apply(this.flow, this.state, event)
    }
    return decision
  }

  do(stepId: string, result = 'done', by: Actor = lorenz) {
    const step = this.flow.steps.get(stepId)
    const decision = this.try(
      step?.kind === 'decision'
        ? { kind: 'answer', stepId, answer: result, note: null }
        : { kind: 'complete', stepId, outcome: result === 'cannot' ? 'cannot' : 'done', note: null },
      by,
    )
    assert.ok(decision.allowed, `${stepId} ${result}: ${JSON.stringify(decision)}`)
  }

  get standing() {
    return standingOf(this.flow, startedAt, this.state.results)
  }

  are(state: StepState): readonly string[] {
    return [...this.standing.states].filter(([, one]) => one === state).map(([id]) => id)
  }
}

/** Chooses among the open steps by these numbers; the result of a step depends on nothing but the step and its round. */
export function playThrough(trial: Trial, choices: readonly number[], seed: number): void {
  const people = [lorenz, brandt, keller]
  const maxSteps = 400
  for (let turn = 0; turn < maxSteps; turn++) {
    const open = trial.are('open')
    const choice = choices[turn % choices.length] ?? 0
    const id = open[choice % open.length]
    if (id === undefined) return
    const step = trial.flow.steps.get(id)
    const round = trial.state.rounds.get(id) ?? 0
    const answers = step?.kind === 'decision' ? step.answers.map(({ key }) => key) : ['done', 'cannot']
    // A second time it always goes on, so that the play ends.
    const index = id.startsWith('round') && round > 0 ? 1 : (seed + id.length + round) % answers.length
    trial.do(id, answers[index] ?? '', people[choice % 3])
  }
}

export const resultsOf = (trial: Trial) =>
  [...trial.state.results].map(([id, { result }]) => `${id} ${result}`).sort()
