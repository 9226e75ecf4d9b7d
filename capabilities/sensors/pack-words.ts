// Words that packs and sightings share, as the centre checks them.
// SPDX-License-Identifier: EUPL-1.2
import { registeredId } from '@salus/standards/sightings'

export type { PackManifest } from '@salus/standards/packs'

/** An id that a sighting can name; a rule with another one stays in the hospital. */
export function registeredIdOrNull(id: string): string | null {
  const read = registeredId.safeParse(id.toLowerCase())
  return read.success ? read.data : null
}
