// The last step of an escalation: the centre's duty officers get one mail about all members whose turn has passed.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { centreJournal } from '../../../platform/journal/journal.ts'
import { colleaguesIn, officersOf } from '../../accounts/index.ts'
import { escalationDue, obligationsOfSubjects } from '../../obligations/index.ts'
import { centreOf } from '../../organisations/index.ts'
import { settingFor } from '../mails/setting.ts'
import { type HandedOn, officerMail } from '../mails/to-officers.ts'
import { markAll, occasionOf } from './mark.ts'
import { advisoryWords, asRequest, type TellingContext } from './telling.ts'

const clocksAtOnce = 500
const officerLevel = 3

/** Returns how many clocks were handed on. A portion that fails stays due, and the others go on. */
export async function tellOfficers(
  context: TellingContext,
  handedOn: readonly HandedOn[],
  now: Date,
): Promise<number> {
  let told = 0
  for (let start = 0; start < handedOn.length; start += clocksAtOnce) {
    const portion = handedOn.slice(start, start + clocksAtOnce)
    try {
      told += await context.database.asEngine((scope) => tellPortion(context, scope, portion, now))
    } catch (error) {
      context.log.error({ error, clocks: portion.length }, 'the duty officers could not be told')
    }
  }
  return told
}

async function tellPortion(
  context: TellingContext,
  scope: EngineScope,
  portion: readonly HandedOn[],
  now: Date,
): Promise<number> {
  const centre = await centreOf(scope)
  const officers = centre ? officersOf(await colleaguesIn(scope, [centre.id])) : []
  const owed = await stillOwed(scope, portion, now)
  if (owed.length === 0) return 0
  if (!centre || officers.length === 0) {
    context.log.warn(
      { clocks: owed.length },
      'answers are overdue and the centre has nobody on duty to tell; invite a duty officer',
    )
    return 0
  }
  const wordsOf = await advisoryWords(
    scope,
    owed.map(({ alert }) => alert.advisoryId),
  )
  const occasion = occasionOf('duty-officer', owed)
  const requests = officers.map((recipient) => {
    const message = officerMail(settingFor(context, recipient, centre), owed, wordsOf)
    const mail = { organisationId: centreJournal, kind: 'alert.duty-officer', occasion, recipient, message }
    return asRequest(context, { ...mail, alertId: null, urgent: true }, now)
  })
  await requestDeliveries(scope, requests, now)
  await markAll(scope, owed, 'duty-officer', officerLevel, now)
  return owed.length
}

/** Somebody may have answered since the hospital's own transaction ended. */
async function stillOwed(
  scope: EngineScope,
  portion: readonly HandedOn[],
  now: Date,
): Promise<readonly HandedOn[]> {
  const subjects = portion.map(({ obligation }) => obligation.subjectId)
  const obligations = await obligationsOfSubjects(scope, 'alert', subjects)
  const due = new Set(
    obligations.filter((obligation) => escalationDue(obligation, now)).map((obligation) => obligation.id),
  )
  return portion.filter(({ obligation }) => due.has(obligation.id))
}
