// Starting and ending what is owed, always within the transaction that causes it.
// SPDX-License-Identifier: EUPL-1.2
import type { RawBuilder } from 'kysely'
import type { EngineScope, MemberScope } from '../../platform/database/database.ts'
import { dueAt, type ObligationKind, ruleFor } from './rules.ts'
import { insertObligations, insertObligationsOf, type NewObligation } from './store.ts'

export interface ToStart {
  readonly organisationId: number
  readonly kind: ObligationKind
  /** The case for which the rule is looked up, such as the urgency. */
  readonly when: string | null
  readonly subjectType: string
  readonly subjectId: number
  readonly startsAt: Date
  /** Only for rules without a length: the date that the organisation chose. */
  readonly chosenDueAt?: Date
}

/** Nothing is owed where no rule is in force: a "watch" alert has no date for its remediation. */
export async function startObligations(
  scope: MemberScope | EngineScope,
  toStart: readonly ToStart[],
): Promise<void> {
  await insertObligations(
    scope,
    toStart.map(fromRule).filter((obligation) => obligation !== null),
  )
}

/** For many subjects at once, whose number the memory must not grow with. */
export interface ToStartOf {
  readonly kind: ObligationKind
  /** The cases for which a rule is looked up; null where the kind knows none. */
  readonly cases: readonly (string | null)[]
  readonly subjectType: string
  /** Rows of organisation_id, subject_id and "case". */
  readonly subjects: RawBuilder<unknown>
  readonly startsAt: Date
}

export async function startObligationsOf(scope: EngineScope, start: ToStartOf): Promise<void> {
  const rules = start.cases.flatMap((when) => {
    const rule = ruleFor(start.kind, when, start.startsAt)
    return rule ? [{ when, basis: rule.id, dueAt: dueAt(rule, start.startsAt) }] : []
  })
  await insertObligationsOf(scope, start, rules)
}

function fromRule(start: ToStart): NewObligation | null {
  const rule = ruleFor(start.kind, start.when, start.startsAt)
  if (!rule) return null
  const due = rule.hours === null ? start.chosenDueAt : dueAt(rule, start.startsAt)
  if (!due) throw new Error(`${rule.id} needs a chosen date, and none was given.`)
  const { organisationId, kind, subjectType, subjectId, startsAt } = start
  return { organisationId, kind, subjectType, subjectId, startsAt, basis: rule.id, dueAt: due }
}
