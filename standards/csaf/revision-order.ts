// Puts revisions of the same instant into the order of their numbers, for CSAF 6.1.21.
// SPDX-License-Identifier: EUPL-1.2

/**
 * A copy whose revision history is sorted by number. The library sorts it by date afterwards and keeps the
 * order of equal dates, so that a history written newest first is no longer taken for one without a start.
 */
export function withOrderedRevisions(document: unknown): unknown {
  if (!isObject(document) || !isObject(document.document)) return document
  const { tracking } = document.document
  if (!isObject(tracking) || !Array.isArray(tracking.revision_history)) return document
  const revisions = tracking.revision_history.toSorted((one: unknown, other: unknown) =>
    natural.compare(numberOf(one), numberOf(other)),
  )
  return {
    ...document,
    document: { ...document.document, tracking: { ...tracking, revision_history: revisions } },
  }
}

const natural = new Intl.Collator('en', { numeric: true })

function numberOf(revision: unknown): string {
  const number = isObject(revision) ? revision.number : undefined
  return typeof number === 'string' ? number : ''
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
