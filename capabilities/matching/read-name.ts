// A product name read once for comparison: its vendor and every name it may go by.
// SPDX-License-Identifier: EUPL-1.2
import { rememberByObject, rememberByText } from './memo.ts'
import { type NameParts, readNames } from './name-parts.ts'
import type { ProductName } from './product-name.ts'
import { foldText, squeeze } from './text.ts'
import { readVendor, type Vendor, vendorWords } from './vendor.ts'
import { stemKey } from './words.ts'

export interface ReadName {
  readonly vendor: Vendor | null
  /** The company that the product text starts with; a reseller may stand in the vendor field. */
  readonly namedVendor: Vendor | null
  readonly names: readonly NameParts[]
  readonly vendorStems: ReadonlySet<string>
  /** Words of the family or title, which explain words of the other side. */
  readonly familyStems: ReadonlySet<string>
}

type NameFields = Pick<ProductName, 'vendor' | 'product' | 'fullName' | 'model' | 'family'>

export const readProductName: (name: ProductName) => ReadName = rememberByObject((name) => {
  const { vendor, product, fullName, model, family } = name
  const fields: NameFields = { vendor, product, fullName, model, family }
  return readFields(JSON.stringify(fields))
})

/** The same naming comes from the database as a new object each time, so it is also known by its text. */
const readFields = rememberByText((json): ReadName => readAnew(JSON.parse(json)))

function readAnew(name: NameFields): ReadName {
  const vendor = readVendor(name.vendor)
  const words = vendorWords(vendor)
  const names = textsOf(name).flatMap((text) => readNames(text, words))
  const company = names.find((one) => one.company !== null)?.company ?? null
  return {
    vendor,
    namedVendor: readVendor(company),
    names,
    vendorStems: new Set([...words].map(stemKey)),
    familyStems: new Set(stemsOf(name.family)),
  }
}

/** Product and model together are the name; the full name stands in where there is no product. */
function textsOf(name: NameFields): string[] {
  const product = name.product ?? name.fullName
  const withModel = [product, addsTo(product, name.model) ? name.model : null]
    .filter((part) => part !== null)
    .join(' ')
  const texts = withModel === '' ? [] : [withModel]
  return isTellingAlone(name) && name.model !== null ? [...texts, name.model] : texts
}

/** "Domain controller 2" is what a hospital calls it; the model column may hold the maker's whole name. */
function isTellingAlone(name: NameFields): boolean {
  const isFreeName = name.product !== null && name.product === name.fullName
  return isFreeName && /\p{L}{4}/u.test(name.model ?? '')
}

function addsTo(product: string | null, model: string | null): boolean {
  if (model === null) return false
  return product === null || !squeeze(foldText(product)).includes(squeeze(foldText(model)))
}

function stemsOf(text: string | null): string[] {
  if (text === null) return []
  return foldText(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
    .map(stemKey)
}
