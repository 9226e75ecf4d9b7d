// The text of one cell of a worksheet, as the user saw it.
// SPDX-License-Identifier: EUPL-1.2
import { columnIndex } from './column-name.ts'
import { showNumber } from './number-format.ts'
import type { Workbook } from './xlsx-workbook.ts'

export interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  hasFormula: boolean
}

/** `next` is the column after the last one, for cells that do not say theirs. */
export function openCell(attributes: ReadonlyMap<string, string>, next: number): OpenCell {
  return {
    column: columnIndex(attributes.get('r')) ?? next,
    type: attributes.get('t') ?? 'n',
    style: Number(attributes.get('s') ?? '0'),
    value: '',
    hasFormula: false,
  }
}

export function textOfCell(cell: OpenCell, workbook: Workbook): string {
  if (cell.type === 's') return unescapeText(workbook.sharedStrings[Number(cell.value)] ?? '')
  if (cell.type === 'b') return cell.value === '1' ? 'TRUE' : cell.value === '' ? '' : 'FALSE'
  if (cell.type !== 'n') return unescapeText(cell.value)
  const format = workbook.formats[cell.style] ?? { kind: 'general' as const }
  return showNumber(cell.value.trim(), format, workbook.from1904)
}

/** Excel writes a character that XML forbids, and the literal text of such an escape, as _x000D_. */
function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
