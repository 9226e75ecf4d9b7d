// A CPE name as eleven attributes (NISTIR 7695, 5: well-formed name).
// SPDX-License-Identifier: EUPL-1.2

export const cpeAttributeNames = [
  'part',
  'vendor',
  'product',
  'version',
  'update',
  'edition',
  'language',
  'swEdition',
  'targetSw',
  'targetHw',
  'other',
] as const
export type CpeAttributeName = (typeof cpeAttributeNames)[number]

/** The logical values: any value at all, and "not applicable". */
export const any = '*'
export const na = '-'

/**
 * `*`, `-`, or a value as the formatted string binds it: lower case, `\` before punctuation that stands for
 * itself, bare `*` and `?` at its ends as wildcards.
 */
export type CpeAttribute = string

export type Cpe = Readonly<Record<CpeAttributeName, CpeAttribute>>

/** Part, vendor and product without escapes: the same for every version of a product. */
export function cpeBase(cpe: Cpe): string {
  return [cpe.part, cpe.vendor, cpe.product].map(unescapeAttribute).join(':')
}

/** The value as a person writes it: `cardio_net\!` is "cardio_net!". */
export function unescapeAttribute(value: CpeAttribute): string {
  return value.replaceAll(/\\(.)/g, '$1')
}
