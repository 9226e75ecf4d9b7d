// Beside which group a house sees its own figure: the closest that may be shown, and whether a closer one was too small.
// SPDX-License-Identifier: EUPL-1.2
import type { ExtractCell } from './extract.ts'
import { type Cell, cellsFor, type House, nameOfCell } from './groups.ts'

export interface Compared {
  readonly figure: string
  readonly peers: ExtractCell
  /** There were too few of the house's own country, size and kind. */
  readonly isCoarser: boolean
}

/** Null where no group of this figure may be shown. */
export function comparedWith(
  figure: string,
  house: Omit<House, 'id'>,
  cells: readonly ExtractCell[],
): Compared | null {
  const byName = new Map(
    cells.filter((one) => one.figure === figure).map((one) => [nameOfCell(one.cell), one]),
  )
  for (const [index, cell] of cellsFor(house).entries()) {
    const peers = byName.get(nameOfCell(cell))
    if (peers) return { figure, peers, isCoarser: index > 0 || !isWhole(cell) }
  }
  return null
}

function isWhole({ country, size, kind }: Cell): boolean {
  return country !== null && size !== null && kind !== null
}
