// Where a page of the list of advisories starts: the filter of a request, and the place after its last row.
// SPDX-License-Identifier: EUPL-1.2
import type { ListQuery } from './contract.ts'

/** Instant and number of a row, by which the next page is found however many rows come in meanwhile. */
export function afterOf({ recordedAt, id }: { readonly recordedAt: Date; readonly id: number }): string {
  return `${recordedAt.toISOString()}~${id}`
}

export function filterOf({ q, state, validity, format, after }: ListQuery, limit: number) {
  const [recordedAt = '', id = ''] = after?.split('~') ?? []
  return {
    search: q.trim(),
    state: state ?? null,
    validity: validity ?? null,
    format: format ?? null,
    after: after ? { recordedAt: new Date(recordedAt), id: Number(id) } : null,
    limit,
  }
}
