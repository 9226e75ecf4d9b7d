// A hospital answers an alert: acknowledges it, reports progress, closes it, or accepts the risk for a time.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import { record } from '../../../platform/journal/journal.ts'
import { addDays, dayOf, instantOf } from '../../../platform/time/zone.ts'
import {
  cancelObligations,
  dischargeObligations,
  type ObligationKind,
  startObligations,
  type ToStart,
} from '../../obligations/index.ts'
import {
  type AlertState,
  type Answer,
  type AnswerKind,
  type Decision,
  decideAnswer,
  isClosed,
} from '../alert.ts'
import type { ProblemCode } from '../contract.ts'
import { type Alert, findAlert, saveAnswer } from '../store.ts'

export interface AnswerCommand {
  readonly organisationId: number
  readonly alertId: number
  readonly answer: Answer
  readonly personId: number
  /** In which "until" dates are meant. */
  readonly timeZone: string
}

export async function answerAlert(
  context: Pick<Context, 'database'>,
  command: AnswerCommand,
  now: Date,
): Promise<AlertState> {
  return context.database.asMember(command.organisationId, (scope) => answerWithin(scope, command, now))
}

export async function answerWithin(
  scope: MemberScope,
  command: AnswerCommand,
  now: Date,
): Promise<AlertState> {
  const alert = await findAlert(scope, command.alertId, { lock: true })
  if (!alert) throw noSuchAlert(command.alertId)
  const decision = decideAnswer(alert.state, command.answer, dayOf(now, command.timeZone))
  if (!decision.allowed) throw refusalOf(decision.because, alert, command.answer.kind)
  await saveAnswer(scope, answeredOf(alert, decision.state, command, now))
  await moveClocks(scope, command, now)
  const { kind, applies, reason, acceptedUntil, assignee } = command.answer
  await record(scope, {
    organisationId: command.organisationId,
    at: now,
    actor: `person:${command.personId}`,
    action: actionNames[kind],
    objectType: 'alert',
    objectId: alert.id,
    details: { applies, reason, acceptedUntil, assignee },
  })
  return decision.state
}

const actionNames: Readonly<Record<AnswerKind, string>> = {
  acknowledge: 'alert.acknowledged',
  progress: 'alert.progressed',
  remediate: 'alert.remediated',
  'accept-risk': 'alert.risk-accepted',
  'not-applicable': 'alert.not-applicable',
  reopen: 'alert.reopened-by-member',
}

function answeredOf(alert: Alert, state: AlertState, command: AnswerCommand, now: Date) {
  const { answer } = command
  return {
    id: alert.id,
    state,
    applies: answer.kind === 'not-applicable' ? ('no' as const) : (answer.applies ?? alert.applies),
    assignee: answer.assignee ?? alert.assignee,
    reason: answer.reason ?? (isClosed(state) ? null : alert.reason),
    acceptedUntil: answer.kind === 'accept-risk' ? answer.acceptedUntil : null,
    // Any answer shows that somebody has read it.
    acknowledgedAt: alert.acknowledgedAt ?? now,
    acknowledgedBy: alert.acknowledgedBy ?? command.personId,
    answeredAt: now,
    closedAt: isClosed(state) ? now : null,
  }
}

/** What each answer discharges, cancels and starts (docs/using/clocks.md). */
const effects: Readonly<
  Record<
    AnswerKind,
    {
      readonly discharges: readonly ObligationKind[] | 'all'
      readonly cancels: readonly ObligationKind[]
      readonly starts: ObligationKind | null
    }
  >
> = {
  acknowledge: { discharges: ['alert-acknowledge'], cancels: [], starts: 'alert-update' },
  progress: {
    discharges: ['alert-acknowledge', 'alert-update', 'alert-review-risk'],
    cancels: [],
    starts: 'alert-update',
  },
  remediate: { discharges: 'all', cancels: [], starts: null },
  'not-applicable': { discharges: 'all', cancels: [], starts: null },
  'accept-risk': {
    discharges: ['alert-acknowledge', 'alert-update', 'alert-review-risk'],
    cancels: ['alert-remediate'],
    starts: 'alert-review-risk',
  },
  reopen: { discharges: [], cancels: [], starts: 'alert-update' },
}

