// Tells every officer at once of somebody whose hospital we cannot be sure of; a person sorts it out on the telephone.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { colleaguesIn } from '../../accounts/index.ts'
import { centreOf } from '../../organisations/index.ts'
import type { FirstContact } from '../contract/first-contact.ts'
import { unplacedMail } from '../mails/unplaced.ts'

type UnplacedContext = Pick<Context, 'database' | 'log' | 'translator' | 'origin' | 'wake'>

/**
 * A name that a stranger types does not say whose case it is, so none is opened: the officer does, after ringing.
 * Returns how many officers were told; the same form sent twice is one message.
 */
export async function tellUnplaced(
  context: UnplacedContext,
  contact: FirstContact,
  language: string,
  now: Date,
): Promise<number> {
  const told = await context.database.asEngine(async (scope) => {
    const centre = await centreOf(scope)
    const colleagues = centre ? await colleaguesIn(scope, [centre.id]) : []
    const onDuty = colleagues.filter(({ role }) => role === 'duty-officer')
    const officers = onDuty.length > 0 ? onDuty : colleagues
    await requestDeliveries(
      scope,
      officers.map((officer) => ({
        organisationId: centreJournal,
        kind: 'incident.unplaced',
        occasion: `unplaced ${contact.formToken}`,
        recipient: officer.email,
        language: officer.language,
        subjectType: null,
        subjectId: null,
        message: unplacedMail(
          context,
          contact,
          { officer, language, timeZone: centre?.timeZone ?? 'UTC' },
          now,
        ),
        urgent: true,
        notBefore: now,
      })),
      now,
    )
    // Names and numbers stand in the messages alone.
    await record(scope, {
      organisationId: centreJournal,
      at: now,
      actor: 'first-contact',
      action: 'incident.unplaced',
      objectType: 'first-contact',
      objectId: contact.formToken,
      details: { officers: officers.map(({ personId }) => personId) },
    })
    return officers.length
  })
  if (told > 0) await context.wake('delivery.send')
  else context.log.error({}, 'somebody needs help and the centre has nobody to wake; invite a duty officer')
  return told
}
