// Cleans a cell, and says what in it cannot be taken.
// SPDX-License-Identifier: EUPL-1.2
import { formulaAt } from '../table/index.ts'

export const maxCellCharacters = 500

/** Ways of writing that nothing is known; longer words such as "none" could be a name. */
const placeholders = new Set([
  ...[
    '-',
    '--',
    '---',
    '–',
    '—',
    '.',
    '/',
    '?',
    '??',
    'n/a',
    'n.a.',
    'n/v',
    'k.a.',
    'k. a.',
    'tbd',
    'unknown',
  ],
  ...['unbekannt', 'nicht bekannt', 'inconnu', 'inconnue', 'sconosciuto', 'sconosciuta', 'non noto', 'n.d.'],
])

/** What spreadsheets show where a formula failed, in the languages of the hospitals. */
const failedFormula =
  /^#(?:N\/A|NV|N\/D|REF!|BEZUG!|RIF!|VALUE!|WERT!|VALEUR!|VALORE!|NAME\?|NOM\?|NOME\?|DIV\/0!|NULL!|NUL!|NULLO!|NUM!|ZAHL!|NOMBRE!|SPILL!|CALC!)$/i

export type CellFault = 'formula' | 'unreadable-letters' | 'too-long'

export function faultOfCell(cell: string): CellFault | null {
  if (formulaAt(cell)) return 'formula'
  if (cell.trim().length > maxCellCharacters) return 'too-long'
  return cell.includes('\uFFFD') ? 'unreadable-letters' : null
}

/** Trimmed, without control characters; null where the cell says nothing. */
export function textOfCell(cell: string): string | null {
  const text = cell
    .replaceAll(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .trim()
  return text === '' || placeholders.has(text.toLowerCase()) ? null : text
}

export function isFailedFormula(text: string): boolean {
  return failedFormula.test(text)
}

/** "4,71E+11": the spreadsheet kept only some digits of a long number, and the rest is lost. */
export function isShortenedNumber(text: string): boolean {
  return /^\d(?:[.,]\d{1,15})?E\+\d{1,3}$/i.test(text)
}
