// The mail of a campaign: the centre asks for the check of a year, reminds of its date, and says when it is over.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Message } from '../../../platform/delivery/delivery.ts'
import { writeMail } from '../../../platform/delivery/write-mail.tsx'
import { formatInstant } from '../../../platform/i18n/index.ts'
import type { Occasion } from '../campaign.ts'

export function campaignMail(
  context: Pick<Context, 'translator' | 'origin' | 'config'>,
  told: {
    readonly language: string
    readonly year: number
    readonly dueAt: Date
    readonly timeZone: string
    readonly occasion: Occasion
    readonly organisationId: number
  },
): Message {
  const translator = context.translator(told.language)
  const { t, locale } = translator
  const by = formatInstant(told.dueAt, { translator, timeZone: told.timeZone, style: 'day-year' })
  const said = {
    year: String(told.year),
    by,
    occasion: told.occasion === 'late' ? ('other' as const) : told.occasion,
    centre: context.config.centreName,
  }
  return writeMail({
    subject: t('assessments.mail.campaign.subject', said),
    language: locale,
    parts: [
      { kind: 'text', text: t('assessments.mail.campaign.text', said) },
      { kind: 'text', text: t('assessments.mail.campaign.how') },
      {
        kind: 'link',
        label: t('assessments.mail.campaign.open'),
        href: `${context.origin()}/o/${told.organisationId}/check`,
      },
    ],
    foot: t('assessments.mail.campaign.foot', { centre: context.config.centreName }),
  })
}
