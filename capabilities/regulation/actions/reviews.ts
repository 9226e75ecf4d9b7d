// The dates on which the house looks again at what it said about a duty: begun, and named to be ended.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { startObligations } from '../../obligations/index.ts'
import type { Acceptance } from '../store/acceptances.ts'

const subjectType = 'duty-acceptance'

/** One that runs already goes on; none where no time was set. */
export async function startReviews(
  scope: MemberScope | EngineScope,
  organisationId: number,
  acceptances: readonly Pick<Acceptance, 'id' | 'saidAt' | 'reviewAt'>[],
): Promise<void> {
  await startObligations(
    scope,
    acceptances.flatMap(({ id, saidAt, reviewAt }) =>
      reviewAt === null
        ? []
        : [
            {
              organisationId,
              kind: 'duty-review' as const,
              when: null,
              subjectType,
              subjectId: id,
              startsAt: saidAt,
              chosenDueAt: reviewAt,
            },
          ],
    ),
  )
}

export function reviewsOf(organisationId: number, acceptances: readonly Pick<Acceptance, 'id'>[], at: Date) {
  return {
    organisationIds: acceptances.map(() => organisationId),
    subjectType,
    subjectIds: acceptances.map(({ id }) => id),
    kinds: ['duty-review'] as const,
    at,
  }
}
