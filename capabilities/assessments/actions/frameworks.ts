// A framework of others is imported, shown once the centre has confirmed that it may use it, and withdrawn.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { frameworkFaulty, frameworkKnown, movedOn } from '../contract/refusals.ts'
import { readFramework } from '../framework/from-files.ts'
import {
  insertFramework,
  insertMappings,
  insertRequirements,
  markConfirmed,
  markWithdrawn,
} from '../store/frameworks.ts'
import type { Officer } from './campaign.ts'

type FrameworkContext = Pick<Context, 'database'>

export interface FrameworkImported {
  /** Null for a file that holds mappings only. */
  readonly frameworkId: number | null
  readonly name: string | null
  readonly requirements: number
  /** New ones. */
  readonly mappings: number
  readonly warnings: number
}

export async function importFramework(
  { database }: FrameworkContext,
  by: Officer,
  bytes: Uint8Array,
  now: Date,
): Promise<FrameworkImported> {
  const read = readFramework(bytes)
  if (read.outcome === 'refused')
    throw frameworkFaulty(read.faults.map(({ place, detail }) => ({ pointer: place, detail })))
  const { framework, mappings, warnings } = read.value
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return database.asEngine(async (scope) => {
    const frameworkId =
      framework &&
      (await insertFramework(scope, { ...framework, sha256, importedAt: now, importedByName: by.name }))
    if (framework && frameworkId === null) throw frameworkKnown(framework.name, framework.version)
    if (framework && frameworkId !== null)
      await insertRequirements(scope, frameworkId, framework.requirements)
    const added = await insertMappings(scope, mappings)
    await record(scope, {
      organisationId: centreJournal,
      at: now,
      actor: by.actor,
      action: 'assessments.framework-imported',
      objectType: 'framework',
      objectId: frameworkId ?? 0,
      details: { key: framework?.key ?? null, version: framework?.version ?? null, mappings: added },
    })
    return {
      frameworkId,
      name: framework?.name ?? null,
      requirements: framework?.requirements.length ?? 0,
      mappings: added,
      warnings: warnings.length,
    }
  })
}

/** From then on members see it. `right`: by which right the centre uses it, in its own words. */
export function confirmFramework(
  { database }: FrameworkContext,
  by: Officer,
  id: number,
  right: string,
  now: Date,
): Promise<void> {
  return database.asCentre(async (scope) => {
    if (!(await markConfirmed(scope, id, { at: now, name: by.name, right }))) throw movedOn()
    await record(scope, entryOf(by, 'framework-confirmed', id, now))
  })
}

/** Answers are facts and stay; only the list of requirements is no longer shown. */
export function withdrawFramework(
  { database }: FrameworkContext,
  by: Officer,
  id: number,
  now: Date,
): Promise<void> {
  return database.asCentre(async (scope) => {
    if (!(await markWithdrawn(scope, id, now))) throw movedOn()
    await record(scope, entryOf(by, 'framework-withdrawn', id, now))
  })
}

function entryOf(by: Officer, action: string, id: number, now: Date) {
  return {
    organisationId: centreJournal,
    at: now,
    actor: by.actor,
    action: `assessments.${action}`,
    objectType: 'framework',
    objectId: id,
  }
}
