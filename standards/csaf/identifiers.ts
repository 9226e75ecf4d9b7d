// Takes the version out of a purl or CPE name, for products whose branches state none.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedProduct, StatedVersion } from '../advisory/advisory.ts'

/** Null if no identifier names one version. */
export function versionOfIdentifiers(product: StatedProduct): StatedVersion | null {
  const text =
    product.purls.map(versionOfPurl).find(isStated) ?? product.cpes.map(versionOfCpe).find(isStated)
  return text === undefined ? null : { kind: 'exact', text }
}

function isStated(text: string | null): text is string {
  return text !== null
}

function versionOfPurl(purl: string): string | null {
  const beforeQualifiers = purl.split(/[?#]/)[0] ?? ''
  const name = beforeQualifiers.slice(beforeQualifiers.lastIndexOf('/') + 1)
  const at = name.lastIndexOf('@')
  return at < 1 ? null : decode(name.slice(at + 1))
}

/** The version of a CPE 2.3 string or 2.2 URI; `*` and `-` (and no field) are no version. */
export function versionOfCpe(cpe: string): string | null {
  const isUri = cpe.startsWith('cpe:/')
  // A colon that is escaped belongs to a field (CPE 2.3, NISTIR 7695, 6.2).
  const fields = isUri ? cpe.split(':') : cpe.split(/(?<!\\):/)
  const field = fields[isUri ? 4 : 5]
  if (field === undefined || field === '' || field === '*' || field === '-') return null
  return isUri ? decode(field) : field.replaceAll(/\\(.)/g, '$1')
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text) || null
  } catch {
    // Half a percent sequence: not a purl by its specification, so it states nothing.
    return null
  }
}
