// Tells a circle that a member lacks something, once and without a name.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { listOrganisations } from '../../organisations/index.ts'
import { needMail } from '../mails/need.ts'
import { findNeedToTell, markNeedTold, type NeedToTell } from '../store/postings.ts'
import { peopleToTell, type TellContext } from './news.ts'

/** Tells the circle, once; of an exercise only the hospital's own people hear. */
export async function tellCircle(
  context: TellContext,
  scope: EngineScope,
  posted: { readonly organisationId: number; readonly needId: number },
  now: Date,
): Promise<void> {
  const need = await findNeedToTell(scope, posted.organisationId, posted.needId)
  if (!need) return
  const members = await membersToTell(scope, need)
  const people = await peopleToTell(scope, members)
  const isExercise = need.realm === 'exercise'
  await requestDeliveries(
    scope,
    people.map(({ organisationId, email, language }) => ({
      organisationId,
      kind: 'support.need',
      occasion: `need ${need.id}`,
      recipient: email,
      language,
      subjectType: 'support-need',
      subjectId: need.id,
      message: needMail(context, { need, organisationId, language, isExercise }),
      urgent: false,
      notBefore: now,
    })),
    now,
  )
  await markNeedTold(scope, need.organisationId, need.id, now)
}

async function membersToTell(scope: EngineScope, need: NeedToTell): Promise<readonly number[]> {
  if (need.realm === 'exercise') return [need.organisationId]
  const { kind, countries, members } = need.circle
  const providers = await listOrganisations(scope, { kind: 'provider' })
  return providers
    .filter(({ id }) => id !== need.organisationId)
    .filter(({ id, country }) => {
      if (kind === 'all') return true
      return kind === 'countries' ? countries.includes(country) : members.includes(id)
    })
    .map(({ id }) => id)
}
