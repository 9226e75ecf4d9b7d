// An alert: its states, who may move it where, and what each answer needs.
// SPDX-License-Identifier: EUPL-1.2

export const alertStates = [
  'new',
  'acknowledged',
  'in-progress',
  'remediated',
  'risk-accepted',
  'not-applicable',
  'withdrawn',
] as const
export type AlertState = (typeof alertStates)[number]

export const closedStates: readonly AlertState[] = ['remediated', 'not-applicable', 'withdrawn']

/** What a person can do; `withdrawn` and reopening are the engine's. */
export const answerKinds = [
  'acknowledge',
  'progress',
  'remediate',
  'accept-risk',
  'not-applicable',
  'reopen',
] as const
export type AnswerKind = (typeof answerKinds)[number]

export const appliesAnswers = ['yes', 'some', 'unknown'] as const
export type Applies = (typeof appliesAnswers)[number] | 'no'

export interface Answer {
  readonly kind: AnswerKind
  /** Only with `acknowledge`. */
  readonly applies: (typeof appliesAnswers)[number] | null
  readonly assignee: string | null
  /** Needed by `accept-risk`, `not-applicable` and `reopen`; a note elsewhere. */
  readonly reason: string | null
  /** Only with `accept-risk`: the last day on which it is accepted, `2026-11-30`. */
  readonly acceptedUntil: string | null
}

/** From which states an answer may come, and where it leads. */
export const transitions: Readonly<
  Record<AnswerKind, { readonly from: readonly AlertState[]; readonly to: AlertState }>
> = {
  acknowledge: { from: ['new'], to: 'acknowledged' },
  progress: { from: ['new', 'acknowledged', 'in-progress', 'risk-accepted'], to: 'in-progress' },
  remediate: { from: ['new', 'acknowledged', 'in-progress', 'risk-accepted'], to: 'remediated' },
  'accept-risk': { from: ['new', 'acknowledged', 'in-progress', 'risk-accepted'], to: 'risk-accepted' },
  'not-applicable': { from: ['new', 'acknowledged', 'in-progress', 'risk-accepted'], to: 'not-applicable' },
  reopen: { from: ['remediated', 'not-applicable'], to: 'in-progress' },
}

/** A risk may be accepted for a year at most; then somebody looks again. */
export const maxAcceptanceDays = 366
export const maxReasonLength = 2_000

export type Decision =
  | { readonly allowed: true; readonly state: AlertState }
  | {
      readonly allowed: false
      readonly because:
        | 'wrong-state'
        | 'reason-missing'
        | 'date-missing'
        | 'date-past'
        | 'date-too-far'
        | 'applies-missing'
    }

export function decideAnswer(state: AlertState, answer: Answer, today: string): Decision {
  const transition = transitions[answer.kind]
  if (!transition.from.includes(state)) return { allowed: false, because: 'wrong-state' }
  if (answer.kind === 'acknowledge' && answer.applies === null)
    return { allowed: false, because: 'applies-missing' }
  if (needsReason(answer.kind) && !answer.reason?.trim()) return { allowed: false, because: 'reason-missing' }
  if (answer.kind === 'accept-risk') {
    const fault = faultOfDate(answer.acceptedUntil, today)
    if (fault) return { allowed: false, because: fault }
  }
  return { allowed: true, state: transition.to }
}

export function needsReason(kind: AnswerKind): boolean {
  return kind === 'accept-risk' || kind === 'not-applicable' || kind === 'reopen'
}

export function isClosed(state: AlertState): boolean {
  return closedStates.includes(state)
}

function faultOfDate(
  date: string | null,
  today: string,
): 'date-missing' | 'date-past' | 'date-too-far' | null {
  if (date === null) return 'date-missing'
  if (date <= today) return 'date-past'
  const days = (Date.parse(date) - Date.parse(today)) / 86_400_000
  return days > maxAcceptanceDays ? 'date-too-far' : null
}
