// The message to whoever hangs up the sheet of a class: which course, for whom, until when, and the page to print.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Message } from '../../../platform/delivery/delivery.ts'
import { foreignWords, writeMail } from '../../../platform/delivery/write-mail.tsx'
import { formatInstant } from '../../../platform/i18n/index.ts'
import { textIn } from '../../facts/index.ts'
import type { Told } from '../actions/remind.ts'
import { spacedCode } from '../class-code.ts'
import type { Course } from '../course.ts'
import { maxLabel } from '../typed.ts'

/** The end of a class is the midnight after its last day. */
export const lastMomentOf = (until: Date) => new Date(until.getTime() - 1)

const steps = ['planned', 'week', 'other'] as const

export function sheetMail(
  context: Pick<Context, 'translator' | 'origin'>,
  { of, organisation, person }: Told,
  course: Course | null,
): Message {
  const translator = context.translator(person.language)
  const { t } = translator
  const { timeZone } = organisation
  const values = {
    course: course ? textIn(course.title, translator.locale) : of.courseKey,
    label: foreignWords(of.label ?? '', maxLabel),
    until: formatInstant(lastMomentOf(of.until), { translator, timeZone, style: 'day' }),
    step: steps[of.step] ?? 'other',
    minutes: course?.body.minutes ?? 10,
  }
  return writeMail({
    subject: t('training.mail.subject', values),
    language: translator.locale,
    parts: [
      { kind: 'text', text: t('training.mail.text', values) },
      { kind: 'point', term: t('training.mail.code'), texts: [spacedCode(of.code)] },
      {
        kind: 'link',
        label: t('training.mail.print'),
        href: `${context.origin()}/o/${of.organisationId}/training/classes/${of.id}`,
      },
    ],
    foot: t('training.mail.foot'),
  })
}
