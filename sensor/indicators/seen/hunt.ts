// The hunt backwards: which indicators of a set were met in the last 90 days, before anybody knew them.
// SPDX-License-Identifier: EUPL-1.2
import { addressBytes } from '../../sigma/addresses.ts'
import { addressText, bytesOfNumber, numberOfBytes } from '../address.ts'
import { seenLimits } from '../limits.ts'
import type { SetEntry } from '../set/entry.ts'
import type { IndicatorSet } from '../set/open.ts'
import { onWarningList } from '../warning-lists.ts'
import type { Days } from './seen-table.ts'

export interface HuntHit {
  readonly entry: SetEntry
  /** `2026-11-27`; the first and the last day, which says nothing of those between. */
  readonly first: string
  readonly last: string
}

export interface Hunt {
  readonly hits: readonly HuntHit[]
  /** Indicators that were looked for. */
  readonly hunted: number
  /** Networks that have too many addresses to look for. */
  readonly tooWide: number
  /** Not looked for: hunted before, expired, or on a warning list. */
  readonly leftOut: number
}

type Find = (kind: 'ip' | 'domain' | 'url' | 'hash' | 'email', value: string) => Days | null

export interface HuntOptions {
  readonly sinceDay: number
  /** Milliseconds UTC. */
  readonly now: number
  readonly previous: IndicatorSet | null
}

export function huntIn(
  set: Pick<IndicatorSet, 'entries'>,
  find: Find,
  { sinceDay, now, previous }: HuntOptions,
): Hunt {
  const warned = onWarningList()
  const hits: HuntHit[] = []
  let hunted = 0
  let tooWide = 0
  let leftOut = 0
  let addressesLeft: number = seenLimits.maxHuntedAddresses
  for (const entry of set.entries()) {
    const isOver = entry.until !== null && entry.until <= now
    if (isOver || previous?.get(entry.type, entry.value) || warned(entry) !== null) {
      leftOut++
      continue
    }
    const addresses = entry.type === 'cidr' ? addressesOf(entry.value) : null
    if (entry.type === 'cidr' && (addresses === null || addresses.count > addressesLeft)) {
      tooWide++
      continue
    }
    addressesLeft -= addresses?.count ?? 0
    hunted++
    const days = addresses === null ? daysOf(entry, find) : daysOfNetwork(addresses, find)
    if (days !== null && days.last >= sinceDay) hits.push({ entry, ...textsOf(days) })
  }
  return { hits, hunted, tooWide, leftOut }
}

function daysOf({ type, value }: SetEntry, find: Find): Days | null {
  switch (type) {
    case 'domain':
    case 'email':
      return find(type, value)
    case 'ipv4':
    case 'ipv6':
      return find('ip', value)
    case 'url':
      // Queries are not remembered: there are too many, and they say much of people.
      return find('url', value.split('?')[0] ?? value)
    default:
      return find('hash', value)
  }
}

interface Addresses {
  readonly first: number
  readonly count: number
}

function addressesOf(value: string): Addresses | null {
  const [address = '', bits] = value.split('/')
  const bytes = addressBytes(address)
  if (bytes?.length !== 4 || Number(bits) < seenLimits.minHuntedPrefix) return null
  return { first: numberOfBytes(bytes), count: 2 ** (32 - Number(bits)) }
}

function daysOfNetwork({ first, count }: Addresses, find: Find): Days | null {
  let firstDay = Number.POSITIVE_INFINITY
  let lastDay = 0
  for (let number = first; number < first + count; number++) {
    const found = find('ip', addressText(bytesOfNumber(number)))
    if (found === null) continue
    firstDay = Math.min(found.first, firstDay)
    lastDay = Math.max(found.last, lastDay)
  }
  return lastDay === 0 ? null : { first: firstDay, last: lastDay }
}

function textsOf({ first, last }: Days): { readonly first: string; readonly last: string } {
  const text = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
  return { first: text(first), last: text(last) }
}
