// What the actions of this capability work with, and the events that they announce.
// SPDX-License-Identifier: EUPL-1.2
import type { HashedItem } from '@salus/standards/inventory'
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { defineEvent } from '../../../platform/events/event.ts'
import type { Matchable } from '../asset.ts'
import { refreshInstalled, versionsInstalled } from '../store/installed.ts'
import { nextRevision } from '../store/inventory.ts'

export interface IdentifiedItem {
  readonly productVersionId: number
  readonly matchable: Matchable
}

/** Matching's door: one product version for each item, in the same order. */
export type IdentifyProductVersions = (
  scope: EngineScope,
  items: readonly HashedItem[],
  now: Date,
) => Promise<readonly IdentifiedItem[]>

export interface Inventory {
  readonly context: Pick<Context, 'database' | 'events' | 'log'>
  readonly identify: IdentifyProductVersions
}

/** Assets of a member were added, changed or went; announced in that transaction, with the engine's rights. */
export const inventoryChanged = defineEvent<{ organisationId: number; importId: number | null }>(
  'inventory.changed',
)

/** An import has work for the engine: a file to read, or a comparison to make. */
export const importRequested = defineEvent<{ organisationId: number; importId: number }>('import.requested')

/** Somebody has seen the difference and wants it stored. */
export const importConfirmed = defineEvent<{ organisationId: number; importId: number; actor: string }>(
  'import.confirmed',
)

/** A change of an inventory that has begun: nobody else changes it until the transaction ends. */
export interface BegunChange {
  readonly organisationId: number
  readonly revision: number
  readonly versionsBefore: readonly number[]
}

export async function beginChange(scope: EngineScope, organisationId: number): Promise<BegunChange> {
  const revision = await nextRevision(scope, organisationId)
  return { organisationId, revision, versionsBefore: await versionsInstalled(scope, organisationId) }
}

/** Alerts follow within the same transaction. */
export async function announceChange(
  { context }: Inventory,
  scope: EngineScope,
  { organisationId, versionsBefore }: BegunChange,
  importId: number | null,
  now: Date,
): Promise<void> {
  await refreshInstalled(scope, organisationId, versionsBefore)
  await context.events.announce(scope, inventoryChanged, { organisationId, importId }, now)
}
