// What the packs of the state folder let a hospital tell: their rules by the manifest, their indicators by the listed ids.
// SPDX-License-Identifier: EUPL-1.2
import { isTellableIdsName, type PackManifest, readManifest, tellableAmong } from '@salus/standards/packs'
import type { TlpLevel } from '@salus/standards/stix'
import type { PackRecord } from '../packs/record.ts'
import { existingStore, type PackStore } from '../packs/store.ts'
import type { SightingPack } from './draft.ts'

/** By id, of the indicators that were asked for and are there; null where nobody marked it. */
export type MarkedIndicators = ReadonlyMap<string, TlpLevel | null>

export function sightingPack(
  { id, sequence, rules, indicators }: Pick<PackManifest, 'id' | 'sequence' | 'rules' | 'indicators'>,
  marked: MarkedIndicators,
): SightingPack {
  return {
    reference: { id, sequence },
    whyNot(kind, about) {
      if (kind === 'rule') {
        const rule = Object.hasOwn(rules, about) ? rules[about] : undefined
        if (!rule) return 'unknown-id'
        return rule.sightings ? null : 'not-to-be-shared'
      }
      const tlp = marked.get(about)
      if (tlp === undefined) return 'unknown-id'
      return tlp === 'red' || indicators?.sightings !== true ? 'not-to-be-shared' : null
    },
  }
}

/**
 * Of all packs that are kept, because findings of yesterday may be of the pack before. A pack that is damaged is left out:
 * its ids cannot be checked, so nothing of it is told. `indicatorIds`: those that findings name.
 */
export async function sightingPacks(
  stateFolder: string,
  indicatorIds: ReadonlySet<string>,
): Promise<readonly SightingPack[]> {
  const store = await existingStore(stateFolder)
  if (store === null) return []
  const packs: SightingPack[] = []
  for (const record of (await store.records()).records) {
    const manifest = await manifestOf(store, record)
    if (manifest) packs.push(sightingPack(manifest, await markedOf(store, record, indicatorIds)))
  }
  return packs
}

async function manifestOf(
  store: PackStore,
  { parts, id, sequence }: PackRecord,
): Promise<PackManifest | null> {
  const bytes = parts['manifest.json'] ? await store.part(parts['manifest.json']) : null
  if (bytes === null) return null
  const manifest = readManifest(bytes)
  return manifest.id === id && manifest.sequence === sequence ? manifest : null
}

/** Of those that were asked for, the ones that the pack lists as to be told; TLP:RED is in no pack. */
async function markedOf(
  store: PackStore,
  { parts }: PackRecord,
  wanted: ReadonlySet<string>,
): Promise<MarkedIndicators> {
  const marked = new Map<string, TlpLevel | null>()
  if (wanted.size === 0) return marked
  for (const [name, part] of Object.entries(parts)) {
    const bytes = isTellableIdsName(name) ? await store.part(part) : null
    if (bytes === null) continue
    const read = async (at: number, length: number) => bytes.subarray(at, at + length)
    for (const id of await tellableAmong({ size: bytes.length, read }, wanted)) marked.set(id, null)
  }
  return marked
}
