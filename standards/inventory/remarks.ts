// Gathers remarks about cells: the same one in many rows becomes one warning with a count.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import type { InventoryField } from './heading-words.ts'
import { clinicalRoles, networkExposures } from './item.ts'
import { quote } from './quote.ts'
import type { CellRemark, Remark } from './row-item.ts'

export const maxWarnings = 200

interface Gathered {
  readonly remark: CellRemark
  readonly field: InventoryField
  readonly text: string
  readonly place: string
  rows: number
}

export interface RemarkBook {
  readonly noteAt: (place: string) => Remark
  readonly warnings: () => Fault[]
}

export function openRemarkBook(): RemarkBook {
  const gathered = new Map<string, Gathered>()
  let beyond = 0
  return {
    noteAt: (place) => (remark, field, text) => {
      const key = groupsByText.has(remark) ? `${remark} ${field} ${text}` : `${remark} ${field}`
      const earlier = gathered.get(key)
      if (earlier !== undefined) earlier.rows += 1
      else if (gathered.size < maxWarnings) gathered.set(key, { remark, field, text, place, rows: 1 })
      else beyond += 1
    },
    warnings: () => [...[...gathered.values()].map(toFault), ...(beyond > 0 ? [more(beyond)] : [])],
  }
}

/** Unknown words are worth naming each; of unreadable numbers the first is enough. */
const groupsByText: ReadonlySet<CellRemark> = new Set(['role-not-known', 'exposure-not-known'])

const sayings: Readonly<Record<CellRemark, { says: string; remedy: string }>> = {
  'failed-formula': {
    says: 'is a formula that failed, so the cell was left empty',
    remedy: 'Correct the formula in the spreadsheet, or type the value.',
  },
  'number-shortened': {
    says: 'is a long number of which the spreadsheet kept only the first digits, so it was left out',
    remedy: 'Format the column as text in the spreadsheet before the numbers are put in, and export again.',
  },
  'role-not-known': {
    says: 'is no known clinical role, so the role was left open',
    remedy: `Use one of: ${clinicalRoles.join(', ')}; or set the role by hand.`,
  },
  'exposure-not-known': {
    says: 'is no known kind of network connection, so it was left open',
    remedy: `Use one of: ${networkExposures.join(', ')}; or set the connection by hand.`,
  },
  'udi-not-read': {
    says: 'is no UDI with a right check digit; it was kept as it is',
    remedy: 'Compare it with the label of the device.',
  },
  'purl-not-read': {
    says: 'is no valid package URL; it was kept as it is',
    remedy: 'A package URL looks like pkg:npm/name@1.0.',
  },
  'cpe-not-read': {
    says: 'is no valid CPE name; it was kept as it is',
    remedy: 'A CPE name has eleven parts after cpe:2.3, with * for those that are not known.',
  },
  'version-is-date': {
    says: 'stands as a version and looks like a date; spreadsheets turn versions such as 2.3 into dates',
    remedy: 'Compare it with the device. Format the column as text before versions are put in.',
  },
}

function toFault({ remark, field, text, place, rows }: Gathered): Fault {
  const { says, remedy } = sayings[remark]
  const also = rows > 1 ? ` The same holds for ${rows - 1} further rows.` : ''
  return {
    code: `inventory/${remark}`,
    place,
    detail: `"${quote(text, 60)}" (${field}) ${says}.${also}`,
    remedy,
  }
}

function more(count: number): Fault {
  return {
    code: 'inventory/more-warnings',
    place: 'file',
    detail: `${count} further remarks about cells are not listed.`,
    remedy: 'Deal with the ones listed, and import the file again to see the others.',
  }
}
