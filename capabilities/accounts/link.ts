// One-time links: what they are for, and whether one can still be used.
// SPDX-License-Identifier: EUPL-1.2

export const linkPurposes = ['sign-in', 'recover-second-factor'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

export const linkLifeMs = 15 * 60_000
/** Afterwards the page cannot say any more why an old link does not work. */
export const linkKeptMs = 7 * 24 * 3_600_000

export type LinkState = 'usable' | 'used' | 'expired' | 'unknown'

export function linkStateOf(
  link: { readonly expiresAt: Date; readonly usedAt: Date | null } | null,
  now: Date,
): LinkState {
  if (!link) return 'unknown'
  if (link.usedAt) return 'used'
  return now < link.expiresAt ? 'usable' : 'expired'
}
