// The answer for one item and one advisory: every statement judged, then combined.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory } from '@salus/standards/advisory'
import { distributionPackageOf } from './backport.ts'
import { combineVerdicts, type Judgement } from './combine.ts'
import type { ExplanationStep, IdentityGrade } from './explanation.ts'
import { matchHashes } from './file-hash.ts'
import { type ConfirmedAlias, decideIdentity, type IdentityDecision } from './identity.ts'
import { type MatchableStatement, readMatchableStatements } from './matchable.ts'
import { type InventoryLike, inventoryName, type ProductName } from './product-name.ts'
import { judgeStatement } from './verdict.ts'

export { combineVerdicts, type Judgement } from './combine.ts'

export function judge(
  item: InventoryLike,
  advisory: Advisory,
  aliases: readonly ConfirmedAlias[] = [],
): Judgement {
  return judgeStatements(item, readMatchableStatements(advisory), aliases)
}

/** As `judge`, where the statements were read before, for many items. */
export function judgeStatements(
  item: InventoryLike,
  statements: readonly MatchableStatement[],
  aliases: readonly ConfirmedAlias[] = [],
): Judgement {
  const name = inventoryName(item)
  return judgeLinked(item, name, linkStatements(name, statements, aliases))
}

/** Every statement with the decision whether it speaks of the product of this name. */
export function linkStatements(
  name: ProductName,
  statements: readonly MatchableStatement[],
  aliases: readonly ConfirmedAlias[] = [],
): readonly LinkedStatement[] {
  const links = new Map<readonly ProductName[], IdentityDecision>()
  const decide = (stated: ProductName) => decideIdentity(name, stated, aliases)
  return statements.map((matchable) => {
    const link = links.get(matchable.names) ?? bestIdentity(matchable.names, decide)
    links.set(matchable.names, link)
    return { matchable, link }
  })
}

/** A statement with the decision whether it speaks of the item's product. */
export interface LinkedStatement {
  readonly matchable: MatchableStatement
  readonly link: IdentityDecision
}

/** As `judge`, where it was decided before which statements speak of the product; those with grade `none` may be left out. */
export function judgeLinked(
  item: InventoryLike,
  name: ProductName,
  linked: readonly LinkedStatement[],
): Judgement {
  const { version, serial } = item
  const product = { name, version, serial, distribution: distributionPackageOf(item) }
  const judgement = combineVerdicts(
    linked.map(({ matchable, link }) =>
      judgeStatement(
        product,
        matchable,
        matchHashes(item.hashes, matchable.statement.product.hashes) ?? link,
      ),
    ),
  )
  return { ...judgement, explanation: [...describeItem(item), ...judgement.explanation] }
}

const gradeOrder: readonly IdentityGrade[] = [
  'exact-identifier',
  'confirmed-alias',
  'name-similarity',
  'none',
]

/** The best of the decisions on a statement's names. */
export function bestIdentity(
  names: readonly ProductName[],
  decide: (stated: ProductName) => IdentityDecision,
): IdentityDecision {
  const sorted = names
    .map(decide)
    .toSorted((a, b) => gradeOrder.indexOf(a.grade) - gradeOrder.indexOf(b.grade))
  return sorted[0] ?? { grade: 'none', method: 'name', steps: [], certainty: 'certain' }
}

function describeItem(item: InventoryLike): ExplanationStep[] {
  const fields = [
    'vendor',
    'product',
    'model',
    'version',
    'purl',
    'cpe',
    'udiDi',
    'serial',
    'environment',
  ] as const
  return fields.flatMap((field): ExplanationStep[] => {
    const value = item[field]
    return value ? [{ code: 'asset-field', field, value }] : []
  })
}
