// What an indicator is: one value that harm has been seen with, who says so, since when, and until when.
// SPDX-License-Identifier: EUPL-1.2

import type { TlpLevel } from '@salus/standards/stix'
import { uuidOf } from '../../standards/stix/identifier.ts'

export const indicatorTypes = [
  'domain',
  'ipv4',
  'ipv6',
  'cidr',
  'md5',
  'sha1',
  'sha256',
  'url',
  'email',
] as const
export type IndicatorType = (typeof indicatorTypes)[number]

export interface Indicator {
  readonly type: IndicatorType
  /** In the one form of its type (`values.ts`): two writings of the same thing are the same text. */
  readonly value: string
  /** The list's own UUID or the registered id of a pack; null where the list has none: then type and value name it. */
  readonly id: string | null
  /** Milliseconds UTC; null where the list does not say. */
  readonly since: number | null
  /** Milliseconds UTC; null where it does not end. */
  readonly until: number | null
  readonly tlp: TlpLevel | null
  /** 0 to 100, as in STIX 2.1 (appendix A); null where nobody said. */
  readonly confidence: number | null
  readonly list: string
  /** Who says so. */
  readonly source: string | null
  readonly licence: string | null
}

/** The same indicator has the same id in every hospital, without a list that says it. */
export function indicatorId({ id, type, value }: Pick<Indicator, 'id' | 'type' | 'value'>): string {
  return id ?? uuidOf(`indicator ${type} ${value}`)
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** As `registeredId` of standards/sightings: what a sighting can name. */
const registeredForm = /^[a-z0-9]+(?:-{1,2}[a-z0-9]+)*$/
const maxIdUnits = 64

export function isUuid(text: string): boolean {
  return uuidForm.test(text)
}

/** A UUID in small letters, or a registered id; null for everything else. */
export function readId(text: string): string | null {
  if (isUuid(text)) return text.toLowerCase()
  return text.length <= maxIdUnits && registeredForm.test(text) ? text : null
}
