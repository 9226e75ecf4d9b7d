// Which of the formats a file is in: by its content, since names lie.
// SPDX-License-Identifier: EUPL-1.2
import type { InventoryFormat } from './item.ts'

const sniffedBytes = 64 * 1024

/** Null when no format shows. What shows a format may still be refused by its reader. */
export function detectInventoryFormat(bytes: Uint8Array, fileName: string): InventoryFormat | null {
  if (bytes.byteLength === 0) return null
  const raw = Buffer.from(bytes.subarray(0, sniffedBytes)).toString('latin1')
  if (raw.startsWith('PK') || raw.startsWith('\xd0\xcf\x11\xe0')) return 'xlsx'
  const start = raw
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (start.startsWith('<')) return /<(?:[\w-]{1,40}:)?bom[\s>]/.test(start) ? 'cyclonedx-xml' : null
  if (start.startsWith('{') || start.startsWith('[')) return jsonFormat(bytes)
  if (/^SPDXVersion:/m.test(start)) return 'spdx-json'
  if (start.startsWith('%PDF')) return null
  return /\.(?:json|xml|ndjson|spdx|pdf|docx?)$/i.test(fileName) ? null : 'csv'
}

/** By the keys that each format demands, which may stand at the end of a file. */
function jsonFormat(bytes: Uint8Array): InventoryFormat | null {
  const document = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (document.includes('"bomFormat"')) return 'cyclonedx-json'
  if (document.includes('"spdxVersion"') || document.includes('spdx.org/rdf/3')) return 'spdx-json'
  return document.includes('"resourceType"') ? 'fhir' : null
}
