// UDIs of ICCBBA (ISBT 128), for devices of blood, cells and tissue: `=/` with facility and product.
// SPDX-License-Identifier: EUPL-1.2
import type { Udi } from './index.ts'

/** Data structure 034: facility (5), facility's product number (6), product description (5). */
const deviceIdentifier = /^=\/([A-Z0-9]{5}[A-Z0-9]{6}[A-Z0-9]{5})(?![A-Z0-9])/
const serialNumber = /=,([0-9]{6})/
const lotNumber = /&,1([A-Z0-9]{1,18})/

export function readIccbba(text: string): Udi | null {
  const udiDi = deviceIdentifier.exec(text)?.[1]
  if (udiDi === undefined) return null
  return {
    agency: 'ICCBBA',
    udiDi,
    serial: serialNumber.exec(text)?.[1] ?? null,
    lot: lotNumber.exec(text)?.[1] ?? null,
    softwareVersion: null,
  }
}
