// Says yes or no to a dossier, strictly in order, and freezes what it was said to.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import type { CaseSource } from '../case.ts'
import { dossierChanged, dossierLacks, notYourTurn } from '../contract/refusals.ts'
import { type ChainStep, type Decision, roundOfDecision, stateAfterDecision } from '../dossier/chain.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { lackingOf } from '../dossier/standing.ts'
import { dossierMoved } from '../events.ts'
import { insertEndorsement, saveDossierState } from '../store/dossiers.ts'
import { type Acting, noteInJournal } from './acting.ts'
import { lockedDossier, viewWithin } from './dossier.ts'

export interface Deciding {
  readonly step: ChainStep
  readonly decision: Decision
  /** Who decides; on behalf of somebody outside, their name and not the officer's. */
  readonly name: string
  readonly role: string
  readonly mandate: string
  readonly receiptNumber: string | null
  /** Why not, where it is refused. */
  readonly text: string | null
  /** Of the dossier as it was read; a changed one is read again first. */
  readonly sha256: string
}

export type DecisionContext = Pick<Context, 'database' | 'events'>

export function decideOnDossier(
  context: DecisionContext,
  cases: CaseSource,
  by: Acting,
  dossierId: number,
  deciding: Deciding,
  now: Date,
): Promise<void> {
  return context.database.asMember(by.organisationId, async (scope) => {
    const dossier = await lockedDossier(scope, by.organisationId, dossierId)
    await decideWithin(context, scope, cases, by, dossier, deciding, now)
  })
}

/** The dossier is locked. */
export async function decideWithin(
  { events }: Pick<DecisionContext, 'events'>,
  scope: MemberScope,
  cases: CaseSource,
  by: Acting,
  dossier: Dossier,
  deciding: Deciding,
  now: Date,
): Promise<void> {
  const { step, decision } = deciding
  const state = stateAfterDecision(dossier.state, step, decision)
  // The hospital speaks for itself only, and for itself only the hospital does.
  if (state === null || (step === 'hospital') !== (by.via === 'member')) throw notYourTurn()
  const { current, standings } = await viewWithin(scope, cases, dossier, now)
  if (current.sha256 !== deciding.sha256) throw dossierChanged()
  const lacking = step === 'hospital' ? lackingOf(standings) : []
  if (lacking.length > 0) throw dossierLacks(lacking.length)
  const round = roundOfDecision(dossier)
  const { sha256, ...said } = deciding
  await insertEndorsement(scope, dossier, {
    ...said,
    round,
    snapshot: current.text,
    sha256,
    via: by.via,
    recordedAt: now,
    recordedBy: by.actor,
    recordedByName: by.name,
  })
  await saveDossierState(scope, dossier, { state, round, endedAt: null })
  await noteInJournal(
    scope,
    by,
    {
      action: `dossier-${decision}`,
      objectType: 'support-dossier',
      objectId: dossier.id,
      details: { step, round, sha256 },
    },
    now,
  )
  const { id: dossierId, organisationId, realm, title } = dossier
  const moved = { organisationId, dossierId, realm, title, round, step, decision }
  await events.announce(scope, dossierMoved, moved, now)
}
