// The message to a circle that somebody lacks something: the words, never whose they are.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Message } from '../../../platform/delivery/delivery.ts'
import { foreignWords, writeMail } from '../../../platform/delivery/write-mail.tsx'
import type { SeenNeed } from '../aid.ts'

const maxWords = 200

export function needMail(
  context: Pick<Context, 'translator' | 'origin'>,
  told: {
    readonly need: SeenNeed
    /** To whom it goes: the link leads to their own page. */
    readonly organisationId: number
    readonly language: string
    readonly isExercise: boolean
  },
): Message {
  const { need, organisationId, isExercise } = told
  const { t, locale } = context.translator(told.language)
  const exercise = isExercise ? 'yes' : 'other'
  return writeMail({
    subject: t('support.mail.need.subject', { exercise, title: foreignWords(need.title, maxWords) }),
    language: locale,
    parts: [
      { kind: 'text', text: t('support.mail.need.lead', { exercise }) },
      {
        kind: 'point',
        term: t(`support.aid.kind.${need.kind}`),
        texts: [foreignWords(need.title, maxWords), foreignWords(need.area, maxWords)],
      },
      {
        kind: 'link',
        label: t('support.mail.need.open'),
        href: `${context.origin()}/o/${organisationId}/support/aid`,
      },
    ],
    foot: isExercise ? t('support.mail.foot.exercise') : t('support.mail.foot.circle'),
  })
}
