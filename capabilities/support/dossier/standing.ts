// How ready each item of a dossier is, how old, and how many of all are ready.
// SPDX-License-Identifier: EUPL-1.2
import { type DossierItem, type DossierRules, type ItemKey, rules } from './items.ts'

const dayMs = 24 * 3_600_000

export interface ItemEntry {
  readonly item: ItemKey
  /** Null: kept ready for any dossier. */
  readonly dossierId: number | null
  readonly text: string
  readonly recordedAt: Date
  readonly recordedByName: string
}

/** `draft`: stands ready, but has to be written for this case. `old`: counts no longer until somebody confirms it. */
export type ItemState = 'ready' | 'old' | 'draft' | 'missing'

export interface ItemStanding {
  readonly item: DossierItem
  readonly state: ItemState
  readonly entry: ItemEntry | null
  /** Whole days; null where nothing is written. */
  readonly ageDays: number | null
}

/** `dossierId` null looks at what is kept ready. Of several entries the last in the list counts. */
export function standingsOf(
  entries: readonly ItemEntry[],
  dossierId: number | null,
  now: Date,
  { items }: Pick<DossierRules, 'items'> = rules,
): readonly ItemStanding[] {
  return items.map((item) => {
    const own = dossierId === null ? undefined : lastOf(entries, item.key, dossierId)
    const kept = lastOf(entries, item.key, null)
    const entry = own ?? kept ?? null
    if (!entry) return { item, state: 'missing', entry, ageDays: null }
    const ageDays = Math.floor((now.getTime() - entry.recordedAt.getTime()) / dayMs)
    const isDraft = dossierId !== null && !own && item.written === 'for-the-case'
    const state = isDraft ? 'draft' : ageDays > item.maxAgeDays ? 'old' : 'ready'
    return { item, state, entry, ageDays }
  })
}

export interface Readiness {
  readonly ready: number
  readonly all: number
}

export function readinessOf(standings: readonly ItemStanding[]): Readiness {
  return { ready: standings.filter(({ state }) => state === 'ready').length, all: standings.length }
}

/** What has to be written before anybody outside can judge it; an old text counts, a draft does not. */
export function lackingOf(standings: readonly ItemStanding[]): readonly ItemKey[] {
  return standings
    .filter(({ item, state }) => item.needed && (state === 'missing' || state === 'draft'))
    .map(({ item }) => item.key)
}

function lastOf(
  entries: readonly ItemEntry[],
  key: ItemKey,
  dossierId: number | null,
): ItemEntry | undefined {
  return entries.findLast((entry) => entry.item === key && entry.dossierId === dossierId)
}
