// What people do with a run: start it, take steps, tick, answer, note, open again, end; each in the caller's transaction.
// SPDX-License-Identifier: EUPL-1.2
import { maxNoteCharacters } from '../contract.ts'
import type { Outcome } from '../playbook.ts'
import type { Actor } from '../run.ts'
import { insertRun, organisationOf, type RunScope } from '../store/runs.ts'
import { append, type CarriedOut, carryOut, type Order } from './carry-out.ts'
import { findWhole } from './find.ts'
import { noteNeeded } from './refusals.ts'

export interface Start {
  readonly subjectType: string
  readonly subjectId: number
  /** Of the library, or `imported-12`. */
  readonly playbookKey: string
  /** An exercise or a trial. */
  readonly simulated: boolean
  readonly actor: Actor
}

/** What makes a start happen once is the caller's: a case begins its playbook in the transaction that opens it. */
const startCommand = 'start'

/** Keeps the playbook as it is now, in every language; returns the number of the run. */
export async function startRun(scope: RunScope, start: Start, now: Date): Promise<number> {
  const whole = await findWhole(scope, start.playbookKey)
  const { subjectType, subjectId, simulated, actor } = start
  const startedBy = actor.name
  const id = await insertRun(scope, { subjectType, subjectId, whole, simulated, startedAt: now, startedBy })
  const run = {
    id,
    organisationId: organisationOf(scope),
    subjectType,
    subjectId,
    simulated,
    startedAt: now,
    startedBy,
    whole,
  }
  await append(scope, run, {
    ...{
      number: 1,
      commandId: startCommand,
      kind: 'started',
      stepId: null,
      result: null,
      note: null,
      at: now,
      by: actor,
    },
  })
  return id
}

export function takeStep(
  scope: RunScope,
  order: Order & { readonly stepId: string; readonly takeOver: boolean },
  now: Date,
): Promise<CarriedOut> {
  return carryOut(scope, order, { kind: 'take', stepId: order.stepId, takeOver: order.takeOver }, now)
}

export function completeStep(
  scope: RunScope,
  order: Order & { readonly stepId: string; readonly outcome: Outcome; readonly note: string | null },
  now: Date,
): Promise<CarriedOut> {
  const { stepId, outcome } = order
  return carryOut(scope, order, { kind: 'complete', stepId, outcome, note: noteOf(order.note) }, now)
}

export function answerDecision(
  scope: RunScope,
  order: Order & { readonly stepId: string; readonly answer: string; readonly note: string | null },
  now: Date,
): Promise<CarriedOut> {
  const { stepId, answer } = order
  return carryOut(scope, order, { kind: 'answer', stepId, answer, note: noteOf(order.note) }, now)
}

/** On a step, or on the run as a whole. */
export function noteOnStep(
  scope: RunScope,
  order: Order & { readonly stepId: string | null; readonly note: string },
  now: Date,
): Promise<CarriedOut> {
  return carryOut(scope, order, { kind: 'note', stepId: order.stepId, note: needed(order.note) }, now)
}

/** Takes a tick or an answer back; what was done afterwards stays done. */
export function reopenStep(
  scope: RunScope,
  order: Order & { readonly stepId: string; readonly note: string },
  now: Date,
): Promise<CarriedOut> {
  return carryOut(scope, order, { kind: 'reopen', stepId: order.stepId, note: needed(order.note) }, now)
}

/** Also before every step is done; the reason stays with it. */
export function endRun(
  scope: RunScope,
  order: Order & { readonly note: string },
  now: Date,
): Promise<CarriedOut> {
  return carryOut(scope, order, { kind: 'end', note: needed(order.note) }, now)
}

function needed(note: string): string {
  const written = noteOf(note)
  if (written === null) throw noteNeeded()
  return written
}

/** Pages bound what is typed; what comes longer by another way is a defect there and not cut here. */
function noteOf(note: string | null): string | null {
  const written = note?.trim() || null
  if (written !== null && written.length > maxNoteCharacters)
    throw new Error(`a note has at most ${maxNoteCharacters} characters`)
  return written
}
