// Which statements of an advisory speak of a hospital's product, from the links decided when either was first seen.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { type AliasGraph, aliasGraph, aliasKey } from '../alias.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { decideIdentity, type IdentityDecision } from '../identity.ts'
import { bestIdentity, type LinkedStatement } from '../judge.ts'
import { isNarrowed } from '../narrow.ts'
import type { ProductName } from '../product-name.ts'
import { type Link, type Surroundings, selectAliasesAround, selectAliasKeys, selectLinks } from '../store.ts'
import type { ReadAdvisory } from './read-advisory.ts'

interface InventoryProduct {
  readonly id: number
  readonly name: ProductName
}

export interface Identities {
  /** The statements about this product, and those that name files; all others are `none`, which the judge needs not see. */
  linkedStatements(product: InventoryProduct, advisory: ReadAdvisory): readonly LinkedStatement[]
}

const unlinked: IdentityDecision = { grade: 'none', method: 'name', certainty: 'certain', steps: [] }

export async function loadIdentities(
  scope: EngineScope,
  inventoryProductIds: readonly number[],
  advisoryIds: readonly number[],
  { hasAliases }: Pick<Surroundings, 'hasAliases'>,
): Promise<Identities> {
  const decisions = new Map<string, IdentityDecision>()
  for (const link of await selectLinks(scope, inventoryProductIds, advisoryIds))
    decisions.set(`${link.inventoryProductId} ${link.fingerprint}`, decisionOf(link))
  const keys = hasAliases ? await selectAliasKeys(scope, inventoryProductIds) : []
  const aliases = aliasGraph(await selectAliasesAround(scope, keys))
  return {
    linkedStatements(product, { statements }) {
      // Namings that only "fixed" or "not affected" statements use are not stored, so there is no link to look up.
      const stored = new Set(statements.filter(isNarrowed).flatMap(({ names }) => names.map(fingerprintOf)))
      const decide = (stated: ProductName): IdentityDecision => {
        const fingerprint = fingerprintOf(stated)
        const key = `${product.id} ${fingerprint}`
        const known = decisions.get(key)
        if (known) return known
        const decision = stored.has(fingerprint) ? unlinked : decideUnstored(product.name, stated, aliases)
        decisions.set(key, decision)
        return decision
      }
      const best = new Map<readonly ProductName[], IdentityDecision>()
      return statements.flatMap((matchable): readonly LinkedStatement[] => {
        const link = best.get(matchable.names) ?? bestIdentity(matchable.names, decide)
        best.set(matchable.names, link)
        const hasFiles = (matchable.statement.product.hashes?.length ?? 0) > 0
        return link.grade === 'none' && !hasFiles ? [] : [{ matchable, link }]
      })
    },
  }
}

function decideUnstored(own: ProductName, stated: ProductName, aliases: AliasGraph): IdentityDecision {
  const alias = aliases.keys.length > 0 ? aliases.resolve(aliasKey(own), aliasKey(stated)) : null
  return decideIdentity(own, stated, alias ? [alias] : [])
}

function decisionOf({ identityGrade, method, certainty, steps }: Link): IdentityDecision {
  return { grade: identityGrade, method, certainty, steps }
}
