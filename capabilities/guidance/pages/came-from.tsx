// What leads to a measure: open alerts that it would answer, and lessons of incidents.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import type { Translator } from '../../../platform/i18n/index.ts'
import { Plain, ReasonLine } from '../../../web/kit/index.ts'
import { alertsLeadingTo } from '../../alerts/index.ts'
import { lessonsLeadingTo } from '../../incidents/index.ts'

const mostShown = 5

export async function loadCameFrom(scope: MemberScope, measure: string) {
  return {
    alerts: await alertsLeadingTo(scope, measure, mostShown),
    lessons: await lessonsLeadingTo(scope, measure, mostShown),
  }
}

export interface CameFromProps {
  readonly cameFrom: Awaited<ReturnType<typeof loadCameFrom>>
  readonly organisationId: number
  readonly translator: Translator
}

/** Nothing where nothing leads here: a measure needs no alarm to be a good one. */
export function CameFrom({ cameFrom: { alerts, lessons }, organisationId, translator }: CameFromProps) {
  const { t, tr } = translator
  if (alerts.length === 0 && lessons.length === 0) return null
  return (
    <Plain id="came-from" heading={t('guidance.cameFrom.heading')}>
      <ReasonLine>
        {tr('guidance.cameFrom.because', { alerts: alerts.length, lessons: lessons.length })}
      </ReasonLine>
      <ul>
        {alerts.map(({ alertId, title }) => (
          <li key={`alert-${alertId}`}>
            <a href={`/o/${organisationId}/alerts/${alertId}`}>{title}</a>
          </li>
        ))}
        {lessons.map(({ incidentId, taskId, title }) => (
          <li key={`lesson-${taskId}`}>
            <a href={`/o/${organisationId}/incidents/${incidentId}/after#lessons`}>{title}</a>
          </li>
        ))}
      </ul>
    </Plain>
  )
}
