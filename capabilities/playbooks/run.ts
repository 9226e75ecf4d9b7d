// A run of a playbook: a fold over what people did, and the decision whether one more command fits.
// SPDX-License-Identifier: EUPL-1.2
import type { Flow } from './flow.ts'
import { isHuman, type Outcome } from './playbook.ts'
import { closedCircle, standingOf } from './standing.ts'

/** Who does something; without a number where somebody acts who has no account. */
export interface Actor {
  readonly personId: number | null
  readonly name: string
  /** What they are in this matter, as shown: `it`, `duty-officer`, or words of their own. */
  readonly role: string
}

export type Command =
  | { readonly kind: 'take'; readonly stepId: string; readonly takeOver: boolean }
  | {
      readonly kind: 'complete'
      readonly stepId: string
      readonly outcome: Outcome
      readonly note: string | null
    }
  | {
      readonly kind: 'answer'
      readonly stepId: string
      readonly answer: string
      readonly note: string | null
    }
  | { readonly kind: 'note'; readonly stepId: string | null; readonly note: string }
  | { readonly kind: 'reopen'; readonly stepId: string; readonly note: string }
  | { readonly kind: 'end'; readonly note: string }

export const eventKinds = ['started', 'taken', 'completed', 'answered', 'noted', 'reopened', 'ended'] as const
export type EventKind = (typeof eventKinds)[number]

export interface RunEvent {
  /** 1, 2, 3 … within the run, without gaps. */
  readonly number: number
  /** Chosen by who sent it; the same twice is one. */
  readonly commandId: string
  readonly kind: EventKind
  readonly stepId: string | null
  /** Outcome or answer. */
  readonly result: string | null
  readonly note: string | null
  readonly at: Date
  readonly by: Actor
}

export interface Done {
  readonly result: string
  readonly note: string | null
  readonly at: Date
  readonly by: Actor
}

export interface Mark {
  readonly at: Date
  readonly by: Actor
}

export interface RunNote extends Mark {
  readonly stepId: string | null
  readonly note: string
}

export interface RunState {
  readonly startedAt: Date
  readonly results: ReadonlyMap<string, Done>
  readonly taken: ReadonlyMap<string, Mark>
  /** How often a circle of ways opened a step again. */
  readonly rounds: ReadonlyMap<string, number>
  readonly notes: readonly RunNote[]
  /** A person closed the run, with the reason. */
  readonly ended: RunNote | null
}

/** Events in the order of their numbers. */
export function stateOf(flow: Flow, startedAt: Date, events: readonly RunEvent[]): RunState {
  return events.reduce((state, event) => apply(flow, state, event), {
    startedAt,
    results: new Map(),
    taken: new Map(),
    rounds: new Map(),
    notes: [],
    ended: null,
  } as RunState)
}

export function apply(flow: Flow, state: RunState, event: RunEvent): RunState {
  const { stepId, at, by, note, result } = event
  switch (event.kind) {
    case 'started':
      return state
    case 'taken':
      return { ...state, taken: new Map(state.taken).set(stepId ?? '', { at, by }) }
    case 'completed':
    case 'answered':
      return finish(flow, state, stepId ?? '', { result: result ?? '', note, at, by })
    case 'noted':
      return { ...state, notes: [...state.notes, { stepId, note: note ?? '', at, by }] }
    case 'reopened': {
      const results = without(state.results, [stepId ?? ''])
      return { ...state, results, notes: [...state.notes, { stepId, note: note ?? '', at, by }] }
    }
    case 'ended':
      return { ...state, ended: { stepId: null, note: note ?? '', at, by } }
  }
}

/** A result that closes a circle opens everything on it again; what was done before stays in the events. */
function finish(flow: Flow, state: RunState, stepId: string, done: Done): RunState {
  let next: RunState = { ...state, results: new Map(state.results).set(stepId, done) }
  for (;;) {
    const circle =
      closedCircle(flow, state.startedAt, next.results)?.filter((id) => next.results.has(id)) ?? []
    if (circle.length === 0) return next
    const rounds = new Map(next.rounds)
    for (const id of circle) rounds.set(id, (rounds.get(id) ?? 0) + 1)
    next = {
      ...next,
      results: without(next.results, circle),
      taken: without(next.taken, circle),
      rounds,
    }
  }
}

function without<T>(map: ReadonlyMap<string, T>, ids: readonly string[]): ReadonlyMap<string, T> {
  const copy = new Map(map)
  for (const id of ids) copy.delete(id)
  return copy
}

export type RefusedBecause =
  | 'ended'
  | 'no-such-step'
  | 'no-such-answer'
  | 'already-done'
  | 'already-taken'
  | 'not-open'
  | 'not-done'

export type Decision =
  | { readonly allowed: true; readonly event: Pick<RunEvent, 'kind' | 'stepId' | 'result' | 'note'> }
  /** `before` is what was there first, where that is the reason. */
  | { readonly allowed: false; readonly because: RefusedBecause; readonly before: Mark | null }

export function decide(flow: Flow, state: RunState, command: Command, by: Actor): Decision {
  if (command.kind === 'note')
    return command.stepId === null || isStep(flow, command.stepId)
      ? allow('noted', command.stepId, null, command.note)
      : refuse('no-such-step')
  if (state.ended) return refuse('ended', state.ended)
  if (command.kind === 'end') return allow('ended', null, null, command.note)
  const step = flow.steps.get(command.stepId)
  if (!step || !isHuman(step)) return refuse('no-such-step')
  const done = state.results.get(step.id)
  if (command.kind === 'reopen')
    return done ? allow('reopened', step.id, null, command.note) : refuse('not-done')
  if (done) return refuse('already-done', done)
  if (standingOf(flow, state.startedAt, state.results).states.get(step.id) !== 'open')
    return refuse('not-open')
  switch (command.kind) {
    case 'take': {
      const taken = state.taken.get(step.id)
      const isOthers = taken !== undefined && !isSame(taken.by, by)
      return isOthers && !command.takeOver
        ? refuse('already-taken', taken)
        : allow('taken', step.id, null, null)
    }
    case 'complete':
      return step.kind === 'action' && step.outcomes.includes(command.outcome)
        ? allow('completed', step.id, command.outcome, command.note)
        : refuse('no-such-answer')
    case 'answer':
      return step.kind === 'decision' && step.answers.some(({ key }) => key === command.answer)
        ? allow('answered', step.id, command.answer, command.note)
        : refuse('no-such-answer')
  }
}

function isStep(flow: Flow, id: string): boolean {
  const step = flow.steps.get(id)
  return step !== undefined && isHuman(step)
}

function isSame(a: Actor, b: Actor): boolean {
  return a.personId === null ? b.personId === null && a.name === b.name : a.personId === b.personId
}

function allow(kind: EventKind, stepId: string | null, result: string | null, note: string | null): Decision {
  return { allowed: true, event: { kind, stepId, result, note } }
}

function refuse(because: RefusedBecause, before: Mark | null = null): Decision {
  return { allowed: false, because, before }
}
