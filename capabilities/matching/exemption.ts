// Whether a hospital's own documents free one of its products of all that an advisory warns of.
// SPDX-License-Identifier: EUPL-1.2
import type { ProductStatus } from '@salus/standards/advisory'
import type { Answer } from './verdict.ts'

/** What frees the product of one vulnerability. */
export interface ExemptionGround {
  readonly vulnerability: string
  readonly documentId: number
  /** Hex, of the document as received. */
  readonly sha256: string
  readonly pointer: string
  readonly status: ProductStatus
  readonly justifications: readonly string[]
  readonly impact: string | null
}

/**
 * Null unless every vulnerability of which the advisory warns, or of which it cannot tell, is covered: half an
 * all-clear is none. What the advisory says of all its vulnerabilities at once is covered by nothing.
 */
export function exemptionFrom(
  perVulnerability: ReadonlyMap<string | null, Answer>,
  groundOf: (vulnerability: string) => ExemptionGround | null,
): readonly ExemptionGround[] | null {
  const open = [...perVulnerability].filter(([, answer]) => answer === 'affected' || answer === 'cannot_tell')
  const grounds = open.map(([vulnerability]) => (vulnerability === null ? null : groundOf(vulnerability)))
  const covered = grounds.filter((ground) => ground !== null)
  return open.length > 0 && covered.length === open.length ? covered : null
}
