// The door of sensors: enrolment, health and coverage, packs, sightings without names, and warnings to the others.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { sensorIdentifier } from './actions/identify.ts'
import { sensorJobs } from './jobs.ts'
import { sensorPages } from './pages/index.ts'
import { packsHref, sensorsHref, sightingsHref } from './pages/paths.ts'
import { sensorRoutes } from './routes.ts'

/** For the command line. */
export { packageSensor } from './actions/package-sensor.ts'
export { type PublishedPack, publishPack } from './actions/publish-pack.ts'

export function createSensors(context: Context): Capability {
  const identify = sensorIdentifier(context)
  return {
    name: 'sensors',
    permissions: {
      'sensors:read': ['reader', 'responder', 'lead'],
      'sensors:enrol': ['lead'],
      'sightings:read': ['duty-officer', 'administrator'],
      'sightings:warn': ['duty-officer', 'administrator'],
      'packs:publish': ['administrator'],
    },
    routes: sensorRoutes(context, identify),
    pages: sensorPages(context, identify),
    subscriptions: [],
    jobs: sensorJobs(context),
    menu: [
      {
        area: 'member',
        label: 'sensors.menu',
        permission: 'sensors:read',
        position: 49,
        href: sensorsHref,
      },
      {
        area: 'centre',
        label: 'sensors.menu.sightings',
        permission: 'sightings:read',
        position: 13,
        href: () => sightingsHref,
      },
      {
        area: 'centre',
        label: 'sensors.menu.packs',
        permission: 'sightings:read',
        position: 55,
        href: () => packsHref,
      },
    ],
  }
}
