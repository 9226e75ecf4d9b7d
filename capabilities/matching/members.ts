// The models or products that a statement names in the place of versions, taken apart like names.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedProduct } from '@salus/standards/advisory'
import { codeKey } from './codes.ts'
import { type NameParts, readNames } from './name-parts.ts'
import { readNameText } from './name-text.ts'
import { readVendor, vendorWords } from './vendor.ts'

export interface StatedMembers {
  /** Each member alone and behind the product's name. */
  readonly names: readonly NameParts[]
  /** Models that the product's own name holds, as keys. */
  readonly codesOfProduct: readonly string[]
}

export function readMembers(product: StatedProduct, members: readonly string[]): StatedMembers {
  const words = vendorWords(readVendor(product.vendor))
  const name = product.name ?? ''
  const { core } = readNameText(name)
  return {
    names: members.flatMap((member) => [
      ...readNames(`${core} ${member}`, words),
      ...readNames(member, words),
    ]),
    codesOfProduct: readNames(name, words).flatMap((one) => one.codes.flat().map(codeKey)),
  }
}
