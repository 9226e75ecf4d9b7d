// UDIs of HIBCC (ANSI/HIBC 2.6): `+`, labeler, product and package level, closed by a check character of modulo 43.
// SPDX-License-Identifier: EUPL-1.2
import type { Udi } from './index.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%'
const primaryPattern = /^[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}\d$/

export function readHibcc(text: string): Udi | null {
  const whole = text.replace(/^\*/, '').replace(/\*$/, '').toUpperCase()
  if (!whole.startsWith('+') || !hasRightCheckCharacter(whole)) return null
  const [primary = '', ...secondary] = whole.slice(1, -1).split('/')
  if (!primaryPattern.test(primary)) return null
  return {
    agency: 'HIBCC',
    udiDi: primary,
    serial: valueAfter(secondary, /^(?:S|\$\+)(?=[A-Z0-9])/),
    lot: valueAfter(secondary, /^\$(?=[A-Z0-9])/),
    softwareVersion: null,
  }
}

function hasRightCheckCharacter(whole: string): boolean {
  let sum = 0
  for (const sign of whole.slice(0, -1)) {
    const value = alphabet.indexOf(sign)
    if (value === -1) return false
    sum += value
  }
  return alphabet[sum % alphabet.length] === whole.at(-1)
}

/** Parts with a date in front of the value (`$$…`) are left: the value's start depends on the date's form. */
function valueAfter(parts: readonly string[], prefix: RegExp): string | null {
  return parts.find((part) => prefix.test(part))?.replace(prefix, '') ?? null
}
