// One page of the list of advisories, and the place where the next one starts.
// SPDX-License-Identifier: EUPL-1.2
import type { CentreScope } from '../../../platform/database/database.ts'
import type { ListQuery } from '../contract/list.ts'
import { directionOf, writePlace } from '../listing-order.ts'
import { type ListedAdvisory, listAdvisories } from '../store/listing.ts'

export interface ListPage {
  readonly advisories: readonly ListedAdvisory[]
  /** For the next page; null on the last one. */
  readonly after: string | null
}

/** A place that belongs to another order is of no use in this one: the list starts anew. */
export async function listPageOf(
  scope: CentreScope,
  { order = 'recorded', direction: asked, after, ...filter }: ListQuery,
  personId: number,
  pageSize: number,
): Promise<ListPage> {
  const direction = directionOf(order, asked ?? null)
  const fits = after?.order === order && after.direction === direction
  const rows = await listAdvisories(scope, {
    filter,
    order,
    direction,
    after: fits ? after : null,
    personId,
    limit: pageSize + 1,
  })
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    advisories: rows.slice(0, pageSize).map(({ key: _, ...advisory }) => advisory),
    after: last === undefined ? null : writePlace({ order, direction, key: last.key, id: last.id }),
  }
}
