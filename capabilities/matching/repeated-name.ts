// Reads versions that repeat the product's name in front of each number.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedProduct } from '@salus/standards/advisory'
import { type RangeReading, readRangeText } from '@salus/standards/ranges'
import type { VersionScheme } from '@salus/standards/versions'

/** Longer texts are prose. */
const maxText = 160

/** "Gate Keeper versions Gate Keeper v7.4b and v7.3": without the name that it repeats, the text can be read. */
export function readVersionText(
  text: string,
  product: StatedProduct,
  scheme: VersionScheme | undefined,
): RangeReading {
  const reading = readRangeText(text, scheme)
  const name = product.name?.trim().toLowerCase() ?? ''
  if (reading.grade !== 'unparsed' || name.length < minRepeatedName || text.length > maxText) return reading
  const rest = withoutAll(text, name)
  if (rest.length === text.length || !versionFirst.test(rest)) return reading
  const again = readRangeText(rest, scheme)
  return { ...again, steps: [`left out "${product.name}", which the versions repeat`, ...again.steps] }
}

/** A shorter name may stand inside another word. */
const minRepeatedName = 4
const versionFirst = /^(?:versions?\s|[<>=]|(?:prior|before|all|up)\b|v?\d+\.\d)/i

function withoutAll(text: string, name: string): string {
  let [rest, at] = [text, text.toLowerCase().indexOf(name)]
  while (at >= 0) {
    rest = `${rest.slice(0, at)} ${rest.slice(at + name.length)}`
    at = rest.toLowerCase().indexOf(name)
  }
  return rest
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(versions?)(?: versions?)+/i, '$1')
}
