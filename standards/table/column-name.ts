// The letters by which spreadsheets name columns.
// SPDX-License-Identifier: EUPL-1.2

/** Excel ends at XFD. */
const maxExcelColumn = 16_384

/** 0 is A, 26 is AA. */
export function columnName(index: number): string {
  let name = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

/** Of a cell reference such as AA12; null when it is none. */
export function columnIndex(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  let number = 0
  for (const letter of letters) number = number * 26 + (letter.charCodeAt(0) - 64)
  return number <= maxExcelColumn ? number - 1 : null
}
