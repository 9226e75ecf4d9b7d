// The orders in which documents can be listed, and the place in one of them where a page starts.
// SPDX-License-Identifier: EUPL-1.2

/** What the key of an order is; instants and numbers begin with the newest and the highest, texts with A. */
const kinds = {
  recorded: 'instant',
  released: 'instant',
  firstReleased: 'instant',
  score: 'number',
  severity: 'rank',
  title: 'text',
  publisher: 'text',
  publisherNamespace: 'text',
  publisherCategory: 'text',
  trackingId: 'text',
  product: 'text',
  vendor: 'text',
  productVersion: 'text',
  cve: 'text',
  category: 'text',
  format: 'text',
  tlp: 'text',
  state: 'text',
  status: 'text',
  version: 'text',
  history: 'text',
} as const
export type ListOrder = keyof typeof kinds
// The keys of a constant object are the names of its orders.
export const listOrders = Object.keys(kinds) as [ListOrder, ...ListOrder[]]

export type Direction = 'up' | 'down'
export type OrderKey = string | number | Date

export function directionOf(order: ListOrder, asked: Direction | null): Direction {
  return asked ?? (kinds[order] === 'text' ? 'up' : 'down')
}

/** By key and number of a row the next page is found, however many rows come in meanwhile. */
export interface Place {
  readonly order: ListOrder
  readonly direction: Direction
  readonly key: OrderKey
  readonly id: number
}

export const maxPlaceCharacters = 2_000
/** Stands for an instant that is not stated; before all others. */
const unstated = '-infinity'

export function writePlace({ order, direction, key, id }: Place): string {
  const text = key instanceof Date ? key.toISOString() : Number.isFinite(key) ? key : String(key)
  const written = key === Number.NEGATIVE_INFINITY ? unstated : text
  return Buffer.from(JSON.stringify([order, direction, written, id])).toString('base64url')
}

/** Null for anything that `writePlace` did not write: it comes from outside. */
export function readPlace(text: string): Place | null {
  const parts = partsOfPlace(text)
  if (parts === null) return null
  const [order, direction, written, id] = parts
  if (!isOrder(order) || (direction !== 'up' && direction !== 'down')) return null
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 1) return null
  const key = readKey(kinds[order], written)
  return key === null ? null : { order, direction, key, id }
}

function partsOfPlace(text: string): readonly unknown[] | null {
  if (text.length > maxPlaceCharacters) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(parts) && parts.length === 4 ? parts : null
  } catch {
    return null
  }
}

function isOrder(order: unknown): order is ListOrder {
  return typeof order === 'string' && Object.hasOwn(kinds, order)
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

function readKey(kind: (typeof kinds)[ListOrder], written: unknown): OrderKey | null {
  if (kind === 'number') return typeof written === 'number' && Number.isFinite(written) ? written : null
  if (typeof written !== 'string' || !written.isWellFormed() || written.includes('\u0000')) return null
  if (kind !== 'instant' || written === unstated) return written
  return instant.test(written) && !Number.isNaN(Date.parse(written)) ? new Date(written) : null
}
