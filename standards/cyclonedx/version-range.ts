// The rule of CycloneDX 1.7 that its schemas only tell in words: a range of versions is for external components.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import { quote } from '../inventory/quote.ts'
import type { Bom, BomComponent } from './bom.ts'

const maxFaults = 20

export function findVersionRangeFaults(bom: Bom): Fault[] {
  if (bom.version < '1.7') return []
  const faults: Fault[] = []
  const pending: BomComponent[] = [...bom.components]
  if (bom.subject !== null) pending.push(bom.subject)
  for (let next = pending.pop(); next !== undefined && faults.length < maxFaults; next = pending.pop()) {
    if (next.versionRange !== null && !next.isExternal) faults.push(rangeOfOwnComponent(next))
    for (const child of next.children()) pending.push(child)
  }
  return faults.reverse()
}

function rangeOfOwnComponent(component: BomComponent): Fault {
  return {
    code: 'cyclonedx/version-range',
    place: component.place,
    detail: `The component "${quote(component.name ?? '', 60)}" has a range of versions, which only external components may have.`,
    remedy: 'State its version, or mark it as external (isExternal) in the program that made the document.',
  }
}
