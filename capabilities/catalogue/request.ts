// A request for something of the catalogue: where it stands, who may take which step, and whether it helped.
// SPDX-License-Identifier: EUPL-1.2

import type { Pillar } from './item.ts'
import type { HouseSize } from './kinds/measure.ts'

export const requestStates = [
  'asked',
  'taken',
  'promised',
  'delivered',
  'closed',
  'declined',
  'withdrawn',
] as const
export type RequestState = (typeof requestStates)[number]

export const requestSteps = [
  'take',
  'promise',
  'deliver',
  'decline',
  'helped',
  'partly-helped',
  'not-helped',
  'withdraw',
] as const
export type RequestStep = (typeof requestSteps)[number]

export type RequestVia = 'centre' | 'external'
export type RequestSide = 'member' | 'centre'

export interface ItemRequest {
  readonly organisationId: number
  readonly id: number
  readonly itemKey: string
  readonly itemVersion: string
  readonly via: RequestVia
  readonly state: RequestState
  readonly text: string | null
  readonly contactName: string
  readonly contactPhone: string | null
  readonly country: string
  readonly houseSize: HouseSize | null
  readonly pillars: readonly Pillar[]
  readonly askedAt: Date
  readonly askedByName: string
  readonly dueAt: Date | null
  readonly toldSteps: number
  readonly toldAt: Date | null
  readonly takenByName: string | null
  readonly promisedFor: Date | null
  readonly outcome: Outcome | null
  readonly endedAt: Date | null
}

export const outcomes = ['yes', 'partly', 'no'] as const
export type Outcome = (typeof outcomes)[number]

type Transitions = Readonly<Record<RequestState, Readonly<Partial<Record<RequestStep, RequestState>>>>>

const over = { closed: {}, declined: {}, withdrawn: {} } as const
const answers = { helped: 'closed', 'partly-helped': 'closed', 'not-helped': 'closed' } as const

/** The one table: from which state which step leads where. What was asked for elsewhere has no steps of the centre. */
const transitions: Readonly<Record<RequestVia, Transitions>> = {
  centre: {
    asked: { take: 'taken', decline: 'declined', withdraw: 'withdrawn' },
    taken: { promise: 'promised', deliver: 'delivered', decline: 'declined', withdraw: 'withdrawn' },
    promised: { promise: 'promised', deliver: 'delivered', decline: 'declined', withdraw: 'withdrawn' },
    delivered: answers,
    ...over,
  },
  external: {
    asked: { ...answers, withdraw: 'withdrawn' },
    taken: {},
    promised: {},
    delivered: answers,
    ...over,
  },
}

const sides: Readonly<Record<RequestStep, RequestSide>> = {
  take: 'centre',
  promise: 'centre',
  deliver: 'centre',
  decline: 'centre',
  helped: 'member',
  'partly-helped': 'member',
  'not-helped': 'member',
  withdraw: 'member',
}

/** Worth nothing without words: what was done, why not, what was missing. */
export const stepsWithNote: ReadonlySet<RequestStep> = new Set([
  'deliver',
  'decline',
  'partly-helped',
  'not-helped',
])

export function stateAfter(
  { state, via }: Pick<ItemRequest, 'state' | 'via'>,
  step: RequestStep,
  side: RequestSide,
): RequestState | null {
  return sides[step] === side ? (transitions[via][state][step] ?? null) : null
}

export function stepsFor(
  request: Pick<ItemRequest, 'state' | 'via'>,
  side: RequestSide,
): readonly RequestStep[] {
  return requestSteps.filter((step) => stateAfter(request, step, side) !== null)
}

const outcomeOf: Readonly<Partial<Record<RequestStep, Outcome>>> = {
  helped: 'yes',
  'partly-helped': 'partly',
  'not-helped': 'no',
}

export function outcomeAfter(step: RequestStep): Outcome | null {
  return outcomeOf[step] ?? null
}

export function isOver({ state }: Pick<ItemRequest, 'state'>): boolean {
  return state in over
}

/** Steps that are a first answer: the member knows when, or that it is here, or that it can't be. */
export const answeringSteps: ReadonlySet<RequestStep> = new Set(['promise', 'deliver', 'decline'])

/** The due instant itself is still in time. A promise that has passed is late as well. */
export function isLate(
  { state, dueAt, promisedFor }: Pick<ItemRequest, 'state' | 'dueAt' | 'promisedFor'>,
  now: Date,
): boolean {
  if (state === 'asked' || state === 'taken') return dueAt !== null && now > dueAt
  return state === 'promised' && promisedFor !== null && now > promisedFor
}

const hoursBetweenReminders = 24

export function isReminderDue(
  request: Pick<ItemRequest, 'state' | 'via' | 'dueAt' | 'promisedFor' | 'toldAt'>,
  now: Date,
): boolean {
  if (request.via !== 'centre' || !isLate(request, now)) return false
  return (
    request.toldAt === null || now.getTime() - request.toldAt.getTime() >= hoursBetweenReminders * 3_600_000
  )
}
