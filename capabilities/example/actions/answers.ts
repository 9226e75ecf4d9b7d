// Gives the example's answers through the same action as a person's, each at its own instant.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { addDays, dayOf } from '../../../platform/time/zone.ts'
import { answerAlert, findAlertOfAdvisory } from '../../alerts/index.ts'
import { answers } from '../answers.ts'
import { hoursBefore } from '../centre.ts'
import type { JoinedMember } from './members.ts'

export async function giveAnswers(
  context: Context,
  joined: ReadonlyMap<string, JoinedMember>,
  advisoryIds: ReadonlyMap<string, number>,
  now: Date,
): Promise<void> {
  for (const answer of answers) {
    const where = `${answer.member}, ${answer.advisory}`
    const member = joined.get(answer.member)
    const advisoryId = advisoryIds.get(answer.advisory)
    const personId = member?.personIds.get(answer.person)
    if (!member || advisoryId === undefined || personId === undefined)
      throw new Error(`the example's answer for ${where} names something that does not exist`)
    const { organisationId } = member
    const alert = await context.database.asMember(organisationId, (scope) =>
      findAlertOfAdvisory(scope, organisationId, advisoryId),
    )
    if (!alert) throw new Error(`the example's answer for ${where} has no alert`)
    const { timeZone } = member.member.organisation
    const given = {
      kind: answer.kind,
      applies: answer.applies ?? null,
      assignee: answer.assignee ?? null,
      reason: answer.reason ?? null,
      acceptedUntil: answer.untilDays === undefined ? null : addDays(dayOf(now, timeZone), answer.untilDays),
    }
    await answerAlert(
      context,
      { organisationId, alertId: alert.id, answer: given, personId, timeZone },
      hoursBefore(now, answer.hoursAgo),
    )
  }
}
