// The message about a call for help: who waits, for what, whom to ring, and the page on which somebody takes it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Message } from '../../../platform/delivery/delivery.ts'
import { foreignWords, writeMail } from '../../../platform/delivery/write-mail.tsx'
import { formatInstant } from '../../../platform/i18n/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import type { Call } from '../call.ts'

export type Occasion =
  | { readonly kind: 'waiting'; readonly step: number }
  | { readonly kind: 'promise-broken' }

const maxName = 120
const maxPhone = 60

export function callMail(
  context: Pick<Context, 'translator' | 'origin'>,
  told: {
    readonly call: Call
    readonly member: Organisation
    readonly language: string
    readonly occasion: Occasion
  },
): Message {
  const { call, member, occasion } = told
  const translator = context.translator(told.language)
  const { t } = translator
  const exercise = call.realm === 'exercise' ? 'yes' : 'other'
  const organisation = foreignWords(member.name, maxName)
  const due = occasion.kind === 'waiting' ? call.dueAt : (call.promisedFor ?? call.dueAt)
  const said = { organisation, exercise, kind: t(`support.kind.${call.kind}`) } as const
  const moment = formatInstant(due, { translator, timeZone: member.timeZone })
  return writeMail({
    subject: t('support.mail.call.subject', said),
    language: translator.locale,
    parts: [
      {
        kind: 'text',
        text:
          occasion.kind === 'waiting'
            ? t('support.mail.call.waiting', { ...said, due: moment })
            : t('support.mail.call.broken', { ...said, due: moment }),
      },
      {
        kind: 'point',
        term: t('support.mail.call.ring'),
        texts: [`${foreignWords(call.contactName, maxName)}, ${foreignWords(call.contactPhone, maxPhone)}`],
      },
      {
        kind: 'link',
        label: t('support.mail.call.open'),
        href:
          call.realm === 'exercise'
            ? `${context.origin()}/o/${call.organisationId}/support/calls/${call.id}`
            : `${context.origin()}/centre/support/${call.organisationId}/calls/${call.id}`,
      },
    ],
    foot: call.realm === 'exercise' ? t('support.mail.foot.exercise') : t('support.mail.foot.centre'),
  })
}
