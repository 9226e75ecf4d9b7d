// Which sensor asks, by its token; and what it says of its health.
// SPDX-License-Identifier: EUPL-1.2

import type { HealthReport } from '@salus/standards/sightings'
import type { Context } from '../../../platform/context.ts'
import type { AnyRequest } from '../../../platform/http/endpoint.ts'
import { createCounter } from '../../../platform/http/flood.ts'
import { networkOf } from '../../../platform/http/network.ts'
import { refuse } from '../contract/problems.ts'
import { floodLimits } from '../limits.ts'
import { sensorTokenHash } from '../sensor-token.ts'
import { findByToken, type SensorOfToken, saveReport } from '../store/sensors.ts'
import { tooManyAttempts } from './enrol.ts'

export type Identify = (
  request: Pick<AnyRequest, 'bearerToken' | 'remoteAddress' | 'now'>,
) => Promise<SensorOfToken>

export function sensorIdentifier(context: Pick<Context, 'database'>): Identify {
  const unknown = createCounter(floodLimits.unknownTokens)
  return async ({ bearerToken, remoteAddress, now }) => {
    const network = networkOf(remoteAddress)
    if (!unknown.allows(network, now)) throw tooManyAttempts()
    const sensor =
      bearerToken === null
        ? null
        : await context.database.asEngine((scope) => findByToken(scope, sensorTokenHash(bearerToken)))
    if (sensor) return sensor
    unknown.count(network, now)
    throw refuse({
      code: 'sensors/unknown-token',
      status: 401,
      title: 'This sensor is not known',
      detail: 'The request carries no token of a sensor in use: it was never enrolled, or was withdrawn.',
      remedy: 'Enrol the sensor again with a new code from the page of sensors.',
    })
  }
}

export function takeHealth(
  context: Pick<Context, 'database'>,
  sensor: SensorOfToken,
  report: HealthReport,
  now: Date,
): Promise<void> {
  return context.database.asEngineFor(sensor.organisationId, (scope) =>
    saveReport(scope, sensor, report, now),
  )
}
