// A call for help to the centre: what is asked for, where it stands, and who may take which step.
// SPDX-License-Identifier: EUPL-1.2
import type { Realm } from '../incidents/index.ts'

export const callKinds = ['advice', 'hands', 'forensics', 'restore', 'communication', 'talk'] as const
export type CallKind = (typeof callKinds)[number]

export const callStates = [
  'asked',
  'taken',
  'promised',
  'under-way',
  'delivered',
  'closed',
  'withdrawn',
] as const
export type CallState = (typeof callStates)[number]

export const callSteps = [
  'take',
  'give-back',
  'promise',
  'start',
  'deliver',
  'helped',
  'partly-helped',
  'not-helped',
  'withdraw',
] as const
export type CallStep = (typeof callSteps)[number]

/** The one table: from which state which step leads where. Help that did not help is asked for again. */
const transitions: Readonly<Record<CallState, Readonly<Partial<Record<CallStep, CallState>>>>> = {
  asked: { take: 'taken', withdraw: 'withdrawn' },
  taken: { promise: 'promised', 'give-back': 'asked', withdraw: 'withdrawn' },
  promised: { promise: 'promised', start: 'under-way', 'give-back': 'asked', withdraw: 'withdrawn' },
  'under-way': { deliver: 'delivered', promise: 'promised', withdraw: 'withdrawn' },
  delivered: { helped: 'closed', 'partly-helped': 'closed', 'not-helped': 'asked' },
  closed: {},
  withdrawn: {},
}

const sides: Readonly<Record<CallStep, 'member' | 'centre'>> = {
  take: 'centre',
  'give-back': 'centre',
  promise: 'centre',
  start: 'centre',
  deliver: 'centre',
  helped: 'member',
  'partly-helped': 'member',
  'not-helped': 'member',
  withdraw: 'member',
}

export function stateAfter(state: CallState, step: CallStep): CallState | null {
  return transitions[state][step] ?? null
}

export function stepsFor(state: CallState, side: 'member' | 'centre'): readonly CallStep[] {
  return callSteps.filter((step) => sides[step] === side && stateAfter(state, step) !== null)
}

export function isSideOf(step: CallStep, side: 'member' | 'centre'): boolean {
  return sides[step] === side
}

/** Steps that are worth nothing without words: why it is given back, what was missing, what was done. */
export const stepsWithNote: ReadonlySet<CallStep> = new Set(['give-back', 'not-helped', 'deliver'])

export interface Call {
  readonly organisationId: number
  readonly id: number
  readonly realm: Realm
  readonly kind: CallKind
  readonly text: string | null
  readonly incidentId: number | null
  readonly contactName: string
  readonly contactPhone: string
  readonly state: CallState
  readonly askedAt: Date
  readonly askedByName: string
  readonly dueAt: Date
  /** The rule that gave `dueAt`. */
  readonly rule: string
  readonly toldSteps: number
  readonly toldAt: Date | null
  readonly takenAt: Date | null
  readonly takenBy: number | null
  readonly takenByName: string | null
  readonly promisedWho: string | null
  readonly promisedFor: Date | null
  readonly promiseToldAt: Date | null
}

export function isOpen({ state }: Pick<Call, 'state'>): boolean {
  return state !== 'closed' && state !== 'withdrawn'
}

/** The due instant itself is still in time; what was taken is answered. */
export function isLate(call: Pick<Call, 'state' | 'dueAt' | 'promisedFor'>, now: Date): boolean {
  if (call.state === 'asked') return now > call.dueAt
  return call.state === 'promised' && call.promisedFor !== null && now > call.promisedFor
}
