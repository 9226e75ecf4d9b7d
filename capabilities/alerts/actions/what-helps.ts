// Which measures, courses and services answer the situation of an alert, of those that are or may be for this house.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import { type AlertSituation, fitOf, helpFor, type Item, listedItems } from '../../catalogue/index.ts'
import { createFactBook, isInForce, profileFacts } from '../../facts/index.ts'

const book = createFactBook([profileFacts])

/** None where the situation is an ordinary one: an update is what the alert itself says. */
export async function whatHelps(
  scope: MemberScope,
  situations: readonly AlertSituation[],
  now: Date,
): Promise<readonly Item[]> {
  if (situations.length === 0) return []
  const facts = await book.about(scope, scope.organisationId, now)
  const fitting = (await listedItems(scope)).flatMap(({ item }) =>
    isInForce(item, now) && fitOf(item, facts).fit !== 'no' ? [item] : [],
  )
  return helpFor({ kind: 'alert', situations }, fitting)
}
