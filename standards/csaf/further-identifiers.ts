// Reads the helpers that identify a product by its files, its SBOM, or another system (CSAF, 3.1.3.3).
// SPDX-License-Identifier: EUPL-1.2
import type { StatedHash, StatedProduct } from '../advisory/advisory.ts'
import { type JsonNode, objectsAt, textAt, textsAt } from '../json/index.ts'

export type FurtherIdentifiers = Pick<StatedProduct, 'hashes' | 'sbomUrls' | 'genericUris'>

/** Only what the helper holds; a hash or URI that lacks a part is left to the schema's fault. */
export function readFurtherIdentifiers(helper: JsonNode): FurtherIdentifiers {
  const hashes = objectsAt(helper, 'hashes').flatMap(readHashes)
  const sbomUrls = textsAt(helper, 'sbom_urls')
  const genericUris = objectsAt(helper, 'x_generic_uris').flatMap((node) => {
    const [namespace, uri] = [textAt(node, 'namespace'), textAt(node, 'uri')]
    return namespace === null || uri === null ? [] : [{ namespace, uri }]
  })
  return {
    ...(hashes.length === 0 ? {} : { hashes }),
    ...(sbomUrls.length === 0 ? {} : { sbomUrls }),
    ...(genericUris.length === 0 ? {} : { genericUris }),
  }
}

function readHashes(node: JsonNode): StatedHash[] {
  const fileName = textAt(node, 'filename')
  return objectsAt(node, 'file_hashes').flatMap((hash) => {
    const [algorithm, value] = [textAt(hash, 'algorithm'), textAt(hash, 'value')]
    return algorithm === null || value === null ? [] : [{ fileName, algorithm, value: value.toLowerCase() }]
  })
}
