// By when the centre has to take a call: dated service rules, each with its source and who verified it.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import rows from './answer-rules.json' with { type: 'json' }
import { type CallKind, callKinds } from './call.ts'

const maxMinutes = 7 * 24 * 60

const answerRule = z.strictObject({
  id: z.string().regex(/^support-answer(-[a-z]+)?\/\d+$/),
  /** Null is every kind of help that has no rule of its own. */
  kind: z.enum(callKinds).nullable(),
  minutes: z.int().min(1).max(maxMinutes),
  validFrom: z.iso.date(),
  source: z.string().min(3),
  /** Who compared the rule with its source; null is shown as unverified. */
  verifiedBy: z.string().min(2).nullable(),
})
export type AnswerRule = z.output<typeof answerRule>

export const answerRules: readonly AnswerRule[] = z.array(answerRule).min(1).parse(rows)

/** The newest rule in force at that instant; a rule for this kind wins over the general one. */
export function answerRuleFor(
  kind: CallKind,
  at: Date,
  rules: readonly AnswerRule[] = answerRules,
): AnswerRule {
  const day = at.toISOString().slice(0, 10)
  const inForce = rules
    .filter((rule) => rule.validFrom <= day && (rule.kind === null || rule.kind === kind))
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom))
  const rule = inForce.findLast((one) => one.kind === kind) ?? inForce.at(-1)
  // A call without a clock would be one that nobody owes an answer to.
  return rule ?? earliest(rules)
}

/** Elapsed minutes: a change to summer time neither gives nor takes one. */
export function answerDueAt(rule: AnswerRule, askedAt: Date): Date {
  return new Date(askedAt.getTime() + rule.minutes * 60_000)
}

export function isVerified(ruleId: string): boolean {
  return answerRules.some(({ id, verifiedBy }) => id === ruleId && verifiedBy !== null)
}

function earliest(rules: readonly AnswerRule[]): AnswerRule {
  const [first] = rules
    .filter(({ kind }) => kind === null)
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom))
  if (!first) throw new Error('there is no general rule for answering calls')
  return first
}
