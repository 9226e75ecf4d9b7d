// The digest: once a day, from seven in the morning at the hospital, what was raised or opened again since the last.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { record } from '../../../platform/journal/journal.ts'
import { dayOf, instantOf } from '../../../platform/time/zone.ts'
import { colleaguesIn, ownerOf } from '../../accounts/index.ts'
import { contactsOf, findOrganisation } from '../../organisations/index.ts'
import { settingFor } from '../mails/setting.ts'
import { digestMail } from '../mails/to-members.ts'
import {
  type DigestCandidate,
  digestKind,
  selectDigestCandidates,
  selectForDigest,
} from '../store/telling.ts'
import { advisoryWords, askToSend, asRequest, type TellingContext } from './telling.ts'

const digestHour = 7
const organisationsAtOnce = 500
/**
 * An alert carries the instant at which its transaction began to work. What commits while a digest is being written
 * would fall between two digests, so each looks only at what is older than this.
 */
export const settleMinutes = 15

export interface DigestSummary {
  readonly sent: number
  readonly nobody: number
  readonly failed: number
}

export async function sendDigests(context: TellingContext, now: Date): Promise<DigestSummary> {
  const summary = { sent: 0, nobody: 0, failed: 0 }
  for (let after = 0; ; ) {
    const page = { after, limit: organisationsAtOnce }
    const window = { until: minutesBefore(now), settleMinutes }
    const candidates = await context.database.asEngine((scope) => selectDigestCandidates(scope, window, page))
    for (const candidate of candidates) {
      const outcome = await digestAlone(context, candidate, now)
      if (outcome) summary[outcome]++
    }
    const last = candidates.at(-1)
    if (!last || candidates.length < organisationsAtOnce) break
    after = last.organisationId
  }
  if (summary.sent > 0) await askToSend(context)
  return summary
}

/** One hospital's trouble is recorded and leaves the others their digest. */
async function digestAlone(
  context: TellingContext,
  candidate: DigestCandidate,
  now: Date,
): Promise<keyof DigestSummary | null> {
  try {
    return await context.database.asEngineFor(candidate.organisationId, (scope) =>
      digestFor(context, scope, candidate, now),
    )
  } catch (error) {
    context.log.error({ error, organisation: candidate.organisationId }, 'a digest could not be written')
    return 'failed'
  }
}

async function digestFor(
  context: TellingContext,
  scope: EngineScope,
  { organisationId, lastDigestAt }: DigestCandidate,
  now: Date,
): Promise<'sent' | 'nobody' | null> {
  const member = await findOrganisation(scope, organisationId)
  const day = member && digestDay(lastDigestAt, now, member.timeZone)
  if (!day) return null
  const opened = { after: lastDigestAt && minutesBefore(lastDigestAt), until: minutesBefore(now) }
  const alerts = await selectForDigest(scope, organisationId, opened)
  if (alerts.length === 0) return null
  const recipient = ownerOf(
    await contactsOf(scope, [organisationId]),
    await colleaguesIn(scope, [organisationId]),
  )
  if (!recipient) return 'nobody'
  const wordsOf = await advisoryWords(
    scope,
    alerts.map((alert) => alert.advisoryId),
  )
  const message = digestMail(settingFor(context, recipient, member), alerts, wordsOf)
  const mail = { organisationId, kind: digestKind, occasion: `digest ${day}`, recipient, message }
  await requestDeliveries(scope, [asRequest(context, { ...mail, alertId: null, urgent: false }, now)], now)
  await record(scope, {
    organisationId,
    at: now,
    actor: 'clock',
    action: 'alert.digest-sent',
    objectType: 'organisation',
    objectId: organisationId,
    details: { day, alerts: alerts.length },
  })
  return 'sent'
}

/** The day for which a digest is due, or null: before seven, or when this day had its own. */
export function digestDay(lastDigestAt: Date | null, now: Date, timeZone: string): string | null {
  const today = dayOf(now, timeZone)
  if (now < instantOf(today, digestHour, timeZone)) return null
  return lastDigestAt && dayOf(lastDigestAt, timeZone) >= today ? null : today
}

function minutesBefore(instant: Date): Date {
  return new Date(instant.getTime() - settleMinutes * 60_000)
}
