// How far a hospital is with one vulnerability on one asset, and what that makes of the asset as a whole.
// SPDX-License-Identifier: EUPL-1.2

/** CSAF 2.1, clauses 13 and 17: "not remediated", "remediation in progress", "remediation done". */
export const remediationStatuses = ['not-remediated', 'in-progress', 'done'] as const
export type RemediationStatus = (typeof remediationStatuses)[number]

export type RemediationCounts = Readonly<Record<RemediationStatus, number>>

/** Done when every vulnerability is; in progress when something was begun and not all is done. */
export function statusOfAsset(statuses: readonly RemediationStatus[]): RemediationStatus {
  if (statuses.length > 0 && statuses.every((status) => status === 'done')) return 'done'
  return statuses.every((status) => status === 'not-remediated') ? 'not-remediated' : 'in-progress'
}

export function countStatuses(statuses: readonly RemediationStatus[]): RemediationCounts {
  const count = (status: RemediationStatus) => statuses.filter((one) => one === status).length
  return {
    'not-remediated': count('not-remediated'),
    'in-progress': count('in-progress'),
    done: count('done'),
  }
}
