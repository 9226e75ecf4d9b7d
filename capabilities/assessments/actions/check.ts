// A check is opened, its depth changed, and how it stands is read.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import { wallTimeOf } from '../../../platform/time/zone.ts'
import type { FactBook, Facts } from '../../facts/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { askedOf, type Check, type Depth, type Progress, progressOf } from '../check.ts'
import type { Content, ContentSource } from '../content.ts'
import { notRunning, runningAlready, unknownHere } from '../contract/refusals.ts'
import { type Scores, scoresOf } from '../score.ts'
import { openInvitations } from '../store/campaigns.ts'
import { findRunning, insertCheck, selectChecks, updateDepth } from '../store/checks.ts'
import { type Acting, noteInJournal } from './acting.ts'

export interface Checking {
  readonly context: Context
  readonly book: FactBook
  readonly content: ContentSource
}

/** The year that the centre asks for, else that of today in the house's own time. */
export async function yearOf(scope: MemberScope, organisationId: number, now: Date): Promise<number> {
  const [asked] = await openInvitations(scope, organisationId)
  if (asked) return asked.year
  const organisation = await findOrganisation(scope, organisationId)
  if (!organisation) throw unknownHere()
  return Number(wallTimeOf(now, organisation.timeZone).day.slice(0, 4))
}

export function openCheck(
  { context, content }: Checking,
  by: Acting,
  depth: Depth,
  now: Date,
): Promise<number> {
  const { organisationId, name } = by
  return context.database.asMember(organisationId, async (scope) => {
    const year = await yearOf(scope, organisationId, now)
    const { form } = content()
    const id = await insertCheck(scope, {
      organisationId,
      year,
      depth,
      formVersion: form.version,
      openedAt: now,
      openedByName: name,
    })
    if (id === null) throw runningAlready()
    const details = { year, depth }
    await noteInJournal(scope, by, { action: 'opened', objectType: 'assessment', objectId: id, details }, now)
    return id
  })
}

/** Answers are facts, so none is lost, and none is asked twice. */
export function changeDepth({ context }: Checking, by: Acting, depth: Depth, now: Date): Promise<void> {
  return context.database.asMember(by.organisationId, async (scope) => {
    const check = await findRunning(scope, by.organisationId, { lock: true })
    if (!check) throw notRunning()
    if (check.depth === depth) return
    await updateDepth(scope, check, depth)
    await noteInJournal(
      scope,
      by,
      {
        action: 'depth-changed',
        objectType: 'assessment',
        objectId: check.id,
        details: { from: check.depth, to: depth },
      },
      now,
    )
  })
}

export interface HouseView extends Content {
  readonly facts: Facts
  readonly scores: Scores
}

/** What is known of a house, and where it stands now. */
export async function viewHouse(
  { book, content }: Pick<Checking, 'book' | 'content'>,
  scope: MemberScope,
  organisationId: number,
  now: Date,
): Promise<HouseView> {
  const facts = await book.about(scope, organisationId, now)
  const { form, measures } = content()
  return {
    form,
    measures,
    facts,
    scores: scoresOf(measures, facts, askedOf(form, facts, await depthOf(scope, organisationId))),
  }
}

/** Of the check that runs, else of the last one; where there was none, everything counts as asked. */
async function depthOf(scope: MemberScope, organisationId: number): Promise<Depth> {
  const [newest] = await selectChecks(scope, organisationId)
  return newest?.depth ?? 3
}

export interface RunningView extends HouseView {
  readonly check: Check
  readonly progress: Progress
}

export async function viewRunning(
  checking: Pick<Checking, 'book' | 'content'>,
  scope: MemberScope,
  organisationId: number,
  now: Date,
): Promise<RunningView> {
  const check = await findRunning(scope, organisationId)
  if (!check) throw notRunning()
  const house = await viewHouse(checking, scope, organisationId, now)
  return { ...house, check, progress: progressOf(house.form, house.facts, check.depth) }
}
