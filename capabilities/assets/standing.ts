// The standing of assets as bits: which network exposures and which clinical roles there are among them.
// SPDX-License-Identifier: EUPL-1.2
import type { ClinicalRole, NetworkExposure } from '@salus/standards/inventory'

/** Most exposed first; null is "the list does not say", which counts as reachable inside the hospital. */
export const exposureBits: readonly (NetworkExposure | null)[] = [
  'internet',
  'hospital-network',
  null,
  'isolated',
  'offline',
]

/** Most important first; null is "the list does not say". */
export const roleBits: readonly (ClinicalRole | null)[] = [
  'life-supporting',
  'diagnostic',
  'records',
  'support',
  'office',
  null,
]

export interface Standing {
  readonly exposures: readonly (NetworkExposure | null)[]
  readonly clinicalRoles: readonly (ClinicalRole | null)[]
}

export function standingFrom(bits: number): Standing {
  const has = (position: number) => (bits & (1 << position)) !== 0
  return {
    exposures: exposureBits.filter((_, index) => has(index)),
    clinicalRoles: roleBits.filter((_, index) => has(exposureBits.length + index)),
  }
}
