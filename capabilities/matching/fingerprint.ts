// Identifies a naming by its content, so that each distinct one is stored and compared once.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { rememberByObject } from './memo.ts'
import type { ProductName } from './product-name.ts'

/** SHA-256 of the naming, hexadecimal. */
export const fingerprintOf: (naming: ProductName) => string = rememberByObject((naming) =>
  createHash('sha256').update(contentOf(naming)).digest('hex'),
)

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
