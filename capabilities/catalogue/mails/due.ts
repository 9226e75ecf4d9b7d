// The message of a week: how many measures, duties, checks and courses fall due, and the page of each.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Message } from '../../../platform/delivery/delivery.ts'
import { foreignWords, writeMail } from '../../../platform/delivery/write-mail.tsx'
import { formatInstant } from '../../../platform/i18n/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { type DueCount, dueAheadDays, dueKinds } from '../due.ts'

const maxName = 120

/** Numbers and days only: a mail is read by more than one, and the plan of a house shows where it is weak. */
export function dueMail(
  context: Pick<Context, 'translator' | 'origin'>,
  told: {
    readonly member: Organisation
    readonly counts: readonly DueCount[]
    readonly language: string
  },
): Message {
  const { member, counts } = told
  const translator = context.translator(told.language)
  const { t } = translator
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const late = counts.reduce((sum, one) => sum + one.late, 0)
  const organisation = foreignWords(member.name, maxName)
  return writeMail({
    subject: t('catalogue.mail.due.subject', { organisation, count: total }),
    language: translator.locale,
    parts: [
      { kind: 'text', text: t('catalogue.mail.due.lead', { count: total, late, days: dueAheadDays }) },
      ...counts.flatMap(({ kind, count, firstDueAt }) => [
        {
          kind: 'text' as const,
          text: t(`catalogue.mail.due.${kind}`, {
            count,
            day: formatInstant(firstDueAt, { translator, timeZone: member.timeZone, style: 'day-year' }),
          }),
        },
        {
          kind: 'link' as const,
          label: t(`catalogue.mail.due.open.${kind}`),
          href: `${context.origin()}/o/${member.id}/${dueKinds[kind]}`,
        },
      ]),
    ],
    foot: t('catalogue.mail.due.foot', { organisation }),
  })
}