async function moveClocks(scope: MemberScope, command: AnswerCommand, now: Date): Promise<void> {
  const effect = effects[command.answer.kind]
  const subject = {
    organisationIds: [command.organisationId],
    subjectType: 'alert',
    subjectIds: [command.alertId],
    at: now,
  }
  const kinds = effect.discharges === 'all' ? null : effect.discharges
  if (kinds === null || kinds.length > 0)
    await dischargeObligations(
      scope,
      { ...subject, kinds },
      `answer "${command.answer.kind}" of person ${command.personId}`,
    )
  if (effect.cancels.length > 0) await cancelObligations(scope, { ...subject, kinds: effect.cancels })
  if (effect.starts) await startObligations(scope, [startOf(effect.starts, command, now)])
}

/** An accepted risk is looked at again when its last day is over in the member's time zone. */
function startOf(kind: ObligationKind, command: AnswerCommand, now: Date): ToStart {
  const start = {
    organisationId: command.organisationId,
    kind,
    when: null,
    subjectType: 'alert',
    subjectId: command.alertId,
    startsAt: now,
  }
  const until = command.answer.acceptedUntil
  return kind === 'alert-review-risk' && until !== null
    ? { ...start, chosenDueAt: instantOf(addDays(until, 1), 0, command.timeZone) }
    : start
}

export function noSuchAlert(id: number): Refusal {
  return refuse({
    code: 'alerts/not-found',
    status: 404,
    title: 'There is no such alert',
    detail: `Your organisation has no alert ${id}.`,
    remedy: 'Open it from the list of alerts.',
    values: { id },
  })
}

function refusalOf(
  because: Extract<Decision, { allowed: false }>['because'],
  alert: Alert,
  kind: AnswerKind,
): Refusal {
  if (because === 'wrong-state' && kind === 'acknowledge' && alert.acknowledgedAt) {
    return refuse({
      code: 'alerts/already-acknowledged',
      status: 409,
      title: 'This alert was already acknowledged',
      detail: `It was acknowledged at ${alert.acknowledgedAt.toISOString()} and stands at "${alert.state}". Your answer was not stored.`,
      remedy: 'Look at the answer that is there; you can still report progress or close it.',
      values: { day: alert.acknowledgedAt.toISOString().slice(0, 10) },
    })
  }
  if (because === 'wrong-state') {
    return refuse({
      code: 'alerts/wrong-state',
      status: 409,
      title: 'This answer does not fit any more',
      detail: `The alert stands at "${alert.state}", from which "${kind}" does not lead anywhere.`,
      remedy: 'Open the alert again; it shows the answers that are possible now.',
    })
  }
  return refuse({
    code: 'alerts/answer-incomplete',
    status: 422,
    title: 'Something is missing in this answer',
    detail: incomplete[because].detail,
    remedy: 'Fill in what is missing and send it again.',
    faults: [{ pointer: incomplete[because].field, detail: incomplete[because].detail }],
    values: { because: incomplete[because].word },
    cause: because,
  })
}

const incomplete = {
  'reason-missing': {
    word: 'reason',
    field: 'reason',
    detail: 'Say why: the centre and your colleagues rely on the reason.',
  },
  'date-missing': { word: 'date', field: 'acceptedUntil', detail: 'Say until when the risk is accepted.' },
  'date-past': { word: 'past', field: 'acceptedUntil', detail: 'The date has to be after today.' },
  'date-too-far': {
    word: 'far',
    field: 'acceptedUntil',
    detail: 'A risk can be accepted for a year at most.',
  },
  'applies-missing': {
    word: 'applies',
    field: 'applies',
    detail: 'Say whether it applies to you; "I don\'t know yet" is a good answer.',
  },
} as const

function refuse(options: { code: ProblemCode } & ConstructorParameters<typeof Refusal>[0]): Refusal {
  return new Refusal(options)
}
