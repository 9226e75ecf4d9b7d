// Which statements of a document speak of a product, where the document's namings are not stored for linking.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { type AliasGraph, aliasGraph, aliasKey } from '../alias.ts'
import { identityKeys } from '../identity-keys.ts'
import { type LinkedStatement, linkStatements } from '../judge.ts'
import type { MatchableStatement } from '../matchable.ts'
import { rememberByObject } from '../memo.ts'
import type { ProductName } from '../product-name.ts'
import { selectAliasesAround } from '../store.ts'

const keysOf = rememberByObject((name: ProductName): ReadonlySet<string> => new Set(identityKeys(name)))

/** As SQL looks for candidates: names without a blocking key in common are not compared, unless people decided. */
export function linkNamed(
  name: ProductName,
  statements: readonly MatchableStatement[],
  aliases: AliasGraph,
): readonly LinkedStatement[] {
  const own = keysOf(name)
  const key = aliasKey(name)
  const alias = (stated: ProductName) =>
    aliases.keys.length > 0 ? aliases.resolve(key, aliasKey(stated)) : null
  const near = statements.filter(({ names }) =>
    names.some((stated) => [...keysOf(stated)].some((one) => own.has(one)) || alias(stated) !== null),
  )
  const confirmed = near.flatMap(({ names }) => names.map(alias)).filter((one) => one !== null)
  return linkStatements(name, near, confirmed).filter(({ link }) => link.grade !== 'none')
}

export async function aliasesAround(scope: EngineScope, names: readonly ProductName[]): Promise<AliasGraph> {
  return aliasGraph(await selectAliasesAround(scope, [...new Set(names.map(aliasKey))]))
}
