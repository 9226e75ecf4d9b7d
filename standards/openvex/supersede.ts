// Leaves of each product and vulnerability only what the document says last.
// SPDX-License-Identifier: EUPL-1.2
import type { JsonNode } from '../json/index.ts'
import type { Claim } from './claims.ts'

/**
 * OpenVEX 0.2.0, "Updating Statements with Inherited Data": earlier statements stay in the document as its history.
 * Two statuses of one instant contradict each other, so that nobody can tell.
 */
export function withoutSuperseded(claims: readonly Claim[], root: JsonNode): readonly Claim[] {
  const groups = Map.groupBy(claims, keyOf)
  return [...groups.values()].map((group) => lastOf(group, root))
}

function keyOf({ vulnerability, subject, inside }: Claim): string {
  return JSON.stringify([vulnerability.key, subject.key, inside?.key ?? null])
}

function lastOf(group: readonly Claim[], root: JsonNode): Claim {
  const latest = group.map(({ statedAt }) => statedAt ?? '').reduce((a, b) => (b > a ? b : a))
  const standing = group.filter(({ statedAt }) => (statedAt ?? '') === latest)
  // Groups of Map.groupBy are never empty, and neither is what is left of them.
  const last = standing.at(-1) as Claim
  if (standing.every(({ status }) => status === last.status)) return last
  root.faults.add(
    'contradiction',
    last.subject.pointer,
    `At one instant the document says ${[...new Set(standing.map(({ status }) => status))].join(' and ')} of this product for ${last.vulnerability.key}; neither counts.`,
    'Give the statement that stands a later timestamp.',
  )
  return { ...last, status: 'unknown', reason: null }
}
