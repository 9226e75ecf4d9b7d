// Reads the product of an affected entry of a CVE record.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedProduct } from '../advisory/advisory.ts'
import { isPlaceholder } from '../advisory/version-text.ts'
import { type JsonNode, textAt, textsAt } from '../json/index.ts'
import { readCollection } from './collections.ts'

/** Null with a warning if the entry names nothing that a match could start from (`n/a` by `n/a`). */
export function readProduct(entry: JsonNode): StatedProduct | null {
  const vendor = stated(textAt(entry, 'vendor'))
  const packageName = stated(textAt(entry, 'packageName'))
  const name = stated(textAt(entry, 'product')) ?? packageName
  const cpes = textsAt(entry, 'cpes')
  const packageUrl = textAt(entry, 'packageURL')
  if (name === null && cpes.length === 0 && packageUrl === null) return reportNameless(entry)
  const collectionUrl = textAt(entry, 'collectionURL')
  const collection =
    collectionUrl === null || packageName === null ? null : readCollection(collectionUrl, packageName)
  return {
    vendor,
    name,
    family: null,
    fullName: fullNameOf(vendor, name ?? cpes[0] ?? packageUrl ?? '', textsAt(entry, 'modules')),
    ecosystem: collection?.ecosystem ?? null,
    purls: [packageUrl, collection?.purl ?? null].filter((purl) => purl !== null),
    cpes,
    modelNumbers: [],
    serialNumbers: [],
    skus: [],
    platforms: textsAt(entry, 'platforms'),
  }
}

/** Null for `n/a`; names copied from CPE names lose their escapes (`lts\:extended`). */
function stated(text: string | null): string | null {
  return text === null || isPlaceholder(text) ? null : text.replaceAll(/\\([^\w\s])/g, '$1')
}

function fullNameOf(vendor: string | null, name: string, modules: readonly string[]): string {
  const plain =
    vendor === null || name.toLowerCase().startsWith(vendor.toLowerCase()) ? name : `${vendor} ${name}`
  return modules.length === 0 ? plain : `${plain} (${modules.slice(0, 10).join(', ')})`
}

function reportNameless(entry: JsonNode): null {
  entry.faults.add(
    'nameless-product',
    entry.pointer,
    'This entry names no product ("n/a"), so that nothing can be matched; only the description may name it.',
    'Read the description; if you run the product, add it as an affected product by hand.',
  )
  return null
}
