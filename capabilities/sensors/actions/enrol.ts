// A house makes a code, a machine enrols with it and gets its token, and the house can withdraw it again.
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import type { EnrolAnswer } from '@salus/standards/sightings'
import type { Context } from '../../../platform/context.ts'
import { createCounter } from '../../../platform/http/flood.ts'
import { networkOf } from '../../../platform/http/network.ts'
import { refuse } from '../contract/problems.ts'
import { codeMinutes, enrolmentCodeHash, newEnrolmentCode } from '../enrolment-code.ts'
import { floodLimits, sensorLimits } from '../limits.ts'
import { newSensorToken, sensorTokenHash } from '../sensor-token.ts'
import {
  countInUse,
  countOpenCodes,
  findSensor,
  insertCode,
  insertSensor,
  lockSensorsOf,
  markWithdrawn,
  takeCode,
} from '../store/sensors.ts'
import { type Acting, noteInJournal } from './acting.ts'

type Enrolling = Pick<Context, 'database'>

/** The code itself is told once, here. */
export function makeCode(
  context: Enrolling,
  by: Acting,
  label: string,
  now: Date,
): Promise<{ readonly code: string; readonly until: Date }> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    await lockSensorsOf(scope, organisationId)
    const inUse = await countInUse(scope, organisationId)
    const open = await countOpenCodes(scope, organisationId, now)
    if (inUse >= sensorLimits.maxSensors || open >= sensorLimits.maxOpenCodes) throw tooManySensors()
    const code = newEnrolmentCode()
    const until = new Date(now.getTime() + codeMinutes * 60_000)
    await insertCode(scope, {
      organisationId,
      codeHash: enrolmentCodeHash(code),
      label,
      until,
      madeAt: now,
      madeBy: by.actor,
      madeByName: by.name,
    })
    await noteInJournal(
      scope,
      by,
      { action: 'sensor.code-made', objectType: 'sensor', objectId: label, details: { until } },
      now,
    )
    return { code, until }
  })
}

/** Counts wrong codes in the memory of this process, by network. */
export function enroller(context: Enrolling) {
  const wrongCodes = createCounter(floodLimits.codes)
  return async (typed: string, remoteAddress: string, now: Date): Promise<EnrolAnswer> => {
    const network = networkOf(remoteAddress)
    if (!wrongCodes.allows(network, now)) throw tooManyAttempts()
    const answer = await context.database.asEngine(async (scope) => {
      const code = await takeCode(scope, enrolmentCodeHash(typed), now)
      if (!code) return null
      const [id, token] = [randomUUID(), newSensorToken()]
      const { organisationId, label, madeBy, madeByName } = code
      // Again, for codes that were made while there was room; the code is given back with the transaction.
      await lockSensorsOf(scope, organisationId)
      if ((await countInUse(scope, organisationId)) >= sensorLimits.maxSensors) throw tooManySensors()
      const common = { organisationId, id, label, enrolledAt: now, enrolledByName: madeByName }
      await insertSensor(scope, { ...common, tokenHash: sensorTokenHash(token) })
      await noteInJournal(
        scope,
        { organisationId, actor: madeBy },
        { action: 'sensor.enrolled', objectType: 'sensor', objectId: id, details: { label } },
        now,
      )
      return { sensorId: id, token }
    })
    if (answer) return answer
    wrongCodes.count(network, now)
    throw codeNotValid()
  }
}

export function withdrawSensor(context: Enrolling, by: Acting, id: string, now: Date): Promise<void> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    const sensor = await findSensor(scope, organisationId, id)
    if (!sensor) throw noSuchSensor()
    if (await markWithdrawn(scope, { organisationId, id }, by.name, now))
      await noteInJournal(
        scope,
        by,
        {
          action: 'sensor.withdrawn',
          objectType: 'sensor',
          objectId: id,
          details: { label: sensor.label },
        },
        now,
      )
  })
}

export function tooManyAttempts() {
  return refuse({
    code: 'sensors/too-many-attempts',
    status: 429,
    title: 'Too many attempts',
    detail: 'This address has sent too much that was not right within a quarter of an hour.',
    remedy: 'Wait a quarter of an hour, then make a new code on the page of sensors and try again.',
  })
}

function codeNotValid() {
  return refuse({
    code: 'sensors/code-not-valid',
    status: 403,
    title: 'This code does not count',
    detail: `No sensor was enrolled: the code is mistyped, was used before, or is older than ${codeMinutes} minutes.`,
    remedy: 'Make a new code on the page of sensors, and type it on the machine at once.',
    values: { minutes: codeMinutes },
  })
}

function tooManySensors() {
  return refuse({
    code: 'sensors/too-many-sensors',
    status: 409,
    title: 'There are enough sensors',
    detail: `Your organisation has ${sensorLimits.maxSensors} sensors in use, or ${sensorLimits.maxOpenCodes} codes that nobody has typed yet.`,
    remedy: 'Withdraw sensors that are no longer used, or wait until the open codes are over.',
    values: { sensors: sensorLimits.maxSensors, codes: sensorLimits.maxOpenCodes },
  })
}

export function noSuchSensor() {
  return refuse({
    code: 'sensors/not-found',
    status: 404,
    title: 'There is no such sensor',
    detail: 'Your organisation has no sensor of this number.',
    remedy: 'Open it from the list of sensors.',
  })
}
