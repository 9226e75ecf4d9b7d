// Lets sightings be seen once three hospitals saw the same, and asks the officers whether to warn the others.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { centreJournal } from '../../../platform/journal/journal.ts'
import { colleaguesIn, officersOf } from '../../accounts/index.ts'
import { centreOf } from '../../organisations/index.ts'
import { proposalMail } from '../mails/proposal.ts'
import { groupOf, minimumHospitals, mostWithin, proposalDays, type SightingGroup } from '../release.ts'
import { findEpoch } from '../store/epochs.ts'
import { findItem } from '../store/packs.ts'
import {
  insertProposal,
  lockRelease,
  saveGroup,
  selectReleasable,
  selectWaiting,
} from '../store/sightings.ts'
import { noteInJournal } from './acting.ts'

export type ReleaseContext = Pick<Context, 'database' | 'log' | 'translator' | 'origin' | 'wake'>

const subjectsAtOnce = 500

export interface ReleaseSummary {
  readonly released: number
  readonly proposed: number
}

/** By the clock and not at each message: who watches the page must not see when one hospital sends. */
export async function releaseSightings(context: ReleaseContext, now: Date): Promise<ReleaseSummary> {
  const summary = await context.database.asEngine(async (scope) => {
    await lockRelease(scope)
    let [released, proposed] = [0, 0]
    for (const subject of await selectReleasable(scope, minimumHospitals, subjectsAtOnce)) {
      const waiting = await selectWaiting(scope, subject)
      const epoch = await findEpoch(scope, subject.epoch)
      const group = epoch && groupOf(subject, waiting, epoch)
      if (!group) continue
      await saveGroup(
        scope,
        group,
        waiting.map(({ key }) => key),
        now,
      )
      released++
      const hospitals = mostWithin(waiting, proposalDays)
      if (!group.isFalsePositive && hospitals >= minimumHospitals)
        proposed += await propose(context, scope, group, hospitals, now)
    }
    return { released, proposed }
  })
  if (summary.proposed > 0) await context.wake('delivery.send')
  return summary
}

/** One for a rule and epoch. 1 where it is the first. */
async function propose(
  context: ReleaseContext,
  scope: EngineScope,
  { epoch, kind, itemId }: SightingGroup,
  hospitals: number,
  now: Date,
): Promise<number> {
  if (!(await insertProposal(scope, { epoch, kind, itemId, hospitals }, now))) return 0
  const centre = await centreOf(scope)
  const officers = centre ? officersOf(await colleaguesIn(scope, [centre.id])) : []
  if (officers.length === 0)
    context.log.warn('hospitals saw the same and there is nobody on duty to tell; invite a duty officer')
  const title = (await findItem(scope, kind, itemId))?.title ?? itemId
  await requestDeliveries(
    scope,
    officers.map(({ email, language }) => ({
      organisationId: centreJournal,
      kind: 'sighting.proposal',
      occasion: `sighting ${kind} ${itemId} epoch ${epoch}`,
      recipient: email,
      language: context.translator(language).locale,
      subjectType: null,
      subjectId: null,
      message: proposalMail(context, { title, kind, itemId, hospitals, language }),
      urgent: true,
      notBefore: now,
    })),
    now,
  )
  await noteInJournal(
    scope,
    { organisationId: centreJournal, actor: 'sensors' },
    { action: 'sighting.proposed', objectType: 'sighting', objectId: itemId, details: { kind, hospitals } },
    now,
  )
  return 1
}
