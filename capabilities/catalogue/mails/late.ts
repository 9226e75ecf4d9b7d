// The message that a request waits longer than was promised: who asked for what, and the page on which somebody answers.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Message } from '../../../platform/delivery/delivery.ts'
import { foreignWords, writeMail } from '../../../platform/delivery/write-mail.tsx'
import { formatInstant } from '../../../platform/i18n/index.ts'
import { textIn } from '../../facts/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import type { Item } from '../item.ts'
import type { ItemRequest } from '../request.ts'

const maxWords = 120

export function lateMail(
  context: Pick<Context, 'translator' | 'origin'>,
  told: {
    readonly request: ItemRequest
    /** Null where the catalogue has it no longer. */
    readonly item: Item | null
    readonly member: Organisation
    readonly language: string
  },
): Message {
  const { request, item, member } = told
  const translator = context.translator(told.language)
  const { t } = translator
  const organisation = foreignWords(member.name, maxWords)
  const title = foreignWords(item ? textIn(item.title, translator.locale) : request.itemKey, maxWords)
  const isPromise = request.state === 'promised'
  const due = (isPromise ? request.promisedFor : request.dueAt) ?? request.askedAt
  const values = { organisation, title, due: formatInstant(due, { translator, timeZone: member.timeZone }) }
  return writeMail({
    subject: t('catalogue.mail.late.subject', { organisation, title }),
    language: translator.locale,
    parts: [
      {
        kind: 'text',
        text: isPromise ? t('catalogue.mail.late.promise', values) : t('catalogue.mail.late.answer', values),
      },
      {
        kind: 'link',
        label: t('catalogue.mail.late.open'),
        href: `${context.origin()}/centre/requests/${request.organisationId}/${request.id}`,
      },
    ],
    foot: t('catalogue.mail.late.foot'),
  })
}
