// Tells the formats of advisories apart by the keys that only one of them has.
// SPDX-License-Identifier: EUPL-1.2

import { isOpenVexContext } from '../openvex/context.ts'

export const documentFormats = [
  'csaf-2.0',
  'csaf-2.1',
  'cve-5',
  'osv',
  'kev',
  'openvex',
  'cyclonedx-vex',
] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** Null if the document is none of them; never throws. */
export function detectAdvisoryFormat(json: unknown): DocumentFormat | null {
  const document = at(json, 'document')
  if (isObject(document)) return at(document, 'csaf_version') === '2.1' ? 'csaf-2.1' : 'csaf-2.0'
  if (isOpenVexContext(at(json, '@context'))) return 'openvex'
  // Also one without vulnerabilities: its reader says that it belongs into the inventory.
  if (at(json, 'bomFormat') === 'CycloneDX') return 'cyclonedx-vex'
  if (isObject(at(json, 'cveMetadata')) || at(json, 'dataType') === 'CVE_RECORD') return 'cve-5'
  if (typeof at(json, 'catalogVersion') === 'string' && Array.isArray(at(json, 'vulnerabilities')))
    return 'kev'
  const looksLikeOsv = typeof at(json, 'id') === 'string' && typeof at(json, 'modified') === 'string'
  return looksLikeOsv ? 'osv' : null
}

function at(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
