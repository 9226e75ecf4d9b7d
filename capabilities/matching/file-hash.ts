// Finds the file that an asset and a statement both name by its hash: then it is that very product and version.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedHash } from '@salus/standards/advisory'
import type { FileHash } from '@salus/standards/inventory'
import type { ExplanationStep } from './explanation.ts'
import type { IdentityDecision } from './identity.ts'

/** Algorithms by which a file can be forged tell nothing (RFC 6151 on MD5, RFC 6194 on SHA-1); neither do short sums. */
const telling: ReadonlyMap<string, number> = new Map([
  ['sha224', 56],
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
  ['sha3256', 64],
  ['sha3384', 96],
  ['sha3512', 128],
  ['blake2b256', 64],
  ['blake2b384', 96],
  ['blake2b512', 128],
  ['blake3', 64],
])
/** The hashes of one product; more come only from broken documents. */
const maxHashes = 10_000

/** Null where no hash agrees; a different hash says nothing, because one product has many files and builds. */
export function matchHashes(
  own: readonly FileHash[] | undefined,
  stated: readonly StatedHash[] | undefined,
): IdentityDecision | null {
  if (!own?.length || !stated?.length) return null
  const known = new Set(own.slice(0, maxHashes).flatMap(hashKey))
  const found = stated.slice(0, maxHashes).find((hash) => hashKey(hash).some((key) => known.has(key)))
  if (!found) return null
  const step: ExplanationStep = {
    code: 'identifier-equal',
    scheme: 'hash',
    value: [found.fileName, `${found.algorithm}:${found.value}`].filter((part) => part !== null).join(' '),
  }
  return { grade: 'exact-identifier', method: 'hash', certainty: 'certain', steps: [step] }
}

/** `sha256:ab12…`, none for what identifies nothing: algorithms are written with and without dashes. */
export function hashKey({ algorithm, value }: FileHash): string[] {
  const name = algorithm.toLowerCase().replace(/[^a-z0-9]/g, '')
  const digits = value.toLowerCase()
  return telling.get(name) === digits.length && /^[0-9a-f]+$/.test(digits) ? [`${name}:${digits}`] : []
}

/** In one order, without those that identify nothing. */
export function hashKeysOf(hashes: readonly FileHash[] | undefined): readonly string[] {
  return [...new Set((hashes ?? []).slice(0, maxHashes).flatMap(hashKey))].toSorted()
}
