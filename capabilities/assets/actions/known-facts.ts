// What an inventory says of the house, for the rules that decide over facts.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { coverageOf } from '../store/coverage.ts'

/** Nothing where no asset is known: an empty list is not "no assets". */
export async function inventoryFacts(scope: MemberScope | EngineScope, organisationId: number) {
  const { total, matchable } = await coverageOf(scope, organisationId)
  if (total === 0) return []
  return [
    { key: 'assets.count', value: total },
    { key: 'assets.coverage', value: Math.round((100 * matchable) / total) },
  ]
}
