// How closely a statement speaks of an item: of the very product, of an umbrella above it, or of something named alike.
// SPDX-License-Identifier: EUPL-1.2
import type { IdentityDecision } from './identity.ts'
import type { MatchableStatement } from './matchable.ts'
import { rememberByObject } from './memo.ts'
import type { Closeness } from './name-closeness.ts'
import type { ProductName } from './product-name.ts'
import { readProductName } from './read-name.ts'
import { foldText } from './text.ts'
import type { VersionDecision } from './version-decision.ts'

const maxVersionText = 200

/** A CPE name is often that of a whole family, and an alias says nothing of the names beside it. */
const strictIdentifiers: ReadonlySet<string> = new Set(['purl', 'udi', 'model-number', 'hash'])

/** Who names a family means its members too, however it is written. */
export function closenessOf(
  { method, steps }: IdentityDecision,
  stated: ProductName | undefined,
): Closeness | null {
  if (strictIdentifiers.has(method)) return 'equal'
  const found = steps.find((step) => step.code === 'name')?.closeness ?? null
  const isFamily = stated !== undefined && readProductName(stated).names.some((name) => name.speaksOfFamily)
  return found === 'loose' && isFamily ? 'umbrella' : found
}

/** Version "21.4R3-EVO" of "Gate Evolved" against versions of "Gate": the mark is that of a word which only the item has. */
export function isOfOtherLine(
  version: string | null,
  own: ProductName,
  { names, range }: MatchableStatement,
): boolean {
  const mark = /\d-([A-Z]{3,5})$/.exec(version?.slice(-maxVersionText) ?? '')?.[1]?.toLowerCase()
  if (
    mark === undefined ||
    range.isUnstated ||
    range.reading.all ||
    range.text.toLowerCase().includes(`-${mark}`)
  )
    return false
  const isMeant = (name: ProductName) => [...wordsOf([name])].some((word) => word.startsWith(mark))
  return isMeant(own) && !names.some(isMeant)
}

export function otherLine(version: string | null, versions: string): VersionDecision {
  const result = 'other-notation'
  return {
    answer: 'cannot-tell',
    result,
    grade: 'parsed',
    steps: [{ code: 'version', version, versions, result }],
  }
}

/** Words of letters in the names. */
export function wordsOf(names: readonly ProductName[]): Set<string> {
  return new Set(names.flatMap(wordsOfName))
}

const wordsOfName = rememberByObject((name: ProductName): readonly string[] =>
  [name.vendor ?? '', name.product ?? '', name.family ?? '']
    .flatMap((text) => foldText(text).split(/[\s/()-]+/))
    .filter((word) => /^\p{L}{2,}$/u.test(word)),
)
