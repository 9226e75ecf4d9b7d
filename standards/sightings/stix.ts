// Writes sightings as STIX 2.1 sighting objects (5.3), for peers of the centre: what was seen, by nobody who is named.
// SPDX-License-Identifier: EUPL-1.2
import { uuidOf } from '../stix/index.ts'
import { endOfHour } from './parts.ts'
import type { Sighting } from './sighting.ts'
import type { CountBucket } from './words.ts'

export interface SightingProducer {
  /** The centre, never a hospital. */
  readonly name: string
  readonly madeAt: Date
}

/** The least that each bucket says; STIX wants a number. */
const leastOf: Readonly<Record<CountBucket, number>> = { '1': 1, '2-5': 2, '6-20': 6, '>20': 21 }

const uuidForm = /(?:^|--)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

/**
 * A bundle with the producer and the sightings; each refers to an indicator by its id, a Sigma rule to the indicator made
 * of it. The same sighting gives the same object. No `where_sighted_refs`: nobody is named.
 */
export function stixSightings(
  sightings: readonly Sighting[],
  { name, madeAt }: SightingProducer,
): Record<string, unknown> {
  const at = madeAt.toISOString()
  const producer = `identity--${uuidOf(`identity producer ${name}`)}`
  const who = {
    type: 'identity',
    spec_version: '2.1',
    id: producer,
    created: at,
    modified: at,
    name,
    identity_class: 'organization',
  }
  const objects = sightings.map((sighting, index) => sightingObject(sighting, index, producer, at))
  return { type: 'bundle', id: `bundle--${uuidOf(`sightings ${name} ${at}`)}`, objects: [who, ...objects] }
}

/** Equal sightings are of different hospitals, so their place in the list tells them apart. */
function sightingObject(sighting: Sighting, index: number, producer: string, at: string) {
  const { kind, id, hour, count, assetClass, outcome, pack } = sighting
  const start = new Date(Date.parse(hour)).toISOString()
  const end = new Date(endOfHour(hour) - 1).toISOString()
  return {
    type: 'sighting',
    spec_version: '2.1',
    id: `sighting--${uuidOf(`sighting ${producer} ${at} ${index} ${JSON.stringify(sighting)}`)}`,
    created_by_ref: producer,
    created: at,
    modified: at,
    first_seen: start,
    last_seen: end,
    count: leastOf[count],
    sighting_of_ref: `indicator--${uuidForm.exec(id)?.[1] ?? uuidOf(`${kind} ${pack.id} ${id}`)}`,
    labels: [`count-${labelOf(count)}`, `asset-${assetClass}`, `outcome-${outcome}`],
  }
}

const labelOf = (count: CountBucket) => (count === '>20' ? 'above-20' : count)
