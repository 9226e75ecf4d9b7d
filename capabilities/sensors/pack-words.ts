// Words that packs and sightings share, as the centre checks them.
// SPDX-License-Identifier: EUPL-1.2
import { registeredId } from '../../standards/sightings/index.ts'

export type { PackManifest } from '../../standards/packs/index.ts'

/** An id that a sighting can name; a rule with another one stays in the hospital. */
export function registeredIdOrNull(id: string): string | null {
  const read = registeredId.safeParse(id.toLowerCase())
  return read.success ? read.data : null
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The sixteen bytes of a UUID; null where the id is a word. */
export function uuidBytes(id: string): Buffer | null {
  return uuid.test(id) ? Buffer.from(id.replaceAll('-', ''), 'hex') : null
}
