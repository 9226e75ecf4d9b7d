// The ways from the month to everything else that prepares a house.
// SPDX-License-Identifier: EUPL-1.2
import { Plain } from '../../../web/kit/index.ts'
import type { Reader } from './reader.ts'

const places = ['measures', 'training', 'check', 'duties', 'purchases', 'readiness'] as const

export function Places({
  organisationId,
  reader,
}: {
  readonly organisationId: number
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <Plain id="places" heading={t('catalogue.places')}>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <a href={`/o/${organisationId}/${place}`}>{t(`catalogue.places.${place}`)}</a>
          </li>
        ))}
      </ul>
    </Plain>
  )
}
