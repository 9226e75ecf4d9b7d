// Keeps the review queue: finds pairs that nobody has decided, and counts what depends on each.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { threatFactsOf } from '../../advisories/index.ts'
import { writtenName } from '../alias.ts'
import {
  fillAliasKeys,
  forgetSettledPairs,
  insertPairs,
  lackAliasKeys,
  lockMatching,
  type PairToCount,
  saveCounts,
  selectAdvisoriesOfPairs,
  selectMembersOfNames,
  selectNewUnsurePairs,
  selectPairsToCount,
} from '../store.ts'
import { findAlikeNames, namesAtOnce } from './find-alike.ts'

const pairsFoundAtOnce = 2_000
const pairsAtOnce = 100
/** Portions of names compared in one run of the job; the rest comes with the next. */
const maxSearches = 20

/** Each portion in a transaction of its own; what is interrupted is done again the next time. */
export async function refreshReview(context: Pick<Context, 'database'>, now: Date): Promise<void> {
  const { database } = context
  await database.asEngine(fillMissingKeys)
  await database.asEngine(forgetSettledPairs)
  while ((await database.asEngine((scope) => storeUnsurePairs(scope, now))) === pairsFoundAtOnce);
  for (const side of ['inventory', 'advisory'] as const)
    for (let portion = 0; portion < maxSearches; portion += 1)
      if ((await database.asEngine((scope) => findAlikeNames(scope, side, now))) < namesAtOnce) break
  for (let after = 0; ; ) {
    const pairs = await database.asEngine((scope) => countPortion(scope, after, now))
    const last = pairs.at(-1)
    if (pairs.length < pairsAtOnce || !last) return
    after = last.id
  }
}

/** After an upgrade only. Imports would wait for rows in another order, so they wait for the whole. */
async function fillMissingKeys(scope: EngineScope): Promise<void> {
  if (!(await lackAliasKeys(scope))) return
  await lockMatching(scope, 'advisory')
  await fillAliasKeys(scope)
}

async function storeUnsurePairs(scope: EngineScope, now: Date): Promise<number> {
  const found = await selectNewUnsurePairs(scope, pairsFoundAtOnce)
  const pairs = found.map(({ inventoryKey, statedKey, inventory, stated }) => ({
    inventoryKey,
    statedKey,
    inventoryName: writtenName(inventory),
    statedName: writtenName(stated),
  }))
  await insertPairs(scope, 'unsure', pairs, now)
  return found.length
}

async function countPortion(scope: EngineScope, after: number, now: Date): Promise<readonly PairToCount[]> {
  const pairs = await selectPairsToCount(scope, after, pairsAtOnce)
  const members = await selectMembersOfNames(scope, [...new Set(pairs.map((pair) => pair.inventoryKey))])
  const concerned = await selectAdvisoriesOfPairs(
    scope,
    pairs.map((pair) => pair.id),
  )
  const threats = await threatFactsOf(scope, [...new Set(concerned.map((one) => one.advisoryId))])
  const byPair = Map.groupBy(concerned, (one) => one.pairId)
  const counts = pairs.map(({ id, inventoryKey }) => {
    const live = (byPair.get(id) ?? []).flatMap((one) => {
      const facts = threats.get(one.advisoryId)
      return facts?.isLive ? [facts] : []
    })
    const exploited = live.filter((facts) => facts.kevDateAdded !== null || facts.exploitation === 'active')
    return {
      id,
      members: members.get(inventoryKey) ?? 0,
      advisories: live.length,
      exploited: exploited.length,
    }
  })
  await saveCounts(scope, counts, now)
  return pairs
}
