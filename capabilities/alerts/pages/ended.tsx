// Why an alert ended without an answer of the hospital: withdrawn, taken over by another one, or no longer on the list.
// SPDX-License-Identifier: EUPL-1.2
import { Note } from '../../../web/kit/index.ts'
import type { AlertView } from './alert.tsx'
import type { Reader } from './words.ts'

export function Ended({ view: { alert, takenOverBy }, reader }: { view: AlertView; reader: Reader }) {
  if (alert.endedBecause === null) return null
  const { t } = reader.translator
  const because = alert.endedBecause.replaceAll('-', '')
  return (
    <Note tone="unknown">
      {t('alerts.ended', { because: because as 'other' })}
      {takenOverBy.map(({ id, title, trackingId }) => (
        <>
          {' '}
          <a key={id} href={`/o/${alert.organisationId}/alerts/${id}`}>
            {trackingId}: {title}
          </a>
        </>
      ))}
    </Note>
  )
}
