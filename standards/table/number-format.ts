// How a number of a workbook is shown: as a date, with fixed places, or as it is.
// SPDX-License-Identifier: EUPL-1.2

export type NumberFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'date' }
  | { readonly kind: 'fixed'; readonly integerDigits: number; readonly decimals: number }

const general: NumberFormat = { kind: 'general' }
const date: NumberFormat = { kind: 'date' }
const dayMs = 86_400_000
/** Day 0 of both counts. Excel's first one believes in 29 February 1900, hence 30 December. */
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)
const lastDay = 2_958_465

/** Built-in formats by their number (ECMA-376 part 1, 18.8.30), others by their code. */
export function formatKind(id: number, code: string | null): NumberFormat {
  if (code !== null) return kindOfCode(code.slice(0, 255))
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
    return date
  }
  if (id === 1) return { kind: 'fixed', integerDigits: 1, decimals: 0 }
  return id === 2 ? { kind: 'fixed', integerDigits: 1, decimals: 2 } : general
}

function kindOfCode(code: string): NumberFormat {
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  if (/[dmyhs]/i.test(bare) && !/general/i.test(bare)) return date
  const fixed = /^(0+)(?:\.(0+))?(?:_[^;]|;|$)/.exec(bare)
  if (fixed === null) return general
  return { kind: 'fixed', integerDigits: fixed[1]?.length ?? 1, decimals: fixed[2]?.length ?? 0 }
}

/** What the user sees: a version 1.10 stored as the number 1.1 with the format 0.00 is "1.10". */
export function showNumber(raw: string, format: NumberFormat, from1904: boolean): string {
  const value = Number(raw)
  if (raw === '' || !Number.isFinite(value)) return raw
  if (format.kind === 'date') return showDate(value, from1904) ?? raw
  if (format.kind === 'fixed' && Math.abs(value) < 1e15) {
    const [whole = '', decimals] = Math.abs(value).toFixed(Math.min(format.decimals, 20)).split('.')
    const shown = whole.padStart(format.integerDigits, '0') + (decimals === undefined ? '' : `.${decimals}`)
    return value < 0 ? `-${shown}` : shown
  }
  // 15 digits are what a spreadsheet keeps; more of them are noise of the binary form.
  return String(Number(value.toPrecision(15)))
}

function showDate(days: number, from1904: boolean): string | null {
  if (days < 0 || days > lastDay) return null
  const iso = new Date((from1904 ? epoch1904 : epoch1900) + Math.round(days * dayMs)).toISOString()
  if (days < 1) return iso.slice(11, 19)
  return Number.isInteger(days) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
}
