// What every mail about alerts needs from other capabilities, loaded at once for many; and the nudge to the sender.
// SPDX-License-Identifier: EUPL-1.2

import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import type { DeliveryRequest, Message } from '../../../platform/delivery/delivery.ts'
import type { Recipient } from '../../accounts/index.ts'
import { summariesOf } from '../../advisories/index.ts'
import type { AdvisoryWords, AdvisoryWordsOf } from '../mails/setting.ts'
import { selectWarnings } from '../store/warnings.ts'

export type TellingContext = Pick<Context, 'database' | 'log' | 'translator' | 'origin' | 'config' | 'wake'>

const remediesBestFirst: readonly string[] = [
  'vendor_fix',
  'workaround',
  'mitigation',
  'optional_patch',
  'fix_planned',
  'none_available',
  'no_fix_planned',
]
const nothingKnown: AdvisoryWords = { tlp: null, remedy: null, warning: null }

export async function advisoryWords(
  scope: EngineScope,
  advisoryIds: readonly number[],
): Promise<AdvisoryWordsOf> {
  const ids = [...new Set(advisoryIds)]
  const summaries = await summariesOf(scope, ids)
  const warnings = new Map((await selectWarnings(scope, ids)).map((one) => [one.advisoryId, one.texts]))
  const words = new Map(
    summaries.map(({ advisoryId, content }) => {
      const offered = new Set<string>(content.remediations.map((remediation) => remediation.category))
      const remedy = remediesBestFirst.find((category) => offered.has(category)) ?? null
      return [advisoryId, { tlp: content.tlp, remedy, warning: warnings.get(advisoryId) ?? null }]
    }),
  )
  return (advisoryId) => words.get(advisoryId) ?? nothingKnown
}

export interface MailToRequest {
  readonly organisationId: number
  readonly kind: string
  readonly occasion: string
  readonly recipient: Recipient
  /** The one alert that it is about; null for several. */
  readonly alertId: number | null
  readonly message: Message
  readonly urgent: boolean
}

export function asRequest(context: TellingContext, mail: MailToRequest, now: Date): DeliveryRequest {
  const { organisationId, kind, occasion, recipient, alertId, message, urgent } = mail
  return {
    organisationId,
    kind,
    occasion,
    recipient: recipient.email,
    // The language in which it is written, which is not the wished one where we do not have that.
    language: context.translator(recipient.language).locale,
    subjectType: alertId === null ? null : 'alert',
    subjectId: alertId,
    message,
    urgent,
    notBefore: now,
  }
}

/** The sender also comes by itself every minute, so a queue that does not answer is no reason to fail. */
export async function askToSend(context: Pick<Context, 'wake' | 'log'>): Promise<void> {
  await context
    .wake('delivery.send')
    .catch((error: unknown) =>
      context.log.debug({ error }, 'the sender of mails could not be woken; it comes every minute'),
    )
}
