// What the centre sees of readiness: whether and how old, never what stands in a pack.
// SPDX-License-Identifier: EUPL-1.2
import type { CentreScope } from '../../../platform/database/database.ts'
import { type PhoneState, phoneStateOf } from '../envelope/state.ts'
import { selectPhoneFacts } from '../store/phones.ts'
import { selectLastRestores } from '../store/tests.ts'

export interface MemberReadiness {
  readonly organisationId: number
  /** Phones that have a code; two are wanted. */
  readonly phones: number
  /** State of the better phone: one that opens is enough for the night. Null without any phone. */
  readonly envelope: PhoneState | null
  /** When the newest pack that any phone carries was made. */
  readonly carriedAt: Date | null
  /** When somebody last proved to have opened one. */
  readonly openedAt: Date | null
  readonly lastRestoredAt: Date | null
}

/** Members with a phone or a good restore test; of all others nothing is known, which is not "ready". */
export async function readinessOf(scope: CentreScope, now: Date): Promise<readonly MemberReadiness[]> {
  const phones = await selectPhoneFacts(scope, null)
  const restores = new Map(
    (await selectLastRestores(scope)).map(({ organisationId, lastRestoredAt }) => [
      organisationId,
      lastRestoredAt,
    ]),
  )
  const members = new Set([...phones.map(({ organisationId }) => organisationId), ...restores.keys()])
  return [...members]
    .sort((a, b) => a - b)
    .map((organisationId) => {
      const own = phones.filter((phone) => phone.organisationId === organisationId)
      return {
        organisationId,
        phones: own.length,
        envelope: best(own.map((phone) => phoneStateOf(phone, now))),
        carriedAt: latest(own.map(({ carriedAt }) => carriedAt)),
        openedAt: latest(own.map(({ openedAt }) => openedAt)),
        lastRestoredAt: restores.get(organisationId) ?? null,
      }
    })
}

const fromBest: readonly PhoneState[] = ['ready', 'not-tried', 'changed', 'old', 'not-fetched']

function best(states: readonly PhoneState[]): PhoneState | null {
  return fromBest.find((state) => states.includes(state)) ?? null
}

function latest(dates: readonly (Date | null)[]): Date | null {
  const known = dates.filter((date) => date !== null)
  return known.length === 0 ? null : new Date(Math.max(...known.map((date) => date.getTime())))
}
