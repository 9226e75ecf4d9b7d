// Mails to hospitals: an urgent alert, the digest of the day, a reminder, and the deputy's turn.
// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../platform/delivery/delivery.ts'
import type { AlertObligation, Obligation } from '../../obligations/index.ts'
import type { TellableAlert } from '../store/telling.ts'
import { answerParts, becausePart, doPart, listPart, whatPart, whenPart } from './parts.ts'
import { type AdvisoryWordsOf, finish, instantIn, nameOf, type Setting, titleOf } from './setting.ts'

export function openedMail(setting: Setting, alert: TellableAlert, wordsOf: AdvisoryWordsOf): Message {
  const { t } = setting.translator
  const title = titleOf(alert, wordsOf, setting.translator)
  const link = {
    label: t('mails.link.alert'),
    path: `/o/${alert.organisationId}/alerts/${alert.alertId}`,
  }
  return finish(setting, t('mails.opened.subject', { title }), [
    { kind: 'text', text: t('mails.opened.lead', { organisation: nameOf(setting.member) }) },
    whatPart(alert, wordsOf, setting),
    becausePart(alert, setting),
    doPart(alert, wordsOf, setting),
    whenPart(alert, setting),
    answerParts(setting, link),
  ])
}

export function digestMail(
  setting: Setting,
  alerts: readonly TellableAlert[],
  wordsOf: AdvisoryWordsOf,
): Message {
  const { t } = setting.translator
  const organisation = nameOf(setting.member)
  const count = alerts.length
  const lines = alerts.map((alert) => {
    const { acknowledgeDueAt } = alert
    return t('mails.digest.line', {
      title: titleOf(alert, wordsOf, setting.translator),
      urgency:
        alert.answer === 'cannot_tell' ? t('mails.urgency.check') : t(`mails.urgency.${alert.urgency}`),
      assets: alert.affectedAssets,
      unsure: alert.unsureAssets,
      answer: acknowledgeDueAt
        ? t('mails.when.acknowledge', { due: instantIn(setting, acknowledgeDueAt) })
        : t('mails.digest.acknowledged'),
    })
  })
  return finish(setting, t('mails.digest.subject', { count, organisation }), [
    { kind: 'text', text: t('mails.digest.lead', { count, organisation }) },
    listPart(lines, setting),
    { kind: 'text', text: t('mails.assets.closed') },
    { kind: 'text', text: t('mails.when.zone', { zone: setting.member.timeZone }) },
    answerParts(setting, listOf(setting)),
  ])
}

/** A clock of an alert that is about to run out, or has. */
export interface OwedAnswer {
  readonly obligation: Obligation
  readonly alert: TellableAlert
}

export function reminderMail(
  setting: Setting,
  owed: readonly OwedAnswer[],
  wordsOf: AdvisoryWordsOf,
): Message {
  const { t } = setting.translator
  const organisation = nameOf(setting.member)
  return finish(setting, t('mails.reminder.subject', { count: owed.length, organisation }), [
    { kind: 'text', text: t('mails.reminder.lead', { count: owed.length, organisation }) },
    owedList(setting, owed, wordsOf),
    { kind: 'text', text: t('mails.reminder.next') },
    answerParts(setting, listOf(setting)),
  ])
}

export function deputyMail(setting: Setting, owed: readonly OwedAnswer[], wordsOf: AdvisoryWordsOf): Message {
  const { t } = setting.translator
  const organisation = nameOf(setting.member)
  return finish(setting, t('mails.deputy.subject', { count: owed.length, organisation }), [
    { kind: 'text', text: t('mails.deputy.lead', { count: owed.length, organisation }) },
    owedList(setting, owed, wordsOf),
    { kind: 'text', text: t('mails.deputy.next') },
    answerParts(setting, listOf(setting)),
  ])
}

function owedList(setting: Setting, owed: readonly OwedAnswer[], wordsOf: AdvisoryWordsOf) {
  const { t } = setting.translator
  const lines = owed.map(({ obligation, alert }) =>
    t('mails.owed.line', {
      title: titleOf(alert, wordsOf, setting.translator),
      what: t(`mails.owed.${obligation.kind as AlertObligation}`),
      due: instantIn(setting, obligation.dueAt),
      assets: alert.affectedAssets,
      unsure: alert.unsureAssets,
    }),
  )
  return [
    listPart(lines, setting),
    { kind: 'text' as const, text: t('mails.when.zone', { zone: setting.member.timeZone }) },
  ]
}

function listOf({ translator: { t }, member }: Setting) {
  return { label: t('mails.link.alerts'), path: `/o/${member.id}/alerts` }
}
