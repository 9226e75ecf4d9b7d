// Which cells a spreadsheet program would run instead of show.
// SPDX-License-Identifier: EUPL-1.2

const inspectedCharacters = 300
const callOrCommand = /[\p{L}\d_.]\(|[|!]/u
const cellReference = /^[+\-@]\$?[A-Za-z]{1,3}\$?\d{1,7}(?:[+\-*/:;,]|$)/

/**
 * True for formulas. A plain "-", a negative number, "+49 30 …" or "-40 °C" begins with the same signs
 * and is text that hospitals write.
 */
export function formulaAt(cell: string): boolean {
  const text = cell.slice(0, inspectedCharacters).trimStart()
  if (text.startsWith('=')) return text.trimEnd().length > 1
  if (!/^[+\-@]/.test(text)) return false
  return callOrCommand.test(text) || cellReference.test(text)
}
