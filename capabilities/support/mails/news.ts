// The short message that something of one's own has moved: a dossier, or an answer between two hospitals.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Message } from '../../../platform/delivery/delivery.ts'
import { foreignWords, writeMail } from '../../../platform/delivery/write-mail.tsx'
import type { Realm } from '../../incidents/index.ts'
import type { ChainStep, Decision } from '../dossier/chain.ts'

const maxWords = 200

export type News =
  | { readonly kind: 'dossier'; readonly step: ChainStep; readonly decision: Decision }
  | { readonly kind: 'match'; readonly what: 'answered' | 'accepted' | 'declined' }

export function newsMail(
  context: Pick<Context, 'translator' | 'origin'>,
  told: {
    readonly news: News
    readonly realm: Realm
    /** Of the dossier, offer or need. */
    readonly title: string
    readonly language: string
    readonly path: string
    readonly isCentre: boolean
  },
): Message {
  const { news, title, path, isCentre } = told
  const { t, locale } = context.translator(told.language)
  const exercise = told.realm === 'exercise' ? 'yes' : 'other'
  const said = { exercise, title: foreignWords(title, maxWords) } as const
  const line =
    news.kind === 'match'
      ? t(`support.mail.match.${news.what}`, said)
      : news.step === 'hospital'
        ? t('support.mail.dossier.handed-over', said)
        : t(`support.mail.dossier.${news.decision}`, { ...said, who: t(`support.chain.${news.step}`) })
  const foot = isCentre ? t('support.mail.foot.centre') : t('support.mail.foot.own')
  return writeMail({
    subject: line,
    language: locale,
    parts: [
      { kind: 'text', text: line },
      { kind: 'link', label: t('support.mail.open'), href: `${context.origin()}${path}` },
    ],
    foot: exercise === 'yes' ? t('support.mail.foot.exercise') : foot,
  })
}
