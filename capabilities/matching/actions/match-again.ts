// Manual runs of matching: advisories for everybody, or product versions of one hospital; never pooled with automatic ones.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { summariesOf } from '../../advisories/index.ts'
import { verdictsDecided } from '../events.ts'
import { lockMatching } from '../store.ts'
import { decideCandidates } from './decide.ts'
import { matchAdvisories } from './match-advisories.ts'

/** The object under which the journal keeps them. */
export const manualRuns = { objectType: 'matching', objectId: 'run' } as const

export interface ManualRun {
  /** The advisories that were matched, or on which a verdict changed. */
  readonly advisoryIds: readonly number[]
}

type RunContext = Pick<Context, 'database' | 'events'>

/** One transaction of its own; numbers that no advisory has are left out of the answer. */
export function matchAdvisoriesAgain(
  context: RunContext,
  advisoryIds: readonly number[],
  actor: string,
  now: Date,
): Promise<ManualRun> {
  return context.database.asEngine(async (scope) => {
    const known = (await summariesOf(scope, [...new Set(advisoryIds)])).map(({ advisoryId }) => advisoryId)
    if (known.length === 0) return { advisoryIds: [] }
    await matchAdvisories(context, scope, known, now)
    await record(scope, {
      organisationId: centreJournal,
      at: now,
      actor,
      action: 'matching.run-again',
      ...manualRuns,
      details: { advisoryIds: known },
    })
    return { advisoryIds: known }
  })
}

/** Verdicts belong to product versions, so other hospitals that run them hear of a change too. */
export function matchVersionsAgain(
  context: RunContext,
  organisationId: number,
  asked: { readonly assetIds: readonly number[]; readonly productVersionIds: readonly number[] },
  actor: string,
  now: Date,
): Promise<ManualRun> {
  return context.database.asEngine(async (scope) => {
    await lockMatching(scope, 'advisory')
    const productVersionIds = [...new Set(asked.productVersionIds)]
    const advisoryIds = await decideCandidates(scope, { productVersionIds }, new Map(), now)
    await record(scope, {
      organisationId,
      at: now,
      actor,
      action: 'matching.run-again',
      ...manualRuns,
      details: { assetIds: asked.assetIds, changed: advisoryIds.length },
    })
    if (advisoryIds.length > 0) await context.events.announce(scope, verdictsDecided, { advisoryIds }, now)
    return { advisoryIds }
  })
}
