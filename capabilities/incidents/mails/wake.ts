// The message that wakes an officer: who needs help, in one glance, and the button that ends the waking.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Message } from '../../../platform/delivery/delivery.ts'
import { foreignWords, writeMail } from '../../../platform/delivery/write-mail.tsx'
import { formatInstant } from '../../../platform/i18n/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import type { Incident } from '../incident.ts'

const maxName = 120
const maxPhone = 40

export function wakeMail(
  context: Pick<Context, 'translator' | 'origin'>,
  woken: {
    readonly incident: Incident
    readonly member: Organisation
    readonly officer: { readonly language: string }
    readonly step: number
  },
  now: Date,
): Message {
  const { incident, member, officer, step } = woken
  const translator = context.translator(officer.language)
  const { t } = translator
  const exercise = incident.realm === 'exercise' ? 'yes' : 'other'
  const values = { organisation: foreignWords(member.name, maxName), word: incident.word, exercise } as const
  const opened = formatInstant(incident.openedAt, { translator, timeZone: member.timeZone })
  const whom =
    incident.reporterPhone === null
      ? []
      : [
          {
            kind: 'point' as const,
            term: t('incidents.wake.ring'),
            texts: [
              `${foreignWords(incident.reporterName ?? values.organisation, maxName)}, ${foreignWords(incident.reporterPhone, maxPhone)}`,
            ],
          },
        ]
  const waiting = Math.round((now.getTime() - incident.openedAt.getTime()) / 60_000)
  return writeMail({
    subject: t('incidents.wake.subject', values),
    language: translator.locale,
    parts: [
      {
        kind: 'text',
        text: t('incidents.wake.lead', { ...values, kind: t(`incidents.kind.${incident.kind}`), opened }),
      },
      ...whom,
      ...(step > 0
        ? [{ kind: 'text' as const, text: t('incidents.wake.waiting', { minutes: waiting }) }]
        : []),
      {
        kind: 'link',
        label: t('incidents.wake.take'),
        href: `${context.origin()}/centre/incidents/${incident.organisationId}/${incident.id}`,
      },
    ],
    foot: t('incidents.wake.foot'),
  })
}
