// Keys for Debian package versions: [epoch:]upstream[-revision], ordered as Debian Policy 5.6.12 says.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, tooManyDigits } from './key.ts'
import { type KeySpan, pointSpan, type VersionSpan } from './span.ts'

// In a stretch without digits: "~" before the end of the stretch, then letters, then everything else.
const tilde = 0x01
const end = 0x02
const letters = 0x03
const others = 0x50

export function readDeb(text: string): VersionSpan | null {
  if (tooManyDigits(text)) return null
  const colon = text.indexOf(':')
  const epoch = colon < 0 ? '0' : text.slice(0, colon)
  const rest = text.slice(colon + 1)
  const dash = rest.lastIndexOf('-')
  const upstream = dash < 0 ? rest : rest.slice(0, dash)
  const revision = dash < 0 ? '0' : rest.slice(dash + 1)
  if (!/^\d+$/.test(epoch) || !/^[0-9A-Za-z.+~:-]+$/.test(upstream) || !/^[0-9A-Za-z.+~]+$/.test(revision)) {
    return null
  }
  return pointSpan(extend([...numberBytes(epoch), ...partBytes(upstream), ...partBytes(revision)]))
}

/** Debian has no way to write "every version of this branch". */
export function branchOfDeb(_text: string): KeySpan | null {
  return null
}

// Stretches of non-digits and digits take turns; a missing number is 0, so "1." and "1.0" are one version.
function partBytes(part: string): number[] {
  const bytes: number[] = []
  for (const [, nonDigits = '', digits = ''] of part.matchAll(/([^0-9]*)([0-9]*)/g)) {
    if (nonDigits === '' && digits === '' && bytes.length > 0) continue
    bytes.push(...Array.from(nonDigits, weightOf), end, ...numberBytes(digits === '' ? '0' : digits))
  }
  return [...bytes, end]
}

function weightOf(character: string): number {
  if (character === '~') return tilde
  const code = character.charCodeAt(0)
  if (code >= 0x41 && code <= 0x5a) return letters + code - 0x41
  if (code >= 0x61 && code <= 0x7a) return letters + 26 + code - 0x61
  return others + code - 0x20
}
