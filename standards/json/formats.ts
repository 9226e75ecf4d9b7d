// Instants and web addresses as they occur in foreign documents.
// SPDX-License-Identifier: EUPL-1.2

const maxInstantCharacters = 40
const maxAddressCharacters = 4096

// RFC 3339, but also without an offset (older CVE records) or without a time; both are taken as UTC.
const instant = /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d)(:\d\d)?(?:[.,](\d{1,9}))?(Z|z|[+-]\d\d:?\d\d)?)?$/

/** `2024-10-24T00:00:00.000Z` for an RFC 3339 text; null if it is none, or before year 1 or after 9999. */
export function readInstant(text: string): string | null {
  const parts = text.length <= maxInstantCharacters ? instant.exec(text.trim()) : null
  if (parts === null) return null
  const [, date, minutes = '00:00', seconds = ':00', fraction = '0', offset = 'Z'] = parts
  const zone = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase()
  const at = new Date(`${date}T${minutes}${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`)
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1 || at.getUTCFullYear() > 9999) return null
  return at.toISOString()
}

/** True for `http:` and `https:` addresses; `javascript:`, `data:` and everything else is not to be linked. */
export function isHttpAddress(text: string): boolean {
  if (text.length > maxAddressCharacters || !URL.canParse(text)) return false
  const { protocol } = new URL(text)
  return protocol === 'http:' || protocol === 'https:'
}
