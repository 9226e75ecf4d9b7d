// Keys for Semantic Versioning 2.0.0, read as npm, Cargo and Go write it.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, tooManyDigits, wordBytes } from './key.ts'
import { type KeySpan, pointSpan, type VersionSpan } from './span.ts'

const tag = { endOfPrerelease: 0x01, numericIdentifier: 0x02, wordIdentifier: 0x03, release: 0x04 } as const

export function readSemver(text: string): VersionSpan | null {
  const parts = splitSemver(text)
  if (!parts) return null
  const bytes = parts.numbers.flatMap(numberBytes)
  if (parts.prerelease === null) return pointSpan(extend(bytes, tag.release))
  for (const identifier of parts.prerelease) {
    if (/^\d+$/.test(identifier)) bytes.push(tag.numericIdentifier, ...numberBytes(identifier))
    else bytes.push(tag.wordIdentifier, ...wordBytes(identifier))
  }
  return pointSpan(extend(bytes, tag.endOfPrerelease))
}

/** Every version of "1" or "1.2", pre-releases included. */
export function branchOfSemver(text: string): KeySpan | null {
  const match = /^v?(\d+)(?:\.(\d+))?$/i.exec(text)
  if (!match || tooManyDigits(text)) return null
  const prefix = [match[1], match[2]].flatMap((digits) => (digits === undefined ? [] : numberBytes(digits)))
  return { low: Uint8Array.from(prefix), high: extend(prefix, 0xff) }
}

interface SemverParts {
  readonly numbers: readonly [string, string, string]
  readonly prerelease: readonly string[] | null
}

// OSV writes "0" and GitHub "1.2" for 0.0.0 and 1.2.0, Go puts a "v" in front: all three are read.
function splitSemver(text: string): SemverParts | null {
  if (tooManyDigits(text)) return null
  const match = /^[vV=]?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/.exec(text)
  if (!match?.[1]) return null
  const prerelease = match[4]?.split('.') ?? null
  if (prerelease?.some((identifier) => identifier === '')) return null
  return { numbers: [match[1], match[2] ?? '0', match[3] ?? '0'], prerelease }
}
