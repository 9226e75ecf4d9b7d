// One interval in the notation of Maven and NuGet: "[1.0,2.0)", "(,1.5]", "[1.2]".
// SPDX-License-Identifier: EUPL-1.2
import type { Comparator, Constraint } from '../vers.ts'

const interval = /^([[(])([^,[\]()]*)(?:(,)([^,[\]()]*))?([\])])$/

/** A version without brackets is `bare`: a lower bound to NuGet, the very version to an advisory of Maven. */
export function bracketSet(text: string, bare: Comparator): readonly Constraint[] | '*' | null {
  if (/^[^\s,[\]()]+$/.test(text)) return [{ comparator: bare, version: text }]
  const match = interval.exec(text.replace(/\s+/g, ''))
  if (!match) return null
  const [, opening, low = '', comma, high = '', closing] = match
  if (comma === undefined)
    return opening === '[' && closing === ']' && low ? [{ comparator: '=', version: low }] : null
  if (low === '' && high === '') return '*'
  return [
    ...(low ? [{ comparator: opening === '[' ? ('>=' as const) : ('>' as const), version: low }] : []),
    ...(high ? [{ comparator: closing === ']' ? ('<=' as const) : ('<' as const), version: high }] : []),
  ]
}
