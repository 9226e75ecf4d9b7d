// What a mail about alerts needs besides the alerts: reader, organisation, addresses, telephone.
// SPDX-License-Identifier: EUPL-1.2

import type { Context } from '../../../platform/context.ts'
import type { Message } from '../../../platform/delivery/delivery.ts'
import { foreignWords, type MailPart, writeMail } from '../../../platform/delivery/write-mail.tsx'
import { formatInstant, type Translator } from '../../../platform/i18n/index.ts'
import type { Recipient } from '../../accounts/index.ts'
import type { TellableAlert } from '../store/telling.ts'
import { type WarningTexts, warningText } from '../warning.ts'

export interface Member {
  readonly id: number
  readonly name: string
  readonly timeZone: string
}

export interface Setting {
  readonly translator: Translator
  readonly recipient: Recipient
  readonly member: Member
  readonly origin: string
  readonly phone: string | null
}

/** What the advisory itself adds to what is stored with the alert. */
export interface AdvisoryWords {
  readonly tlp: string | null
  /** `vendor_fix`, `workaround` …; what the publisher offers, best first. */
  readonly remedy: string | null
  /** Only of a warning of the centre. */
  readonly warning: WarningTexts | null
}

export type AdvisoryWordsOf = (advisoryId: number) => AdvisoryWords

export function settingFor(
  context: Pick<Context, 'translator' | 'origin' | 'config'>,
  recipient: Recipient,
  member: Member,
): Setting {
  return {
    translator: context.translator(recipient.language),
    recipient,
    member,
    origin: context.origin(),
    phone: context.config.centrePhone,
  }
}

const maxTitleLength = 120
const maxNameLength = 80
/** Mail is not confidential; what may not leave the readers named by its publisher stays behind the sign-in. */
const closedTlp: readonly string[] = ['RED', 'AMBER+STRICT']

export function titleOf(
  alert: Pick<TellableAlert, 'title' | 'advisoryId'>,
  wordsOf: AdvisoryWordsOf,
  { t, locale }: Translator,
): string {
  const { tlp, warning } = wordsOf(alert.advisoryId)
  if (tlp !== null && closedTlp.includes(tlp)) return t('mails.title.closed', { tlp })
  return foreignWords(warning ? warningText(warning, locale).title : alert.title, maxTitleLength)
}

/** Publisher and number, left out together with a title that may not be said. */
export function sourceOf(
  alert: Pick<TellableAlert, 'publisher' | 'trackingId' | 'advisoryId'>,
  wordsOf: AdvisoryWordsOf,
): string {
  const { tlp } = wordsOf(alert.advisoryId)
  if (tlp !== null && closedTlp.includes(tlp)) return ''
  return ` (${foreignWords(alert.publisher, maxNameLength)}, ${foreignWords(alert.trackingId, maxNameLength)})`
}

export function nameOf(member: Pick<Member, 'name'>): string {
  return foreignWords(member.name, maxTitleLength)
}

export function instantIn({ translator, member }: Setting, instant: Date): string {
  return formatInstant(instant, { translator, timeZone: member.timeZone })
}

export function finish(
  setting: Setting,
  subject: string,
  parts: readonly (MailPart | readonly MailPart[])[],
): Message {
  const { translator, recipient, member } = setting
  const foot = translator.t('mails.foot', { duty: dutyName[recipient.duty], organisation: nameOf(member) })
  return writeMail({ subject, language: translator.locale, parts: parts.flat(), foot })
}

// ICU selects take letters only.
const dutyName = {
  primary: 'primary',
  deputy: 'deputy',
  management: 'management',
  lead: 'lead',
  'duty-officer': 'other',
  administrator: 'other',
} as const
