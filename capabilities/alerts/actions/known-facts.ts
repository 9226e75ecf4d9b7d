// What the alerts say of the house, for the rules that decide over facts.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { countOverdue } from '../store/alerts.ts'

export async function alertFacts(scope: MemberScope | EngineScope, organisationId: number, now: Date) {
  return [{ key: 'alerts.overdue', value: await countOverdue(scope, organisationId, now) }]
}
