// Tells each house once a week, on Monday where the centre is up then, what falls due in the next two weeks, and what is late.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { record } from '../../../platform/journal/journal.ts'
import { colleaguesIn, ownerOf } from '../../accounts/index.ts'
import { contactsOf, findOrganisation } from '../../organisations/index.ts'
import { dueAheadDays, dueMonday, dueSpan } from '../due.ts'
import { dueMail } from '../mails/due.ts'
import { selectDueCounts, selectDueHouses, wasTold } from '../store/due.ts'
import type { RemindContext } from './remind.ts'

const housesAtOnce = 500
const dayMs = 86_400_000

export interface DueSummary {
  readonly sent: number
  readonly nobody: number
  readonly failed: number
}

export async function remindOfDue(context: RemindContext, now: Date): Promise<DueSummary> {
  const summary = { sent: 0, nobody: 0, failed: 0 }
  // A day more than any house looks ahead, whose day may be a later one than here.
  const before = new Date(now.getTime() + (dueAheadDays + 2) * dayMs)
  for (let after = 0; ; ) {
    const page = { after, limit: housesAtOnce }
    const houses = await context.database.asEngine((scope) => selectDueHouses(scope, before, page))
    for (const house of houses) {
      const outcome = await tellAlone(context, house, now)
      if (outcome) summary[outcome]++
    }
    const last = houses.at(-1)
    if (last === undefined || houses.length < housesAtOnce) break
    after = last
  }
  if (summary.sent > 0) await context.wake('delivery.send')
  return summary
}

/** One house's trouble is noted and leaves the others their message. */
async function tellAlone(
  context: RemindContext,
  organisationId: number,
  now: Date,
): Promise<keyof DueSummary | null> {
  try {
    return await context.database.asEngineFor(organisationId, (scope) =>
      tell(context, scope, organisationId, now),
    )
  } catch (error) {
    context.log.error({ error, organisation: organisationId }, 'what falls due could not be told')
    return 'failed'
  }
}

/** One transaction: the message, by whose occasion it is known that the house was told of this week, and the note of it. */
async function tell(
  context: RemindContext,
  scope: EngineScope,
  organisationId: number,
  now: Date,
): Promise<'sent' | 'nobody' | null> {
  const member = await findOrganisation(scope, organisationId)
  const monday = member && dueMonday(now, member.timeZone)
  if (!monday) return null
  const occasion = `due from ${monday}`
  if (await wasTold(scope, organisationId, occasion)) return null
  const counts = await selectDueCounts(scope, organisationId, dueSpan(monday, member.timeZone), now)
  if (counts.length === 0) return null
  const recipient = ownerOf(
    await contactsOf(scope, [organisationId]),
    await colleaguesIn(scope, [organisationId]),
  )
  if (!recipient) return 'nobody'
  await requestDeliveries(
    scope,
    [
      {
        organisationId,
        kind: 'catalogue.due',
        occasion,
        recipient: recipient.email,
        language: recipient.language,
        subjectType: null,
        subjectId: null,
        message: dueMail(context, { member, counts, language: recipient.language }),
        urgent: false,
        notBefore: now,
      },
    ],
    now,
  )
  await record(scope, {
    organisationId,
    at: now,
    actor: 'clock',
    action: 'catalogue.due-told',
    objectType: 'organisation',
    objectId: organisationId,
    details: { monday, due: counts.reduce((sum, { count }) => sum + count, 0) },
  })
  return 'sent'
}
