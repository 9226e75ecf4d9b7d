// The parts that mails about alerts share: because, what to do, by when, how to answer, a line of a list.
// SPDX-License-Identifier: EUPL-1.2

import { foreignWords, type MailPart } from '../../../platform/delivery/write-mail.tsx'
import type { TellableAlert } from '../store/telling.ts'
import { warningText } from '../warning.ts'
import { type AdvisoryWordsOf, instantIn, type Setting, sourceOf, titleOf } from './setting.ts'

/** More would not be read; the list behind the link has all. */
const maxListed = 25
/** Of the advice of a warning; the page of the alert has all of it. */
const maxAdvice = { lines: 12, length: 500 } as const

export function whatPart(alert: TellableAlert, wordsOf: AdvisoryWordsOf, { translator }: Setting): MailPart {
  const text = `${titleOf(alert, wordsOf, translator)}${sourceOf(alert, wordsOf)}`
  return { kind: 'point', term: translator.t('mails.what'), texts: [text] }
}

export function becausePart(alert: TellableAlert, { translator: { t } }: Setting): MailPart {
  const again = alert.reopenedBecause
    ? [t('mails.because.reopened', { because: reopened[alert.reopenedBecause] ?? 'other' })]
    : []
  if (alert.raisedFor === 'warning')
    return { kind: 'point', term: t('mails.because'), texts: [t('mails.because.warning'), ...again] }
  const texts = [
    alert.affectedAssets > 0
      ? t('mails.because.affected', { assets: alert.affectedAssets, unsure: alert.unsureAssets })
      : t('mails.because.unsure', { unsure: alert.unsureAssets }),
    ...(answers(alert, 'active') ? [t('mails.because.exploited')] : []),
    ...(answers(alert, 'open') ? [t('mails.because.open')] : []),
    ...(answers(alert, 'very-high') ? [t('mails.because.life')] : []),
    ...again,
    t('mails.assets.closed'),
  ]
  return { kind: 'point', term: t('mails.because'), texts }
}

const reopened: Readonly<Record<string, 'fixchanged' | 'exploited' | 'moreassets' | 'moreurgent'>> = {
  'fix-changed': 'fixchanged',
  exploited: 'exploited',
  'more-assets': 'moreassets',
  'more-urgent': 'moreurgent',
}

function answers(alert: TellableAlert, answer: string): boolean {
  return alert.urgencyPath.path.some((step) => step.answer === answer && !step.assumed)
}

export function doPart(alert: TellableAlert, wordsOf: AdvisoryWordsOf, { translator }: Setting): MailPart {
  const { t, find, locale } = translator
  const { remedy, warning } = wordsOf(alert.advisoryId)
  if (warning)
    return {
      kind: 'point',
      term: t('mails.do'),
      texts: [t('mails.do.warning'), ...linesOf(warningText(warning, locale).advice)],
    }
  const first = alert.answer === 'cannot_tell' ? t('mails.do.check') : find(`mails.do.${remedy ?? 'none'}`)
  return { kind: 'point', term: t('mails.do'), texts: [first ?? t('mails.do.none'), t('mails.do.care')] }
}

/** Each line of what the centre wrote is a step, and stays one. */
function linesOf(advice: string): readonly string[] {
  return advice
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, maxAdvice.lines)
    .map((line) => foreignWords(line, maxAdvice.length))
}

export function whenPart(alert: TellableAlert, setting: Setting): MailPart {
  const { t } = setting.translator
  const { acknowledgeDueAt, remediateDueAt } = alert
  const texts = [
    ...(acknowledgeDueAt ? [t('mails.when.acknowledge', { due: instantIn(setting, acknowledgeDueAt) })] : []),
    ...(remediateDueAt ? [t('mails.when.remediate', { due: instantIn(setting, remediateDueAt) })] : []),
    t('mails.when.zone', { zone: setting.member.timeZone }),
  ]
  return { kind: 'point', term: t('mails.when'), texts }
}

export function answerParts(
  setting: Setting,
  link: { readonly label: string; readonly path: string },
): readonly MailPart[] {
  const { t } = setting.translator
  const texts = [
    t('mails.answer.text'),
    ...(setting.phone ? [t('mails.answer.phone', { phone: setting.phone })] : []),
  ]
  return [
    { kind: 'point', term: t('mails.answer'), texts },
    { kind: 'link', label: link.label, href: `${setting.origin}${link.path}` },
  ]
}

export function listPart(lines: readonly string[], { translator: { t } }: Setting): MailPart {
  const left = lines.length - maxListed
  const items = left > 0 ? [...lines.slice(0, maxListed), t('mails.list.more', { count: left })] : lines
  return { kind: 'list', items }
}
