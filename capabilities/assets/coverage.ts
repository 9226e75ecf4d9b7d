// Coverage: how much of the inventory can be compared with advisories, so that silence is not mistaken for safety.
// SPDX-License-Identifier: EUPL-1.2
import type { AssetFacts, Matchable } from './asset.ts'

export interface CoverageCount {
  readonly matchable: Matchable
  readonly lifeSupporting: boolean
  readonly assets: number
}

export interface Coverage {
  readonly total: number
  readonly matchable: number
  readonly needsVersion: number
  readonly needsProduct: number
  /** Of those that cannot be matched, how many keep somebody alive. */
  readonly lifeSupportingUnmatched: number
}

export function coverageFrom(counts: readonly CoverageCount[]): Coverage {
  const sum = (wanted: (count: CoverageCount) => boolean): number =>
    counts.filter(wanted).reduce((total, count) => total + count.assets, 0)
  return {
    total: sum(() => true),
    matchable: sum((count) => count.matchable === 'yes'),
    needsVersion: sum((count) => count.matchable === 'needs-version'),
    needsProduct: sum((count) => count.matchable === 'needs-product'),
    lifeSupportingUnmatched: sum((count) => count.matchable !== 'yes' && count.lifeSupporting),
  }
}

/** Before anything is stored: what matching will probably say of these facts. */
export function expectMatchable(facts: AssetFacts): Matchable {
  const named = facts.purl ?? facts.cpe ?? facts.udiDi ?? facts.product ?? facts.model
  if (named === null && (facts.vendor === null || facts.name === null)) return 'needs-product'
  if (facts.version !== null) return 'yes'
  return statesVersion(facts) ? 'yes' : 'needs-version'
}

/** `pkg:npm/a@1.2.3`, `cpe:2.3:o:vendor:product:1.2:…`. */
function statesVersion(facts: AssetFacts): boolean {
  if (facts.purl && /@[^@/?#]+(?:[?#]|$)/.test(facts.purl.slice(0, 500))) return true
  const version = facts.cpe?.split(':')[5]
  return version !== undefined && version !== '' && version !== '*' && version !== '-'
}
