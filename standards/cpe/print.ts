// Binds a CPE name as a 2.3 formatted string (NISTIR 7695, 6.2.2).
// SPDX-License-Identifier: EUPL-1.2
import { type Cpe, cpeAttributeNames } from './cpe.ts'

export function printCpe(cpe: Cpe): string {
  return `cpe:2.3:${cpeAttributeNames.map((name) => cpe[name]).join(':')}`
}
