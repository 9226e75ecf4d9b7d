// Asks the centre for help, and takes a step of a call: one table of transitions, from either side.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type Realm, realmOf } from '../../incidents/index.ts'
import { answerDueAt, answerRuleFor } from '../answer-rules.ts'
import { type Call, type CallKind, type CallStep, isSideOf, stateAfter } from '../call.ts'
import type { CaseSource } from '../case.ts'
import { movedOn, unknownHere } from '../contract/refusals.ts'
import { callAsked } from '../events.ts'
import {
  type CallChange,
  findCall,
  findCallByForm,
  insertCall,
  insertCallStep,
  saveCall,
  selectCallSteps,
} from '../store/calls.ts'
import { type Acting, noteInJournal } from './acting.ts'

type CallContext = Pick<Context, 'database' | 'events'>

export interface Asking {
  readonly kind: CallKind
  readonly text: string | null
  readonly incidentId: number | null
  /** Asked for without a case; a case says itself what it is. */
  readonly isExercise: boolean
  readonly contactName: string
  readonly contactPhone: string
  readonly formToken: string
}

/** The number of the call; the same form sent twice is one call. */
export function askForHelp(
  context: CallContext,
  cases: CaseSource,
  by: Acting,
  asking: Asking,
  now: Date,
): Promise<number> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    if (asking.incidentId !== null && !(await cases.find(scope, asking.incidentId))) throw unknownHere()
    const rule = answerRuleFor(asking.kind, now)
    const callId = await insertCall(scope, {
      ...asking,
      organisationId,
      realm: realmOfMatter(asking),
      askedAt: now,
      askedByName: by.name,
      dueAt: answerDueAt(rule, now),
      rule: rule.id,
    })
    if (callId === null) {
      const known = await findCallByForm(scope, organisationId, asking.formToken)
      if (!known) throw new Error('a form token was taken and belongs to no call')
      return known.id
    }
    const entry = { step: 'ask', state: 'asked', note: null, at: now, by: by.actor, byName: by.name } as const
    await insertCallStep(scope, organisationId, callId, entry)
    await noteInJournal(
      scope,
      by,
      { action: 'call-asked', objectType: 'support-call', objectId: callId, details: { kind: asking.kind } },
      now,
    )
    await context.events.announce(scope, callAsked, { organisationId, callId }, now)
    return callId
  })
}

/** What belongs to an exercise is one, whatever was ticked. */
export function realmOfMatter(matter: {
  readonly incidentId: number | null
  readonly isExercise: boolean
}): Realm {
  if (matter.incidentId !== null) return realmOf(matter.incidentId)
  return matter.isExercise ? 'exercise' : 'real'
}

export interface StepTaken {
  readonly step: CallStep
  readonly note: string | null
  /** Of the step `promise`. */
  readonly promise: { readonly who: string; readonly for: Date } | null
}

export function takeCallStep(
  context: CallContext,
  by: Acting,
  callId: number,
  taken: StepTaken,
  now: Date,
): Promise<void> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    const call = await findCall(scope, organisationId, callId, { lock: true })
    if (!call) throw unknownHere()
    const change = changeBy(call, by, taken, now)
    if (!change) throw movedOn()
    await saveCall(scope, call, change)
    const { step, note } = taken
    await insertCallStep(scope, organisationId, callId, {
      step,
      state: change.state,
      note,
      at: now,
      by: by.actor,
      byName: by.name,
    })
    await noteInJournal(
      scope,
      by,
      { action: `call-${step}`, objectType: 'support-call', objectId: callId },
      now,
    )
    if (change.state === 'asked')
      await context.events.announce(scope, callAsked, { organisationId, callId }, now)
  })
}

/** Null where the step is not possible from here, or not from this side. */
function changeBy(call: Call, by: Acting, { step, promise }: StepTaken, now: Date): CallChange | null {
  const state = stateAfter(call.state, step)
  if (state === null || by.via === 'link' || !isSideOf(step, by.via)) return null
  if (step === 'promise' && !promise) return null
  if (state === 'asked') return askedAnew(call, step, now)
  if (step === 'take') return { ...call, state, takenAt: now, takenBy: by.personId, takenByName: by.name }
  if (promise)
    return { ...call, state, promisedWho: promise.who, promisedFor: promise.for, promiseToldAt: null }
  return { ...call, state }
}

/** Nobody has it now. Given back, the old clock runs on; not helped, a new one begins. */
function askedAnew(call: Call, step: CallStep, now: Date): CallChange {
  const rule = answerRuleFor(call.kind, now)
  const clock =
    step === 'not-helped'
      ? { askedAt: now, dueAt: answerDueAt(rule, now), rule: rule.id }
      : { askedAt: call.askedAt, dueAt: call.dueAt, rule: call.rule }
  return {
    ...clock,
    state: 'asked',
    toldSteps: 0,
    toldAt: null,
    takenAt: null,
    takenBy: null,
    takenByName: null,
    promisedWho: null,
    promisedFor: null,
    promiseToldAt: null,
  }
}

export function viewCall(context: Pick<Context, 'database'>, organisationId: number, callId: number) {
  return context.database.asMember(organisationId, async (scope) => {
    const call = await findCall(scope, organisationId, callId)
    if (!call) throw unknownHere()
    return { call, steps: await selectCallSteps(scope, organisationId, callId) }
  })
}
