// An answer is given: a fact for everything that asks for it, and beside it how this check came to it.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import type { FactBook, FactKey, FactValue, Form } from '../../facts/index.ts'
import type { Check } from '../check.ts'
import { notRunning, unknownHere } from '../contract/refusals.ts'
import { findRunning, insertAnswer } from '../store/checks.ts'
import { type Acting, noteInJournal } from './acting.ts'
import type { Checking } from './check.ts'

export interface Given {
  readonly fact: string
  readonly value: FactValue
  readonly note: string | null
  readonly evidenceUrl: string | null
  /** In which the question was read. */
  readonly language: string
}

export function answerQuestion(
  { context, book, content }: Checking,
  by: Acting,
  given: Given,
  now: Date,
): Promise<void> {
  return context.database.asMember(by.organisationId, async (scope) => {
    const check = await findRunning(scope, by.organisationId, { lock: true })
    if (!check) throw notRunning()
    await answerWithin(scope, { book, form: content().form, check }, by, given, now)
  })
}

export async function answerWithin(
  scope: MemberScope,
  { book, form, check }: { readonly book: FactBook; readonly form: Form; readonly check: Check },
  by: Acting,
  given: Given,
  now: Date,
): Promise<void> {
  askedKey(book, form, given.fact)
  await book.record(
    scope,
    [
      {
        organisationId: by.organisationId,
        key: given.fact,
        value: given.value,
        source: 'answer',
        reference: `${form.key} ${form.version}`,
        asOf: now,
        confidence: 'stated',
        by: by.actor,
        byName: by.name,
      },
    ],
    now,
  )
  const { note, evidenceUrl, language, fact } = given
  await insertAnswer(scope, check, {
    fact,
    language,
    note,
    evidenceUrl,
    recordedAt: now,
    recordedBy: by.actor,
    recordedByName: by.name,
  })
  await noteInJournal(
    scope,
    by,
    { action: 'answered', objectType: 'assessment', objectId: check.id, details: { fact } },
    now,
  )
}

export type AskedKey = FactKey & { readonly question: NonNullable<FactKey['question']> }

/** A question of the form that people can answer. */
export function askedKey(book: FactBook, form: Form, fact: string): AskedKey {
  const isAsked = form.sections.some(({ questions }) => questions.some((one) => one.fact === fact))
  const key = book.keys.get(fact)
  if (!isAsked || !key?.question || key.readFrom !== null || key.retired) throw unknownHere()
  return { ...key, question: key.question }
}
