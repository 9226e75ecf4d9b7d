// Keys for OpenSSL releases: three numbers, patch letters until 1.1.1, pre-releases in front of the release.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, tooManyDigits, wordBytes } from './key.ts'
import { type KeySpan, pointSpan, type VersionSpan } from './span.ts'

const tag = { dev: 0x01, alpha: 0x02, beta: 0x03, pre: 0x04, release: 0x05 } as const

const pattern = /^(\d+)\.(\d+)\.(\d+)([a-z]*)(?:-(dev|alpha|beta|pre)(\d*))?$/

/** Letters go a to z, then za, zb: plain order of the alphabet. */
export function readOpenssl(text: string): VersionSpan | null {
  const match = tooManyDigits(text) ? null : pattern.exec(text.toLowerCase())
  if (!match) return null
  const [, major = '', minor = '', fix = '', letters = '', stage, number] = match
  const bytes = [...[major, minor, fix].flatMap(numberBytes), ...wordBytes(letters)]
  if (stage === undefined) return pointSpan(extend(bytes, tag.release))
  // The pattern lets only these stages through.
  return pointSpan(
    extend(bytes, tag[stage as 'dev' | 'alpha' | 'beta' | 'pre'], ...numberBytes(number || '0')),
  )
}

/** Every release of "1.1" or "3": its pre-releases and patches too. */
export function branchOfOpenssl(text: string): KeySpan | null {
  if (!/^\d+(?:\.\d+)?$/.test(text) || tooManyDigits(text)) return null
  const prefix = text.split('.').flatMap(numberBytes)
  return { low: Uint8Array.from(prefix), high: extend(prefix, 0xff) }
}
