// The dated rules that say how long somebody has: data, each with its source and who verified it.
// SPDX-License-Identifier: EUPL-1.2

export const obligationKinds = [
  'alert-acknowledge',
  'alert-update',
  'alert-remediate',
  'alert-review-risk',
  'measure',
  'assessment-renew',
  'duty-review',
  'course-renew',
  'request-answer',
  'lesson',
] as const
export type ObligationKind = (typeof obligationKinds)[number]
/** Those whose subject is an alert. */
export type AlertObligation = Extract<ObligationKind, `alert-${string}`>

export interface ObligationRule {
  /** `alert-acknowledge/1`: kind and number; stands in the obligation as its basis. */
  readonly id: string
  readonly kind: ObligationKind
  /** The case it is for, such as an urgency; null is every case. */
  readonly when: string | null
  /** Null: the date was chosen by the one who owes it, for example until when a risk is accepted. */
  readonly hours: number | null
  readonly validFrom: string
  readonly source: string
  /** Who compared the rule with its source; null is shown as unverified. */
  readonly verifiedBy: string | null
}

const service = { validFrom: '2026-01-01', source: 'service rule of the centre', verifiedBy: null }

export const obligationRules: readonly ObligationRule[] = [
  { id: 'alert-acknowledge/1', kind: 'alert-acknowledge', when: null, hours: 48, ...service },
  { id: 'alert-update/1', kind: 'alert-update', when: null, hours: 72, ...service },
  { id: 'alert-remediate-act-now/1', kind: 'alert-remediate', when: 'act-now', hours: 7 * 24, ...service },
  {
    id: 'alert-remediate-this-week/1',
    kind: 'alert-remediate',
    when: 'this-week',
    hours: 14 * 24,
    ...service,
  },
  {
    id: 'alert-remediate-next-maintenance/1',
    kind: 'alert-remediate',
    when: 'next-maintenance',
    hours: 90 * 24,
    ...service,
  },
  { id: 'alert-review-risk/1', kind: 'alert-review-risk', when: null, hours: null, ...service },
  { id: 'measure/1', kind: 'measure', when: null, hours: null, ...service },
  { id: 'assessment-renew/1', kind: 'assessment-renew', when: null, hours: 365 * 24, ...service },
  { id: 'duty-review/1', kind: 'duty-review', when: null, hours: null, ...service },
  { id: 'course-renew/1', kind: 'course-renew', when: null, hours: null, ...service },
  { id: 'request-answer/1', kind: 'request-answer', when: null, hours: null, ...service },
  { id: 'lesson/1', kind: 'lesson', when: null, hours: null, ...service },
]

/** The rule in force at that instant for this case; null means that nothing is owed. */
export function ruleFor(kind: ObligationKind, when: string | null, at: Date): ObligationRule | null {
  const inForce = obligationRules.filter(
    (rule) =>
      rule.kind === kind &&
      (rule.when === null || rule.when === when) &&
      new Date(`${rule.validFrom}T00:00:00Z`) <= at,
  )
  return inForce.sort((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1) ?? null
}

export function ruleById(id: string): ObligationRule | null {
  return obligationRules.find((rule) => rule.id === id) ?? null
}

/** Hours are hours on the clock of the world, so a change to summer time neither gives nor takes one. */
export function dueAt(rule: ObligationRule, startsAt: Date): Date {
  if (rule.hours === null)
    throw new Error(`${rule.id} has no length; its date is chosen by the one who owes it.`)
  return new Date(startsAt.getTime() + rule.hours * 3_600_000)
}
