// Which open alerts a measure would answer: the way back from the measure to the alerts that lead to it.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import { summariesOf } from '../../advisories/index.ts'
import { alertLinks } from '../../catalogue/index.ts'
import { situationsOf } from '../situations.ts'
import { listAlerts } from '../store.ts'

/** The most urgent ones; a house with more has its list of alerts. */
const mostLookedAt = 100

export interface AlertLeading {
  readonly alertId: number
  readonly title: string
}

/** Without the assets of each alert: whether one of them is a medical device is read off how urgent it is. */
export async function alertsLeadingTo(
  scope: MemberScope,
  measure: string,
  limit: number,
): Promise<readonly AlertLeading[]> {
  const alerts = await listAlerts(scope, {
    urgency: null,
    answer: 'affected',
    state: 'open',
    search: null,
    sort: 'urgency',
    after: null,
    limit: mostLookedAt,
  })
  const summaries = new Map(
    (
      await summariesOf(
        scope,
        alerts.map(({ advisoryId }) => advisoryId),
      )
    ).map((one) => [one.advisoryId, one]),
  )
  return alerts
    .filter(({ advisoryId, urgencyPath }) => {
      const remediations = summaries.get(advisoryId)?.content.remediations ?? []
      return situationsOf({ path: urgencyPath.path, remediations, assets: [] }).some((situation) =>
        alertLinks[situation].includes(measure),
      )
    })
    .slice(0, limit)
    .map(({ id, title }) => ({ alertId: id, title }))
}
