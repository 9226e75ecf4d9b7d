// The mail to the centre's duty officers: which members have not answered, and why it is their turn now.
// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../platform/delivery/delivery.ts'
import type { AlertObligation } from '../../obligations/index.ts'
import { listPart } from './parts.ts'
import {
  type AdvisoryWordsOf,
  finish,
  instantIn,
  type Member,
  nameOf,
  type Setting,
  titleOf,
} from './setting.ts'
import type { OwedAnswer } from './to-members.ts'

/** `no-deputy`, `nobody`: there was no deputy, or nobody at all, to write to before. */
export type OfficerReason = 'not-answered' | 'no-deputy' | 'nobody'

export interface HandedOn extends OwedAnswer {
  readonly member: Member
  readonly because: OfficerReason
}

export function officerMail(
  setting: Setting,
  handedOn: readonly HandedOn[],
  wordsOf: AdvisoryWordsOf,
): Message {
  const { t } = setting.translator
  const members = new Set(handedOn.map((one) => one.member.id)).size
  const lines = handedOn.map(({ obligation, alert, member, because }) =>
    t('mails.officer.line', {
      organisation: nameOf(member),
      title: titleOf(alert, wordsOf, setting.translator),
      what: t(`mails.owed.${obligation.kind as AlertObligation}`),
      due: instantIn(setting, obligation.dueAt),
      because: reasonName[because],
    }),
  )
  const [only] = new Set(handedOn.map((one) => one.alert.advisoryId)).size === 1 ? handedOn : []
  const path = only ? `/centre/board/advisories/${only.alert.advisoryId}?standing=overdue` : '/centre/board'
  return finish(setting, t('mails.officer.subject', { members }), [
    { kind: 'text', text: t('mails.officer.lead', { members, count: handedOn.length }) },
    listPart(lines, setting),
    { kind: 'text', text: t('mails.when.zone', { zone: setting.member.timeZone }) },
    { kind: 'point', term: t('mails.do'), texts: [t('mails.officer.do')] },
    { kind: 'link', label: t('mails.link.board'), href: `${setting.origin}${path}` },
  ])
}

// ICU selects take letters only.
const reasonName = { 'not-answered': 'other', 'no-deputy': 'deputy', nobody: 'nobody' } as const
