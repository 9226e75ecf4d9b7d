// What is planted into the week, and what is known to be true of it: who did what, when, to whom, and whether it was misuse.
// SPDX-License-Identifier: EUPL-1.2

export const misuseKinds = [
  'vip',
  'colleague',
  'family',
  'own-record',
  'mass-access',
  'slow-scraping',
  'press-case',
  'break-glass-misuse',
  'outside-shift',
  'after-exit',
  'on-leave',
  'shared-account',
  'two-sites',
  'bulk-export',
  'print-run',
  'find-sweep',
  'move-unknown',
] as const

export const benignKinds = [
  'on-call-night',
  'emergency-team',
  'ward-round',
  'billing-day',
  'namesake-treated',
  'colleague-treated',
  'break-glass-real',
  'swap-unrecorded',
  'registry-export',
  'teaching',
  'new-staff',
  'night-service',
  'commuter',
] as const

export type MisuseKind = (typeof misuseKinds)[number]
export type BenignKind = (typeof benignKinds)[number]

export interface PlantedCase {
  readonly number: number
  readonly kind: MisuseKind | BenignKind
  readonly isMisuse: boolean
  /** One sentence for people. */
  readonly what: string
  readonly users: readonly string[]
  /** Numbers of the records concerned, at most the first twenty. */
  readonly records: readonly string[]
  readonly from: string
  readonly to: string
  readonly accesses: number
}
