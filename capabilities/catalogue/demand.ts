// What is asked for, by country, pillar and size: requests are counted, never facts, and small groups have no figure.
// SPDX-License-Identifier: EUPL-1.2
import { pillars } from './item.ts'
import { houseSizes } from './kinds/measure.ts'
import type { ItemRequest } from './request.ts'

export const demandDimensions = ['country', 'pillar', 'size'] as const
export type DemandDimension = (typeof demandDimensions)[number]

/** Fewer members than this are not counted: a figure would name them. */
export const minimumMembers = 3

export interface DemandRow {
  readonly category: string
  /** Null: fewer than `minimumMembers` members asked. */
  readonly requests: number | null
}

type Counted = Pick<ItemRequest, 'organisationId' | 'country' | 'houseSize' | 'pillars'>

/** Rows in the order of the categories; countries by their number. A request with two pillars counts in both. */
export function demandBy(dimension: DemandDimension, requests: readonly Counted[]): readonly DemandRow[] {
  const groups = new Map<string, Counted[]>()
  for (const request of requests)
    for (const category of categoriesOf(dimension, request)) {
      const group = groups.get(category)
      if (group) group.push(request)
      else groups.set(category, [request])
    }
  const rows = [...groups].map(([category, group]) => ({ category, requests: countOf(group) }))
  return rows.toSorted(
    (a, b) =>
      orderOf(dimension, a.category) - orderOf(dimension, b.category) ||
      (b.requests ?? 0) - (a.requests ?? 0) ||
      a.category.localeCompare(b.category),
  )
}

function countOf(group: readonly Counted[]): number | null {
  return new Set(group.map(({ organisationId }) => organisationId)).size < minimumMembers
    ? null
    : group.length
}

function categoriesOf(dimension: DemandDimension, request: Counted): readonly string[] {
  switch (dimension) {
    case 'country':
      return [request.country]
    case 'size':
      return [request.houseSize ?? 'unknown']
    case 'pillar':
      return [...new Set(request.pillars)]
  }
}

function orderOf(dimension: DemandDimension, category: string): number {
  const order: readonly string[] =
    dimension === 'size' ? [...houseSizes, 'unknown'] : dimension === 'pillar' ? pillars : []
  return order.indexOf(category)
}
