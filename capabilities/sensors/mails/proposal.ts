// The message to the officers that several hospitals saw the same: what it is, and the page on which they decide.
// SPDX-License-Identifier: EUPL-1.2

import type { SightingKind } from '@salus/standards/sightings'
import type { Context } from '../../../platform/context.ts'
import type { Message } from '../../../platform/delivery/delivery.ts'
import { foreignWords, writeMail } from '../../../platform/delivery/write-mail.tsx'
import { proposalDays } from '../release.ts'

const maxTitle = 150

export function proposalMail(
  context: Pick<Context, 'translator' | 'origin'>,
  proposal: {
    readonly title: string
    readonly kind: SightingKind
    readonly itemId: string
    readonly hospitals: number
    readonly language: string
  },
): Message {
  const translator = context.translator(proposal.language)
  const { t } = translator
  const title = foreignWords(proposal.title, maxTitle)
  const { hospitals, kind, itemId } = proposal
  return writeMail({
    subject: t('sensors.mail.proposal.subject', { title }),
    language: translator.locale,
    parts: [
      { kind: 'text', text: t('sensors.mail.proposal.say', { title, hospitals, days: proposalDays }) },
      { kind: 'text', text: t('sensors.mail.proposal.nobody') },
      {
        kind: 'link',
        label: t('sensors.mail.proposal.open'),
        href: `${context.origin()}/centre/sightings/${kind}/${itemId}`,
      },
    ],
    foot: t('sensors.mail.proposal.foot'),
  })
}
