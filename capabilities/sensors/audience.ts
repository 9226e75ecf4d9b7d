// Which members a warning goes to: by country, kind of house, and whether they have a sensor.
// SPDX-License-Identifier: EUPL-1.2
import type { WarningAudience } from '../alerts/index.ts'
import type { Organisation } from '../organisations/index.ts'

/** Those who saw it themselves are among them: nobody knows who they are. */
export function membersOf(
  audience: WarningAudience,
  members: readonly Pick<Organisation, 'id' | 'kind' | 'country' | 'providerKind'>[],
  withSensor: ReadonlySet<number>,
): readonly number[] {
  const { countries, kinds, sensor } = audience
  return members
    .filter(
      ({ id, kind, country, providerKind }) =>
        kind === 'provider' &&
        (countries.length === 0 || countries.includes(country)) &&
        (kinds.length === 0 || (providerKind !== null && kinds.includes(providerKind))) &&
        (sensor === null || withSensor.has(id) === (sensor === 'with')),
    )
    .map(({ id }) => id)
}
