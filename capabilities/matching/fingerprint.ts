// Identifies a naming by its content, so that each distinct one is stored and compared once.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { ProductName } from './product-name.ts'

/** Asked again for the same naming by each step of matching. */
const known = new WeakMap<ProductName, string>()

/** SHA-256 of the naming, hexadecimal. */
export function fingerprintOf(naming: ProductName): string {
  const before = known.get(naming)
  if (before !== undefined) return before
  const fingerprint = createHash('sha256').update(contentOf(naming)).digest('hex')
  known.set(naming, fingerprint)
  return fingerprint
}

function contentOf(naming: ProductName): string {
  const { vendor, product, model, fullName, purl, cpe, ecosystem, modelNumbers, family, udiDi, platforms } =
    naming
  return JSON.stringify([
    vendor,
    product,
    model,
    fullName,
    purl,
    cpe,
    ecosystem,
    modelNumbers,
    family,
    udiDi,
    platforms,
  ])
}
