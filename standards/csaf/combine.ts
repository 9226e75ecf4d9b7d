// Makes one product of a component and what it is installed on or part of.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedProduct } from '../advisory/advisory.ts'
import type { JsonNode } from '../json/index.ts'
import type { FurtherIdentifiers } from './further-identifiers.ts'
import { maxPlatforms } from './limits.ts'
import { type CsafProduct, emptyPath, readProduct } from './product.ts'

/** The component's names and version; the platforms say where it runs and which models are meant. */
export function combineProducts(
  combined: JsonNode,
  component: CsafProduct | null,
  platforms: readonly CsafProduct[],
): CsafProduct {
  const own = readProduct(combined, emptyPath)
  const base = component ?? platforms[0]
  if (base === undefined) return own
  const part = base.product
  const below = platforms.map(({ product }) => product)
  return {
    pointer: own.pointer,
    version: base.version,
    product: {
      vendor: part.vendor ?? below.find(({ vendor }) => vendor !== null)?.vendor ?? null,
      name: part.name,
      family: part.family ?? below.find(({ family }) => family !== null)?.family ?? null,
      fullName: own.product.fullName,
      ecosystem: null,
      purls: firstFilled([own.product.purls, part.purls]),
      cpes: firstFilled([own.product.cpes, part.cpes]),
      // Hospitals know a device by its model number, not by that of the firmware inside.
      modelNumbers: firstFilled([
        own.product.modelNumbers,
        part.modelNumbers,
        ...below.map((p) => p.modelNumbers),
      ]),
      serialNumbers: firstFilled([
        own.product.serialNumbers,
        part.serialNumbers,
        ...below.map((p) => p.serialNumbers),
      ]),
      skus: firstFilled([own.product.skus, part.skus, ...below.map((p) => p.skus)]),
      platforms: platformsOf(combined, [
        ...part.platforms,
        ...below.flatMap((p) => [p.fullName, ...p.platforms]),
      ]),
      ...furtherOf(own.product, part),
    },
  }
}

/** Hashes, SBOMs and other identifiers belong to the software, so that those of the platform do not count. */
function furtherOf(own: StatedProduct, part: StatedProduct): FurtherIdentifiers {
  const hashes = own.hashes ?? part.hashes
  const sbomUrls = own.sbomUrls ?? part.sbomUrls
  const genericUris = own.genericUris ?? part.genericUris
  return {
    ...(hashes === undefined ? {} : { hashes }),
    ...(sbomUrls === undefined ? {} : { sbomUrls }),
    ...(genericUris === undefined ? {} : { genericUris }),
  }
}

function firstFilled(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.find((list) => list.length > 0) ?? []
}

/** A chain of relationships hands its platforms on and on; without a limit they would grow with its square. */
function platformsOf(combined: JsonNode, names: readonly string[]): readonly string[] {
  const platforms = [...new Set(names)]
  if (platforms.length > maxPlatforms) {
    combined.faults.add(
      'too-many-platforms',
      combined.pointer,
      `This product is related to ${platforms.length} others; only the first ${maxPlatforms} were kept.`,
      'Relate the product to those it is directly installed on.',
    )
  }
  return platforms.slice(0, maxPlatforms)
}
