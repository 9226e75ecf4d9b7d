// Splits texts of the form key=value, with quoted values.
// SPDX-License-Identifier: EUPL-1.2

/** Pairs read of one record. */
export const maxPairs = 1_000

/** Calls `take` for each pair; `quoted` is the quote the value stood in. Words without `=` are passed over. */
export function eachPair(
  text: string,
  take: (key: string, value: string, quoted: '"' | "'" | null) => void,
): void {
  let at = 0
  for (let pairs = 0; pairs < maxPairs && at < text.length; ) {
    const equals = text.indexOf('=', at)
    if (equals === -1) return
    const keyStart = startOfWord(text, at, equals)
    const quote = text[equals + 1]
    if (quote === '"' || quote === "'") {
      const end = endOfQuote(text, equals + 2, quote)
      take(text.slice(keyStart, equals), unescaped(text.slice(equals + 2, end), quote), quote)
      at = end + 1
    } else {
      const end = endOfWord(text, equals + 1)
      take(text.slice(keyStart, equals), text.slice(equals + 1, end), null)
      at = end
    }
    pairs += 1
  }
}

function startOfWord(text: string, from: number, equals: number): number {
  for (let at = equals - 1; at >= from; at -= 1) if (isBlank(text.charCodeAt(at))) return at + 1
  return from
}

function endOfWord(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (isBlank(text.charCodeAt(at))) return at
  return text.length
}

function endOfQuote(text: string, from: number, quote: string): number {
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (text[at - 1] !== '\\' || text[at - 2] === '\\') return at
  }
  return text.length
}

/** The space, the tab, and the mark by which auditd separates what it has added. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x1d
}

function unescaped(text: string, quote: string): string {
  return text.includes('\\') ? text.replaceAll(`\\${quote}`, quote).replaceAll('\\\\', '\\') : text
}

/** A whole number that the text is, else the text. */
export function numberOrText(text: string): number | string {
  return /^(?:0|-?[1-9]\d{0,14})$/.test(text) ? Number(text) : text
}
