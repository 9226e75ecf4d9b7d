// The refusals of this capability: what happened in this case, and what to do now.
// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../platform/http/problem.ts'

export type FactsCode = 'facts/unknown'

export const unknownFact = () =>
  new Refusal({
    code: 'facts/unknown' satisfies FactsCode,
    status: 404,
    title: 'We do not know this fact or form',
    detail: 'There is no fact or form of this name that a person can answer.',
    remedy: 'Open it from the page “What we know about you”.',
    values: {},
  })
