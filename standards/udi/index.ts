// Reads a unique device identifier (UDI) as printed on a label or kept in an inventory: GS1, HIBCC, ICCBBA, or a bare GTIN.
// SPDX-License-Identifier: EUPL-1.2
import { readGs1, readGtin } from './gs1.ts'
import { readHibcc } from './hibcc.ts'
import { readIccbba } from './iccbba.ts'

export type UdiAgency = 'GS1' | 'HIBCC' | 'ICCBBA'

export interface Udi {
  readonly agency: UdiAgency
  /** The device identifier: which model it is, the part that databases and advisories name. */
  readonly udiDi: string
  readonly serial: string | null
  readonly lot: string | null
  readonly softwareVersion: string | null
}

const maxUdiCharacters = 300

/** Null for anything that is no complete UDI or whose check digit is wrong. */
export function readUdi(text: string): Udi | null {
  if (text.length > maxUdiCharacters) return null
  const trimmed = text.trim()
  return readGtin(trimmed) ?? readGs1(trimmed) ?? readHibcc(trimmed) ?? readIccbba(trimmed)
}
