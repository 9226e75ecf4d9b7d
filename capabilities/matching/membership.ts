// Whether an item is one of the models or products that a statement names in the place of versions.
// SPDX-License-Identifier: EUPL-1.2

import { codeKey } from './codes.ts'
import type { MatchableStatement } from './matchable.ts'
import { rememberByObject } from './memo.ts'
import { compareNames } from './name-comparison.ts'
import type { ProductName } from './product-name.ts'
import { readProductName } from './read-name.ts'
import { foldText, squeeze } from './text.ts'

export interface Membership {
  /** Null where no members are named, or the item does not say which one it is. */
  readonly isMember: boolean | null
  readonly models: readonly string[]
}

export function readMembership(name: ProductName, { range, members, names }: MatchableStatement): Membership {
  const own = readProductName(name)
  const stated = names[0]
  const { codes, models } = readModels(name)
  if (range.members.length === 0 || !stated) return { isMember: null, models }
  const other = readProductName(stated)
  const context = {
    ownWords: own.vendorStems,
    explained: new Set([...other.vendorStems, ...other.familyStems]),
  }
  const { names: memberNames, codesOfProduct } = members()
  const isMember = memberNames.some((one) =>
    own.names.some((mine) => ['same', 'member'].includes(compareNames(mine, one, context).outcome)),
  )
  if (isMember) return { isMember: true, models }
  if (codes.some((code) => !codesOfProduct.includes(codeKey(code)))) return { isMember: false, models }
  // The name itself is a model, so what stands in the place of versions is a configuration that may apply.
  return { isMember: codesOfProduct.length > 0 && codes.length > 0 ? true : null, models }
}

const readModels = rememberByObject((name: ProductName) => {
  const codes = readProductName(name).names.flatMap((one) => [...one.codes.flat(), ...one.remarkCodes])
  const models = [...name.modelNumbers.map((text) => squeeze(foldText(text))), ...codes.map(codeKey)]
  return { codes, models: [...new Set(models)] }
})
