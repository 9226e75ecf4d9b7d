// Decides links anew after a decision about names, and the verdicts of every version that they change.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { arrayPortions } from '../../../platform/database/portions.ts'
import { aliasGraph } from '../alias.ts'
import { type AliasCause, linksChanged, verdictsDecided } from '../events.ts'
import { identityKeys } from '../identity-keys.ts'
import type { ProductName } from '../product-name.ts'
import {
  type KeyedProduct,
  type Link,
  lockMatching,
  replaceLinks,
  selectAliasesAround,
  selectLinksBetween,
  selectNamings,
  selectProductsByAliasKey,
  selectVersionsOf,
} from '../store.ts'
import { decideCandidates } from './decide.ts'
import { decideLink } from './link.ts'

/** More versions than this are decided after the transaction of the decision, this many in each of their own. */
const versionsAtOnce = 500
const inventoryNamingsAtOnce = 200

/**
 * Call it with the matching lock held alone: no inventory and no advisory may come between the links and the
 * verdicts. Returns how many product versions are concerned.
 */
export async function relinkNames(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  keys: readonly string[],
  because: AliasCause,
  now: Date,
): Promise<number> {
  const changed = await relink(scope, keys)
  const versionIds = await selectVersionsOf(scope, changed)
  const [first = [], ...later] = [...arrayPortions(versionIds, versionsAtOnce)]
  await decideVersions(context, scope, first, because, now)
  await context.events.announce(
    scope,
    linksChanged,
    later.map((productVersionIds) => ({ productVersionIds, because })),
    now,
  )
  return versionIds.length
}

/** One portion of what a decision changed; in a transaction of its own. */
export async function decideChangedLinks(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  productVersionIds: readonly number[],
  because: AliasCause,
  now: Date,
): Promise<void> {
  await lockMatching(scope, 'advisory')
  await decideVersions(context, scope, productVersionIds, because, now)
}

async function decideVersions(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  productVersionIds: readonly number[],
  because: AliasCause,
  now: Date,
): Promise<void> {
  if (productVersionIds.length === 0) return
  const advisoryIds = await decideCandidates(scope, { productVersionIds }, new Map(), now)
  if (advisoryIds.length > 0)
    await context.events.announce(scope, verdictsDecided, { advisoryIds, because }, now)
}

/** The inventories' products whose links are others now. */
async function relink(scope: EngineScope, keys: readonly string[]): Promise<readonly number[]> {
  const decisions = await selectAliasesAround(scope, keys)
  const aliases = aliasGraph(decisions)
  const names = [...new Set([...keys, ...aliases.keys])]
  const stated = await selectProductsByAliasKey(scope, names, 'advisory')
  const inventory = await selectProductsByAliasKey(scope, names, 'inventory')
  const changed = new Set<number>()
  for (const portion of arrayPortions(inventory, inventoryNamingsAtOnce)) {
    const before = await selectLinksBetween(scope, idsOf(portion), idsOf(stated))
    const namings = await selectNamings(scope, idsOf([...portion, ...stated]))
    const after = portion.flatMap((own) =>
      stated.flatMap((one) => {
        const pair = { inventoryProductId: own.id, statedProductId: one.id }
        const isComparable =
          aliases.resolve(own.aliasKey, one.aliasKey) !== null ||
          shareKey(namings.get(own.id), namings.get(one.id))
        return isComparable ? decideLink(pair, namings, aliases) : []
      }),
    )
    const { removed, added } = differenceOf(before, after)
    await replaceLinks(scope, removed, added)
    for (const link of [...removed, ...added]) changed.add(link.inventoryProductId)
  }
  return [...changed]
}

/** As SQL looks for candidates: names without a blocking key in common are not compared. */
function shareKey(own: ProductName | undefined, stated: ProductName | undefined): boolean {
  if (!own || !stated) return false
  const keys = new Set(identityKeys(own))
  return identityKeys(stated).some((key) => keys.has(key))
}

function differenceOf(before: readonly Link[], after: readonly Link[]) {
  const [had, has] = [byContent(before), byContent(after)]
  return {
    removed: before.filter((link) => !has.has(contentOf(link))),
    added: after.filter((link) => !had.has(contentOf(link))),
  }
}

function byContent(links: readonly Link[]): ReadonlySet<string> {
  return new Set(links.map(contentOf))
}

function contentOf(link: Link): string {
  const { inventoryProductId, statedProductId, identityGrade, method, certainty, steps } = link
  const sorted = steps.map((step) => Object.entries(step).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return JSON.stringify([inventoryProductId, statedProductId, identityGrade, method, certainty, sorted])
}

function idsOf(products: readonly KeyedProduct[]): number[] {
  return products.map((product) => product.id)
}
