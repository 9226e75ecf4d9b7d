// What restore tests and the crisis pack say of the house, for the rules that decide over facts.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { phoneStateOf } from '../envelope/state.ts'
import { selectPhoneFacts } from '../store/phones.ts'
import { selectLastRestore } from '../store/tests.ts'

const halfYearMs = 183 * 86_400_000

/** A restore test that was recorded is a measured fact of its day; what somebody answers later counts instead. */
export async function readinessFacts(scope: MemberScope | EngineScope, organisationId: number, now: Date) {
  const phones = await selectPhoneFacts(scope, organisationId)
  const states = phones.map((phone) => phoneStateOf(phone, now))
  const envelope = states.length === 0 ? 'none' : states.includes('ready') ? 'current' : 'old'
  const restoredAt = await selectLastRestore(scope, organisationId)
  const facts: { readonly key: string; readonly value: string; readonly asOf?: Date }[] = [
    { key: 'readiness.envelope', value: envelope },
  ]
  if (restoredAt) {
    const isRecent = now.getTime() - restoredAt.getTime() <= halfYearMs
    facts.push({
      key: 'recovery.restore-tested',
      value: isRecent ? 'within-half-year' : 'longer-ago',
      asOf: restoredAt,
    })
  }
  return facts
}
