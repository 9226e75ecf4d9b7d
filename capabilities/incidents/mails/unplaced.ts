// The message that wakes officers for somebody without a card: whom to ring, from which hospital, and every answer.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Message } from '../../../platform/delivery/delivery.ts'
import { foreignWords, type MailPart, writeMail } from '../../../platform/delivery/write-mail.tsx'
import { formatInstant, type Translator } from '../../../platform/i18n/index.ts'
import {
  answersOf,
  type FirstContact,
  maxLineCharacters,
  maxWordsCharacters,
} from '../contract/first-contact.ts'

export function unplacedMail(
  context: Pick<Context, 'translator' | 'origin'>,
  contact: FirstContact,
  to: {
    readonly officer: { readonly language: string }
    readonly language: string
    readonly timeZone: string
  },
  now: Date,
): Message {
  const translator = context.translator(to.officer.language)
  const { t } = translator
  const sent = formatInstant(now, { translator, timeZone: to.timeZone })
  const point = (term: string, text: string): readonly MailPart[] =>
    text === '' ? [] : [{ kind: 'point', term, texts: [foreignWords(text, maxLineCharacters)] }]
  const unknown = t('night.mail.notSaid')
  return writeMail({
    subject: t('night.mail.subject', {
      hospital: foreignWords(contact.hospital || unknown, maxLineCharacters),
    }),
    language: translator.locale,
    parts: [
      { kind: 'text', text: t('night.mail.lead', { sent }) },
      ...point(t('night.mail.ring'), [contact.name, contact.phone].filter(Boolean).join(', ')),
      ...point(t('night.hospital'), contact.hospital || unknown),
      ...point(t('night.town'), contact.town || unknown),
      ...point(t('night.site'), contact.site),
      {
        kind: 'list',
        items: answerLines(contact, translator).map((line) => foreignWords(line, maxWordsCharacters)),
      },
      { kind: 'text', text: t('night.mail.language', { language: to.language }) },
      { kind: 'link', label: t('night.mail.open'), href: `${context.origin()}/centre/incidents` },
    ],
    foot: t('night.mail.foot'),
  })
}

/** Each answer as a sentence of the reader's language; the same for the note in the room. */
export function answerLines(contact: FirstContact, { t }: Translator): readonly string[] {
  const answers = answersOf(contact)
  const ticked = (names: readonly string[]) => names.join('; ') || t('night.unknown')
  const decider = [contact.decider, contact.deciderPhone].filter(Boolean).join(', ') || t('night.unknown')
  return [
    `${t('night.danger')} ${t(`night.answer.${answers.danger}`)}`,
    `${t('night.spreading')} ${t(`night.answer.${answers.spreading}`)}`,
    `${t('night.sights')} ${ticked(answers.sights.map((sight) => t(`night.sight.${sight}`)))}`,
    `${t('night.works')} ${ticked(answers.works.map((one) => t(`night.works.${one}`)))}`,
    `${t('night.decider.heading')} ${decider}`,
    ...(contact.words === '' ? [] : [`${t('night.words')}: ${contact.words}`]),
  ]
}
