// A person of the house answers a question: the answer is recorded as a fact, once, for everything that asks for it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { unknownFact } from '../contract/refusals.ts'
import type { FactKey, FactValue } from '../fact-key.ts'
import type { FactBook } from './book.ts'

export interface Answering {
  readonly organisationId: number
  /** As the journal names it: `person:12`. */
  readonly by: string
  readonly byName: string
}

/** A fact that the platform reads elsewhere is not answered, and a retired one is not asked any more. */
export function answerableKey(book: FactBook, name: string): FactKey & { readonly question: object } {
  const key = book.keys.get(name)
  if (!key || key.readFrom !== null || key.retired || !key.question) throw unknownFact()
  return { ...key, question: key.question }
}

export function answerFact(
  context: Pick<Context, 'database'>,
  book: FactBook,
  { organisationId, by, byName }: Answering,
  answer: { readonly key: string; readonly value: FactValue; readonly reference: string | null },
  now: Date,
): Promise<void> {
  return context.database.asMember(organisationId, (scope) =>
    book.record(
      scope,
      [{ ...answer, organisationId, source: 'answer', asOf: now, confidence: 'stated', by, byName }],
      now,
    ),
  )
}
