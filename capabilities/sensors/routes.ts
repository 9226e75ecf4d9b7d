// The addresses that sensors ask; every request and answer is a closed schema of standards/sightings.
// SPDX-License-Identifier: EUPL-1.2

import {
  enrolAnswer,
  enrolRequest,
  epochAnswer,
  epochTokenAnswer,
  epochTokenRequest,
  healthAnswer,
  healthReport,
  sightingsAnswer,
  sightingsMessage,
} from '@salus/standards/sightings'
import type { Context } from '../../platform/context.ts'
import { defineRoute, type Route } from '../../platform/http/endpoint.ts'
import { nothing } from '../../platform/http/input.ts'
import { enroller } from './actions/enrol.ts'
import { epochKeeper, signPseudonym } from './actions/epoch.ts'
import { type Identify, takeHealth } from './actions/identify.ts'
import { notAnonymous, sightingsTaker } from './actions/take-sightings.ts'

export function sensorRoutes(context: Context, identify: Identify): readonly Route[] {
  const enrol = enroller(context)
  const presentEpoch = epochKeeper(context)
  const takeSightings = sightingsTaker(context)
  return [
    defineRoute({
      method: 'POST',
      path: '/v1/sensors/enrol',
      permission: 'public',
      summary: 'Enrol a sensor with the code that a hospital made for it.',
      params: nothing,
      query: nothing,
      body: enrolRequest,
      reply: enrolAnswer,
      handle: ({ body, remoteAddress, now }) => enrol(body.code, remoteAddress, now),
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/sensors/health',
      permission: 'public',
      summary: 'Say how the sensor is; with its token.',
      params: nothing,
      query: nothing,
      body: healthReport,
      reply: healthAnswer,
      async handle(request) {
        await takeHealth(context, await identify(request), request.body, request.now)
        return { taken: true as const }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/v1/sensors/epoch',
      permission: 'public',
      summary: 'The present epoch and the key that signs its pseudonyms; the same for everybody.',
      params: nothing,
      query: nothing,
      body: nothing,
      reply: epochAnswer,
      async handle(request) {
        if (request.bearerToken !== null) await identify(request)
        const { epoch, beginsAt, endsAt, publicKey } = await presentEpoch(request.now)
        return {
          epoch,
          from: beginsAt.toISOString(),
          until: endsAt.toISOString(),
          publicKey: publicKey.toString('base64url'),
        }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/sensors/epoch/token',
      permission: 'public',
      summary: 'Have the pseudonym of this epoch signed unseen, once for each organisation; with its token.',
      params: nothing,
      query: nothing,
      body: epochTokenRequest,
      reply: epochTokenAnswer,
      async handle(request) {
        const { organisationId } = await identify(request)
        const asked = {
          epoch: request.body.epoch,
          blinded: Buffer.from(request.body.blinded, 'base64url'),
        }
        const signature = await signPseudonym(context, organisationId, asked, request.now)
        return { signature: signature.toString('base64url') }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/sightings',
      permission: 'public',
      summary: 'Tell of sightings under a signed pseudonym; without any token.',
      params: nothing,
      query: nothing,
      body: sightingsMessage,
      reply: sightingsAnswer,
      handle(request) {
        if (request.bearerToken !== null || request.caller !== null) throw notAnonymous()
        return takeSightings(request.body, request.remoteAddress, request.now)
      },
    }),
  ]
}
