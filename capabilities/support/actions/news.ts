// Tells people that a dossier has moved: the centre when it is handed over, the hospital when somebody has decided.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { centreJournal } from '../../../platform/journal/journal.ts'
import { colleaguesIn } from '../../accounts/index.ts'
import { centreOf } from '../../organisations/index.ts'
import type { DossierMoved } from '../events.ts'
import { newsMail } from '../mails/news.ts'
import { recipientsOf } from '../reminders.ts'

export type TellContext = Pick<Context, 'translator' | 'origin'>

/** Who of a hospital acts on what is told. */
const rolesTold: ReadonlySet<string> = new Set(['lead', 'responder'])

export async function peopleToTell(scope: EngineScope, organisationIds: readonly number[]) {
  return (await colleaguesIn(scope, organisationIds)).filter(({ role }) => rolesTold.has(role))
}

/** Of an exercise only the hospital's own people hear, at every step. */
export async function tellOfDossier(
  context: TellContext,
  scope: EngineScope,
  moved: DossierMoved,
  now: Date,
): Promise<void> {
  const { organisationId, dossierId, realm, title, round, step, decision } = moved
  const isForCentre = step === 'hospital' && realm === 'real'
  const centre = isForCentre ? await centreOf(scope) : null
  const people = recipientsOf(isForCentre ? 'real' : 'exercise', 0, {
    own: isForCentre ? [] : await peopleToTell(scope, [organisationId]),
    centre: centre ? await colleaguesIn(scope, [centre.id]) : [],
  })
  const path = isForCentre
    ? `/centre/support/${organisationId}/dossiers/${dossierId}`
    : `/o/${organisationId}/support/dossiers/${dossierId}`
  await requestDeliveries(
    scope,
    people.map(({ email, language }) => ({
      organisationId: isForCentre ? centreJournal : organisationId,
      kind: 'support.dossier',
      occasion: `dossier ${organisationId}/${dossierId} round ${round} ${step} ${decision}`,
      recipient: email,
      language,
      subjectType: 'support-dossier',
      subjectId: dossierId,
      message: newsMail(context, {
        news: { kind: 'dossier', step, decision },
        realm,
        title,
        language,
        path,
        isCentre: isForCentre,
      }),
      urgent: true,
      notBefore: now,
    })),
    now,
  )
}
