// Nobody answered: the owner is reminded, then the deputy is written to, then the centre's duty officers.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { colleaguesIn, deputyOf, ownerOf, type Recipient } from '../../accounts/index.ts'
import { escalatingObligations, escalationDue, escalationSteps } from '../../obligations/index.ts'
import { contactsOf, findOrganisation } from '../../organisations/index.ts'
import { type AdvisoryWordsOf, type Member, settingFor } from '../mails/setting.ts'
import { deputyMail, type OwedAnswer, reminderMail } from '../mails/to-members.ts'
import type { HandedOn, OfficerReason } from '../mails/to-officers.ts'
import { selectEscalatingOrganisations, selectTellable } from '../store/telling.ts'
import { markAll, occasionOf, type Who } from './mark.ts'
import { tellOfficers } from './tell-officers.ts'
import { advisoryWords, askToSend, asRequest, type TellingContext } from './telling.ts'

const organisationsAtOnce = 500
/** What is more waits for the next minute. */
const clocksAtOnce = 500

export interface EscalationSummary {
  reminded: number
  deputies: number
  officers: number
  failed: number
}

export async function escalateAlerts(context: TellingContext, now: Date): Promise<EscalationSummary> {
  const summary: EscalationSummary = { reminded: 0, deputies: 0, officers: 0, failed: 0 }
  for (let after = 0; ; ) {
    const page = { after, limit: organisationsAtOnce }
    const ids = await context.database.asEngine((scope) =>
      selectEscalatingOrganisations(scope, escalationSteps, now, page),
    )
    const handedOn: HandedOn[] = []
    for (const id of ids) handedOn.push(...(await escalateAlone(context, id, summary, now)))
    summary.officers += await tellOfficers(context, handedOn, now)
    const last = ids.at(-1)
    if (last === undefined || ids.length < organisationsAtOnce) break
    after = last
  }
  if (summary.reminded + summary.deputies + summary.officers > 0) await askToSend(context)
  return summary
}

/** One hospital's trouble is recorded, and the others go on; its clocks stay due and are tried again. */
async function escalateAlone(
  context: TellingContext,
  organisationId: number,
  summary: EscalationSummary,
  now: Date,
): Promise<readonly HandedOn[]> {
  try {
    const done = await context.database.asEngineFor(organisationId, (scope) =>
      escalateWithin(context, scope, organisationId, now),
    )
    summary.reminded += done.reminded
    summary.deputies += done.deputies
    return done.handedOn
  } catch (error) {
    summary.failed++
    context.log.error({ error, organisation: organisationId }, 'overdue answers could not be escalated')
    return []
  }
}

interface Done {
  readonly reminded: number
  readonly deputies: number
  /** For the duty officers, who belong to another organisation and therefore to another transaction. */
  readonly handedOn: readonly HandedOn[]
}

async function escalateWithin(
  context: TellingContext,
  scope: EngineScope,
  organisationId: number,
  now: Date,
): Promise<Done> {
  const member = await findOrganisation(scope, organisationId)
  const owed = await owedIn(scope, now)
  if (!member || owed.length === 0) return { reminded: 0, deputies: 0, handedOn: [] }
  const contacts = await contactsOf(scope, [organisationId])
  const owner = ownerOf(contacts, await colleaguesIn(scope, [organisationId]))
  const deputy = deputyOf(contacts)
  const of = (who: Who) => owed.filter(({ obligation }) => escalationDue(obligation, now)?.who === who)
  const telling = {
    context,
    scope,
    member,
    now,
    wordsOf: await advisoryWords(
      scope,
      owed.map(({ alert }) => alert.advisoryId),
    ),
  }
  const reminded = await tell(telling, 'owner', owner, of('owner'))
  const deputies = await tell(telling, 'deputy', deputy, of('deputy'))
  const hand = (list: readonly OwedAnswer[], because: OfficerReason) =>
    list.map((one) => ({ ...one, member, because }))
  return {
    reminded,
    deputies,
    handedOn: [
      ...(owner ? [] : hand(of('owner'), 'nobody')),
      ...(deputy ? [] : hand(of('deputy'), owner ? 'no-deputy' : 'nobody')),
      ...hand(of('duty-officer'), 'not-answered'),
    ],
  }
}

async function owedIn(scope: EngineScope, now: Date): Promise<readonly OwedAnswer[]> {
  const obligations = await escalatingObligations(scope, 'alert', escalationSteps, now, clocksAtOnce)
  const alerts = await selectTellable(
    scope,
    obligations.map((obligation) => obligation.subjectId),
  )
  const byId = new Map(alerts.map((alert) => [alert.alertId, alert]))
  return obligations.flatMap((obligation) => {
    const alert = byId.get(obligation.subjectId)
    return alert ? [{ obligation, alert }] : []
  })
}

interface Telling {
  readonly context: TellingContext
  readonly scope: EngineScope
  readonly member: Member
  readonly now: Date
  readonly wordsOf: AdvisoryWordsOf
}

const writers = {
  owner: { write: reminderMail, kind: 'alert.reminder', level: 1 },
  deputy: { write: deputyMail, kind: 'alert.deputy', level: 2 },
}

/** One mail for all that is due now; the mark in the same transaction keeps it from being sent again. */
async function tell(
  { context, scope, member, now, wordsOf }: Telling,
  who: keyof typeof writers,
  recipient: Recipient | null,
  owed: readonly OwedAnswer[],
): Promise<number> {
  if (!recipient || owed.length === 0) return 0
  const { write, kind, level } = writers[who]
  const message = write(settingFor(context, recipient, member), owed, wordsOf)
  const [first] = owed
  const mail = { organisationId: member.id, kind, occasion: occasionOf(who, owed), recipient, message }
  const alertId = owed.length === 1 && first ? first.alert.alertId : null
  await requestDeliveries(scope, [asRequest(context, { ...mail, alertId, urgent: true }, now)], now)
  await markAll(scope, owed, who, level, now)
  return owed.length
}
