// Puts pieces of foreign documents into messages: clipped, without control characters.
// SPDX-License-Identifier: EUPL-1.2

const maxQuotedCharacters = 80

/** Foreign text in quotes for a fault's detail; never longer than 80 characters. */
export function quoteForeign(value: unknown): string {
  const text = typeof value === 'string' ? value : describe(value)
  const clipped = text.length > maxQuotedCharacters ? `${text.slice(0, maxQuotedCharacters)}…` : text
  return `"${cleanText(clipped).replace(/\s+/g, ' ')}"`
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (value !== null && typeof value === 'object') return 'an object'
  return String(value)
}

/** Removes what no database text column and no terminal may receive: control characters and lone surrogates. */
export function cleanText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
}

/** One step of a JSON pointer (RFC 6901, section 3). */
export function escapePointer(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key
}
