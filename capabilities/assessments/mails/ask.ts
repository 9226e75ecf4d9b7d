// The mail that asks a colleague for answers, with the link by which they answer without an account.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Message } from '../../../platform/delivery/delivery.ts'
import { foreignWords, writeMail } from '../../../platform/delivery/write-mail.tsx'

const maxWords = 600
const maxName = 120

export function askMail(
  context: Pick<Context, 'translator' | 'origin'>,
  asked: {
    readonly language: string
    readonly house: string
    readonly byName: string
    readonly words: string | null
    readonly count: number
    /** Already written out. */
    readonly until: string
    readonly path: string
  },
): Message {
  const { t, locale } = context.translator(asked.language)
  const by = foreignWords(asked.byName, maxName)
  return writeMail({
    subject: t('assessments.mail.ask.subject', { by, count: asked.count }),
    language: locale,
    parts: [
      { kind: 'text', text: t('assessments.mail.ask.text', { by, count: asked.count, house: asked.house }) },
      ...(asked.words
        ? [
            {
              kind: 'point' as const,
              term: t('assessments.mail.ask.words', { by }),
              texts: [foreignWords(asked.words, maxWords)],
            },
          ]
        : []),
      { kind: 'text', text: t('assessments.mail.ask.unknown') },
      {
        kind: 'link',
        label: t('assessments.mail.ask.open', { until: asked.until }),
        href: `${context.origin()}${asked.path}`,
      },
    ],
    foot: t('assessments.mail.ask.foot', { by }),
  })
}
