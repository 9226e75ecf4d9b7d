// How things stand with the packs of a sensor, in words: what is in force, since when, and whether news still arrives.
// SPDX-License-Identifier: EUPL-1.2
import { PackRefusal, type RoleName, readSigned } from '@salus/standards/packs'
import type { PackRecord } from './record.ts'
import { existingStore } from './store.ts'

export interface PackStatus {
  readonly inForce: PackRecord | null
  /** Sequences that would take its place if it were damaged. */
  readonly kept: readonly number[]
  readonly ageDays: number | null
  /** Until when the last state that was fetched is fresh, ms UTC; null where none was fetched. */
  readonly freshUntilAt: number | null
  readonly words: readonly string[]
}

const dayMs = 86_400_000

/** `now` in ms UTC. */
export async function packStatus(stateFolder: string, now: number): Promise<PackStatus> {
  const store = await existingStore(stateFolder)
  if (store === null) return nothing
  const { records, broken } = await store.records()
  const [inForce = null, ...older] = records
  const expiries = await Promise.all(
    (['root', 'timestamp', 'snapshot', 'targets'] as const).map(async (role) =>
      expiryOf(role, await store.trusted.load(role)),
    ),
  )
  const known = expiries.filter((at): at is number => at !== null)
  const freshUntilAt = known.length === 0 ? null : Math.min(...known)
  return {
    inForce,
    kept: older.map(({ sequence }) => sequence),
    ageDays: inForce === null ? null : daysBetween(Date.parse(inForce.installedAt), now),
    freshUntilAt,
    words: [
      ...(inForce === null ? ['No pack is in force.'] : wordsOf(inForce, now)),
      ...freshness(freshUntilAt, now),
      ...broken.map((name) => `The record ${name} is damaged. Install the pack again.`),
    ],
  }
}

const nothing: PackStatus = {
  inForce: null,
  kept: [],
  ageDays: null,
  freshUntilAt: null,
  words: [
    'No pack was installed here. `sensor pack install` takes an address, a folder or a .salus-pack file.',
  ],
}

function wordsOf(record: PackRecord, now: number): readonly string[] {
  const validUntil = Date.parse(record.validUntil)
  return [
    `Pack ${record.id}, sequence ${record.sequence}, of ${record.publisher}: ${record.title.en}`,
    `In force since ${record.installedAt}, which is ${days(daysBetween(Date.parse(record.installedAt), now))} ago.`,
    `${record.rules} rules run: ${record.tested} tested by their samples, ${record.untested.length} public ones untested; ${record.leftOut.length} left out.`,
    ...(now < validUntil
      ? []
      : [
          `Its content was meant to be used until ${record.validUntil}, ${days(daysBetween(validUntil, now))} ago. It still runs; new threats are missing from it.`,
        ]),
  ]
}

function freshness(until: number | null, now: number): readonly string[] {
  if (until === null) return []
  const instant = new Date(until).toISOString()
  return now < until
    ? [`The last state fetched from the centre is fresh until ${instant}.`]
    : [
        `The last state fetched from the centre was fresh until ${instant}, ${days(daysBetween(until, now))} ago: nothing newer has arrived since, or somebody keeps it away. The rules in force still run. Check the connection and the clock, then ask the centre.`,
      ]
}

function expiryOf(role: RoleName, bytes: Uint8Array | null): number | null {
  if (bytes === null) return null
  try {
    return Date.parse(readSigned(role, bytes, role).signed.expires)
  } catch (error) {
    if (error instanceof PackRefusal) return null
    throw error
  }
}

function daysBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / dayMs))
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}
