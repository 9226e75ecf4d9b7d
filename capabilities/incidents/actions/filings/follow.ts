// Takes filings by mail from the case to the mail server, and brings back what became of them.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import type { EngineScope } from '../../../../platform/database/database.ts'
import { requestDeliveries } from '../../../../platform/delivery/delivery.ts'
import { type DeliveryStanding, selectStandings } from '../../../../platform/delivery/standing.ts'
import { findOrganisation } from '../../../organisations/index.ts'
import { readContent } from '../../filings/frozen.ts'
import { filingMail, mailLanguage } from '../../mails/filing.ts'
import { type Filing, findFiling, saveSent, selectMailsOnTheirWay } from '../../store/filings.ts'
import { moved } from './check.ts'
import { mayLeave } from './gate.ts'
import { noteSent } from './outcome.ts'
import { authorityByKey } from './receivers.ts'

export type MailContext = Pick<Context, 'database' | 'log' | 'translator' | 'wake'>

export interface MailSummary {
  readonly asked: number
  readonly sent: number
  readonly failed: number
}

const filingsAtOnce = 1_000
const subjectType = 'filing'

/** At once after sending; the job does the same for what a killed process left behind. */
export async function askForMails(context: MailContext, organisationId: number, now: Date): Promise<void> {
  const filings = await context.database.asEngineFor(organisationId, (scope) =>
    selectMailsOnTheirWay(scope, filingsAtOnce),
  )
  await followAll(context, filings, now)
}

export async function followMails(context: MailContext, now: Date): Promise<MailSummary> {
  const filings = await context.database.asEngine((scope) => selectMailsOnTheirWay(scope, filingsAtOnce))
  return followAll(context, filings, now)
}

/** Each in a transaction of its own: one that cannot be followed does not stop the others. */
async function followAll(context: MailContext, filings: readonly Filing[], now: Date): Promise<MailSummary> {
  const summary = { asked: 0, sent: 0, failed: 0 }
  for (const filing of filings)
    try {
      const done = await context.database.asEngineFor(filing.organisationId, (scope) =>
        follow(context, scope, filing, now),
      )
      if (done) summary[done] += 1
    } catch (error) {
      summary.failed += 1
      context.log.error({ error, filing: filing.id }, 'a filing on its way could not be followed')
    }
  if (summary.asked > 0) await context.wake('delivery.send')
  return summary
}

async function follow(
  context: MailContext,
  scope: EngineScope,
  seen: Filing,
  now: Date,
): Promise<'asked' | 'sent' | null> {
  const filing = await findFiling(scope, seen, seen.id)
  if (filing?.state !== 'sending' || filing.channel !== 'mail') return null
  const standing = await standingOf(scope, filing)
  if (!standing) {
    await requestMail(context, scope, filing, now)
    return 'asked'
  }
  if (standing.state !== 'sent' || !standing.sentAt) return null
  const sent = { ...filing, state: moved(filing, ['sent']), sentAt: standing.sentAt }
  await saveSent(scope, filing, sent)
  await noteSent(scope, sent, 'engine', now)
  return 'sent'
}

/** Of the sending that runs; earlier ones that failed have occasions of their own. */
export async function standingOf(scope: EngineScope, filing: Filing): Promise<DeliveryStanding | null> {
  const { organisationId, id } = filing
  const all = await selectStandings(scope, { organisationId, subjectType, subjectIds: [id] })
  return all.find(({ occasion }) => occasion === occasionOf(filing)) ?? null
}

const occasionOf = ({ id, attempts }: Filing) => `filing ${id} sending ${attempts.length + 1}`

/** The only place where a filing is handed to the mail server. */
async function requestMail(
  context: MailContext,
  scope: EngineScope,
  filing: Filing,
  now: Date,
): Promise<void> {
  const { organisationId, incidentId, id, recipient, content: written, sha256 } = filing
  const organisation = await findOrganisation(scope, organisationId)
  if (!organisation || recipient === null || written === null || sha256 === null)
    throw new Error(`filing ${id} is on its way and has no content or recipient`)
  const content = readContent(written)
  const authority = authorityByKey(filing.authority)
  const leaving = { incidentId, authority, isInvented: organisation.isExample, recipient }
  if (!mayLeave({ ...leaving, isExerciseContent: content.isExercise }))
    throw new Error(`filing ${id} may not leave to the address that was stored with it`)
  const translator = context.translator(mailLanguage(authority))
  await requestDeliveries(
    scope,
    [
      {
        organisationId,
        kind: 'incident.filing',
        occasion: occasionOf(filing),
        recipient,
        language: translator.locale,
        subjectType,
        subjectId: id,
        message: filingMail({ content, sha256, translator, timeZone: organisation.timeZone }),
        urgent: true,
        notBefore: now,
      },
    ],
    now,
  )
}
