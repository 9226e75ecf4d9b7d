// Prepares a dossier: opens it for a matter, writes its items, and shows it with all that was said about it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import { findOrganisation, type Organisation } from '../../organisations/index.ts'
import type { CaseDetails, CaseSource } from '../case.ts'
import { movedOn, unknownHere } from '../contract/refusals.ts'
import { mayEnd, mayWithdraw, mayWrite, roundOfDecision } from '../dossier/chain.ts'
import type { Dossier, Endorsement } from '../dossier/dossier.ts'
import type { ItemKey } from '../dossier/items.ts'
import { changesBetween, type Frozen, freeze, type ItemChange, readSnapshot } from '../dossier/snapshot.ts'
import { type ItemStanding, type Readiness, readinessOf, standingsOf } from '../dossier/standing.ts'
import {
  findDossier,
  findDossierByForm,
  insertDossier,
  insertItem,
  saveDossierState,
  selectEndorsements,
  selectItems,
} from '../store/dossiers.ts'
import { type Acting, noteInJournal } from './acting.ts'
import { realmOfMatter } from './call.ts'

type DossierContext = Pick<Context, 'database'>

export interface NewDossier {
  readonly title: string
  readonly incidentId: number | null
  readonly isExercise: boolean
  readonly formToken: string
}

export function openDossier(
  context: DossierContext,
  cases: CaseSource,
  by: Acting,
  given: NewDossier,
  now: Date,
): Promise<number> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    if (given.incidentId !== null && !(await cases.find(scope, given.incidentId))) throw unknownHere()
    const realm = realmOfMatter(given)
    const opened = { ...given, organisationId, realm, openedAt: now, openedByName: by.name }
    const id = await insertDossier(scope, opened)
    if (id === null) {
      const known = await findDossierByForm(scope, organisationId, given.formToken)
      if (!known) throw new Error('a form token was taken and belongs to no dossier')
      return known.id
    }
    await noteInJournal(
      scope,
      by,
      { action: 'dossier-opened', objectType: 'support-dossier', objectId: id, details: { realm } },
      now,
    )
    return id
  })
}

/** Null as dossier: kept ready for any. Writing the same again confirms that it still holds. */
export function writeItem(
  context: DossierContext,
  by: Acting,
  written: { readonly dossierId: number | null; readonly item: ItemKey; readonly text: string },
  now: Date,
): Promise<void> {
  const { organisationId, actor, name } = by
  return context.database.asMember(organisationId, async (scope) => {
    if (written.dossierId !== null) {
      const dossier = await lockedDossier(scope, organisationId, written.dossierId)
      if (!mayWrite(dossier.state)) throw movedOn()
    }
    await insertItem(scope, organisationId, {
      ...written,
      recordedAt: now,
      recordedBy: actor,
      recordedByName: name,
    })
    await noteInJournal(
      scope,
      by,
      {
        action: 'dossier-item-written',
        objectType: 'support-dossier',
        objectId: written.dossierId ?? 0,
        details: { item: written.item },
      },
      now,
    )
  })
}

/** Withdrawn before it came to anything, or ended after the help was there. */
export function leaveDossier(
  context: DossierContext,
  by: Acting,
  dossierId: number,
  how: 'withdrawn' | 'ended',
  now: Date,
): Promise<void> {
  return context.database.asMember(by.organisationId, async (scope) => {
    const dossier = await lockedDossier(scope, by.organisationId, dossierId)
    if (how === 'ended' ? !mayEnd(dossier.state) : !mayWithdraw(dossier.state)) throw movedOn()
    const endedAt = how === 'ended' ? now : null
    await saveDossierState(scope, dossier, { state: how, round: dossier.round, endedAt })
    await noteInJournal(
      scope,
      by,
      { action: `dossier-${how}`, objectType: 'support-dossier', objectId: dossierId },
      now,
    )
  })
}

export interface PreparedDossier {
  readonly organisation: Organisation
  readonly standings: readonly ItemStanding[]
  readonly readiness: Readiness
}

/** What is kept ready for any dossier. */
export function viewPrepared(
  context: DossierContext,
  organisationId: number,
  now: Date,
): Promise<PreparedDossier> {
  return context.database.asMember(organisationId, async (scope) => {
    const organisation = await organisationOf(scope, organisationId)
    const standings = standingsOf(await selectItems(scope, organisationId, null), null, now)
    return { organisation, standings, readiness: readinessOf(standings) }
  })
}

export interface DossierView extends PreparedDossier {
  readonly dossier: Dossier
  readonly matter: CaseDetails | null
  readonly endorsements: readonly Endorsement[]
  /** As it stands now. */
  readonly current: Frozen
  /** What has changed since the last yes; empty where there was none. */
  readonly changes: readonly ItemChange[]
}

export function viewDossier(
  context: DossierContext,
  cases: CaseSource,
  organisationId: number,
  dossierId: number,
  now: Date,
): Promise<DossierView> {
  return context.database.asMember(organisationId, async (scope) => {
    const dossier = await findDossier(scope, organisationId, dossierId)
    if (!dossier) throw unknownHere()
    return viewWithin(scope, cases, dossier, now)
  })
}

export async function viewWithin(
  scope: MemberScope,
  cases: CaseSource,
  dossier: Dossier,
  now: Date,
): Promise<DossierView> {
  const { organisationId } = dossier
  const organisation = await organisationOf(scope, organisationId)
  const matter = dossier.incidentId === null ? null : await cases.find(scope, dossier.incidentId)
  const standings = standingsOf(await selectItems(scope, organisationId, dossier.id), dossier.id, now)
  const endorsements = await selectEndorsements(scope, organisationId, dossier.id)
  // In the round for which the next decision counts.
  const { id, realm } = dossier
  const current = freeze({
    dossier: { id, realm, round: roundOfDecision(dossier) },
    organisation,
    matter,
    standings,
  })
  const last = endorsements.findLast(({ decision }) => decision === 'endorsed')
  const changes = last ? changesBetween(readSnapshot(last.snapshot), readSnapshot(current.text)) : []
  return {
    dossier,
    organisation,
    matter,
    standings,
    readiness: readinessOf(standings),
    endorsements,
    current,
    changes,
  }
}

export async function lockedDossier(
  scope: MemberScope,
  organisationId: number,
  dossierId: number,
): Promise<Dossier> {
  const dossier = await findDossier(scope, organisationId, dossierId, { lock: true })
  if (!dossier) throw unknownHere()
  return dossier
}

async function organisationOf(scope: MemberScope, organisationId: number): Promise<Organisation> {
  const organisation = await findOrganisation(scope, organisationId)
  if (!organisation) throw unknownHere()
  return organisation
}
