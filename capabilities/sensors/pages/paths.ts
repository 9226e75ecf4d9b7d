// Addresses of the pages about sensors, sightings and packs.
// SPDX-License-Identifier: EUPL-1.2
import type { SightingKind } from '@salus/standards/sightings'

export const memberBase = '/o/:organisationId/sensors'
export const sensorsHref = (organisationId: number) => `/o/${organisationId}/sensors`
export const sensorHref = (organisationId: number, id: string) => `${sensorsHref(organisationId)}/${id}`

/** The address that people type at the machine; what comes bears its version. */
export const downloadHref = '/sensor/salus-sensor.tgz'

export const sightingsHref = '/centre/sightings'
export const itemBase = '/centre/sightings/:kind/:itemId'
export const itemHref = (kind: SightingKind, itemId: string) => `${sightingsHref}/${kind}/${itemId}`
export const warnHref = (kind: SightingKind, itemId: string) => `${itemHref(kind, itemId)}/warn`
export const packsHref = '/centre/packs'
