// All items that are offered now: those of the platform and those that the centre wrote itself.
// SPDX-License-Identifier: EUPL-1.2
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { locales } from '../../../platform/i18n/index.ts'
import type { Item } from '../item.ts'
import { itemOf, type ListedItem } from '../own-item.ts'
import { ownItems } from '../store/library.ts'
import { selectOwnItems, selectOwnVersions } from '../store/own-items.ts'

type AnyScope = MemberScope | CentreScope | EngineScope

export async function listedItems(scope: AnyScope): Promise<readonly ListedItem[]> {
  const written = await selectOwnItems(scope)
  return [...ownItems().map(complete), ...written.filter(({ state }) => state === 'offered').map(itemOf)]
}

/** Retired ones too, so that what was requested stays readable. */
export async function findListed(scope: AnyScope, key: string): Promise<ListedItem | null> {
  const item = ownItems().find((one) => one.key === key)
  if (item) return complete(item)
  const [newest] = await selectOwnVersions(scope, key)
  return newest ? itemOf(newest) : null
}

/** Of the centre's own ones only: those of the platform are never retired by a centre. */
export async function isRetired(scope: AnyScope, key: string): Promise<boolean> {
  const [newest] = await selectOwnVersions(scope, key)
  return newest?.state === 'retired'
}

function complete(item: Item): ListedItem {
  return { item, writtenIn: locales }
}
