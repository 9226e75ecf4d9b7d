// What the incidents say of the house, for the rules that decide over facts.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { countOpenedSince } from '../store/incidents.ts'

const yearMs = 365 * 86_400_000

export async function incidentFacts(scope: MemberScope | EngineScope, organisationId: number, now: Date) {
  const since = new Date(now.getTime() - yearMs)
  return [{ key: 'incidents.last-year', value: await countOpenedSince(scope, organisationId, since) }]
}
