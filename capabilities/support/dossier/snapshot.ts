// The dossier as one fixed text with its SHA-256, and what has changed since somebody endorsed it.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CaseSummary } from '../case.ts'
import { type ItemKey, itemKeys, rules } from './items.ts'
import type { ItemStanding } from './standing.ts'

export const snapshotFormat = 'salus-reserve-dossier/1'

const snapshot = z.strictObject({
  format: z.literal(snapshotFormat),
  /** Content of an exercise says so itself, wherever it ends up. */
  isExercise: z.boolean(),
  dossier: z.int(),
  round: z.int(),
  rules: z.strictObject({ id: z.string(), source: z.string(), isVerified: z.boolean() }),
  organisation: z.strictObject({ name: z.string(), country: z.string() }),
  case: z
    .strictObject({ number: z.int(), word: z.string(), title: z.string(), openedAt: z.iso.datetime() })
    .nullable(),
  items: z.array(
    z.strictObject({
      key: z.enum(itemKeys),
      article: z.string().nullable(),
      state: z.enum(['ready', 'old', 'draft', 'missing']),
      text: z.string().nullable(),
      recordedAt: z.iso.datetime().nullable(),
      recordedBy: z.string().nullable(),
    }),
  ),
})
export type Snapshot = z.output<typeof snapshot>

export interface Frozen {
  /** Written once and kept as it is: the hash is of these very characters. */
  readonly text: string
  /** Of its UTF-8 bytes, in hexadecimal. */
  readonly sha256: string
}

export interface SnapshotParts {
  readonly dossier: {
    readonly id: number
    readonly round: number
    readonly realm: 'real' | 'exercise'
  }
  readonly organisation: { readonly name: string; readonly country: string }
  readonly matter: CaseSummary | null
  readonly standings: readonly ItemStanding[]
}

/** The same parts always give the same text: members stand in one order, and no time of writing is in it. */
export function freeze({ dossier, organisation, matter, standings }: SnapshotParts): Frozen {
  const content: Snapshot = {
    format: snapshotFormat,
    isExercise: dossier.realm === 'exercise',
    dossier: dossier.id,
    round: dossier.round,
    rules: { id: rules.id, source: rules.source, isVerified: rules.verifiedBy !== null },
    organisation: { name: organisation.name, country: organisation.country },
    case: matter && {
      number: matter.incidentId,
      word: matter.word,
      title: matter.title,
      openedAt: matter.openedAt.toISOString(),
    },
    items: standings.map(({ item, state, entry }) => ({
      key: item.key,
      article: item.article,
      state,
      text: entry?.text ?? null,
      recordedAt: entry?.recordedAt.toISOString() ?? null,
      recordedBy: entry?.recordedByName ?? null,
    })),
  }
  const text = JSON.stringify(content, null, 2)
  return { text, sha256: hashOf(text) }
}

export function isIntact({ text, sha256 }: Frozen): boolean {
  return hashOf(text) === sha256
}

/** Throws where the text is not one of ours. */
export function readSnapshot(text: string): Snapshot {
  return snapshot.parse(JSON.parse(text))
}

export interface ItemChange {
  readonly key: ItemKey
  readonly before: string | null
  readonly after: string | null
}

export function changesBetween(before: Snapshot, after: Snapshot): readonly ItemChange[] {
  const textOf = ({ items }: Snapshot, key: ItemKey) => items.find((one) => one.key === key)?.text ?? null
  return itemKeys
    .map((key) => ({ key, before: textOf(before, key), after: textOf(after, key) }))
    .filter((change) => change.before !== change.after)
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
