// Reads the fields of an answer as a person fills them in into the answer that the rules know.
// SPDX-License-Identifier: EUPL-1.2
import type { Answer, AnswerKind, Applies } from './alert.ts'

interface GivenFields {
  readonly kind: AnswerKind
  readonly applies: Applies | null
  readonly assignee: string | null
  readonly reason: string | null
  readonly acceptedUntil: string | null
}

/** "No, and I'll say why" is an answer of its own kind. */
export function answerFrom({ kind, applies, assignee, reason, acceptedUntil }: GivenFields): Answer {
  if (kind === 'acknowledge' && applies === 'no')
    return { kind: 'not-applicable', applies: null, assignee, reason, acceptedUntil: null }
  return { kind, applies: applies === 'no' ? null : applies, assignee, reason, acceptedUntil }
}
