// What becomes of an alert when the engine looks again: raised, opened again, changed silently, or ended.
// SPDX-License-Identifier: EUPL-1.2
import { type AlertState, isClosed } from './alert.ts'
import { type Urgency, urgencies } from './urgency.ts'

/** What the engine finds now for one hospital and one advisory. */
export interface Found {
  readonly affectedAssets: number
  readonly unsureAssets: number
  readonly urgency: Urgency
  /** Hexadecimal SHA-256 over what is to be done: fixes, workarounds, affected ranges. */
  readonly remediationFingerprint: string
  readonly exploited: boolean
}

/** What is stored from the time before. */
export interface Before {
  readonly state: AlertState
  readonly affectedAssets: number
  readonly unsureAssets: number
  readonly urgency: Urgency
  readonly remediationFingerprint: string
  readonly exploited: boolean
}

/** What made the engine look: an advisory (or the catalogue of exploited vulnerabilities), or an inventory. */
export type Cause = 'advisory' | 'inventory'

export type ReopenReason = 'fix-changed' | 'exploited' | 'more-assets' | 'more-urgent'

export type Revision =
  | { readonly kind: 'raise' }
  | { readonly kind: 'reopen'; readonly because: ReopenReason }
  /** Figures change, nobody is told: the remediation is the same (CSAF 2.1, 9.1.13 on new revisions). */
  | { readonly kind: 'update' }
  | { readonly kind: 'withdraw' }
  /** The inventory no longer holds an affected version. */
  | { readonly kind: 'resolve' }
  | { readonly kind: 'none' }

export function reviseAlert(before: Before | null, found: Found | null, cause: Cause): Revision {
  if (before === null) return found ? { kind: 'raise' } : { kind: 'none' }
  if (found === null) return endOf(before, cause)
  const because = reasonToReopen(before, found)
  if (because) return { kind: 'reopen', because }
  return isSame(before, found) ? { kind: 'none' } : { kind: 'update' }
}

function endOf(before: Before, cause: Cause): Revision {
  if (isClosed(before.state)) return { kind: 'none' }
  return { kind: cause === 'advisory' ? 'withdraw' : 'resolve' }
}

function reasonToReopen(before: Before, found: Found): ReopenReason | null {
  if (found.exploited && !before.exploited) return 'exploited'
  if (found.remediationFingerprint !== before.remediationFingerprint) return 'fix-changed'
  if (before.state === 'withdrawn')
    return found.affectedAssets + found.unsureAssets > 0 ? 'more-assets' : 'fix-changed'
  if (isClosed(before.state) && found.affectedAssets > before.affectedAssets) return 'more-assets'
  if (urgencies.indexOf(found.urgency) < urgencies.indexOf(before.urgency)) return 'more-urgent'
  return null
}

function isSame(before: Before, found: Found): boolean {
  return (
    before.affectedAssets === found.affectedAssets &&
    before.unsureAssets === found.unsureAssets &&
    before.urgency === found.urgency
  )
}
