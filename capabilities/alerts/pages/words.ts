// The words and shapes in which alerts are shown: urgency, state, clocks.
// SPDX-License-Identifier: EUPL-1.2
import {
  formatDay,
  formatInstant,
  formatLeft,
  percentRun,
  type Translator,
} from '../../../platform/i18n/index.ts'
import type { ClockState, State, Urgency as UrgencyLook } from '../../../web/kit/index.ts'
import { type AlertObligation, ruleById } from '../../obligations/index.ts'
import type { AlertState } from '../alert.ts'
import type { Urgency } from '../urgency.ts'
import { type WarningTexts, warningText } from '../warning.ts'

/** Where and when the reader is. */
export interface Reader {
  readonly translator: Translator
  readonly timeZone: string
  readonly now: Date
}

const looks: Readonly<Record<Urgency, Exclude<UrgencyLook, 'check'>>> = {
  'act-now': 'now',
  'this-week': 'soon',
  'next-maintenance': 'plan',
  watch: 'watch',
}

/** What we cannot tell is shown as a question, whatever its urgency would be. */
export function urgencyLook(alert: {
  readonly urgency: Urgency
  readonly answer: 'affected' | 'cannot_tell'
}): UrgencyLook {
  return alert.answer === 'cannot_tell' ? 'check' : looks[alert.urgency]
}

export function urgencyWord(
  alert: { readonly urgency: Urgency; readonly answer: 'affected' | 'cannot_tell' },
  { t }: Translator,
): string {
  return alert.answer === 'cannot_tell' ? t('alerts.urgency.check') : t(`alerts.urgency.${alert.urgency}`)
}

/** A warning is said in the reader's language; what others publish stays as they wrote it. */
export function titleIn(
  alert: { readonly title: string; readonly warning: WarningTexts | null },
  { locale }: Pick<Translator, 'locale'>,
): string {
  return alert.warning ? warningText(alert.warning, locale).title : alert.title
}

const stateLooks: Readonly<Record<AlertState, State>> = {
  new: 'new',
  acknowledged: 'half',
  'in-progress': 'half',
  remediated: 'done',
  'risk-accepted': 'half',
  'not-applicable': 'done',
  withdrawn: 'done',
}

export function stateLook(state: AlertState, isLate: boolean): State {
  return isLate ? 'late' : stateLooks[state]
}

export function stateWord(state: AlertState, { t }: Translator): string {
  return t(`alerts.state.${state}`)
}

export interface RunningClock {
  readonly kind: string
  readonly basis: string
  readonly startsAt: Date
  readonly dueAt: Date
}

export function clockProps(clock: RunningClock, urgency: Urgency, reader: Reader, what?: string) {
  const { translator, timeZone, now } = reader
  const kind = clock.kind as AlertObligation
  return {
    state: clockLook(clock, urgency, now),
    what: what ?? translator.t(`alerts.clock.${kind}`),
    due: formatInstant(clock.dueAt, { translator, timeZone }),
    dueAt: clock.dueAt,
    left: formatLeft(now, clock.dueAt, translator),
    percentRun: percentRun(clock.startsAt, now, clock.dueAt),
    why: whyOf(clock, kind, urgency, reader),
  }
}

function clockLook(clock: RunningClock, urgency: Urgency, now: Date): ClockState {
  if (clock.dueAt < now) return 'late'
  if (urgency === 'act-now' || clock.dueAt.getTime() - now.getTime() < 86_400_000) return 'now'
  return urgency === 'this-week' ? 'soon' : 'plan'
}

function whyOf(
  clock: RunningClock,
  kind: AlertObligation,
  urgency: Urgency,
  { translator, timeZone }: Reader,
): string {
  const start = formatInstant(clock.startsAt, { translator, timeZone })
  if (kind === 'alert-remediate')
    return translator.t('alerts.clock.why.alert-remediate', {
      urgency: translator.t(`alerts.urgency.${urgency}`),
      days: Math.round((ruleById(clock.basis)?.hours ?? 0) / 24),
      start,
    })
  if (kind === 'alert-review-risk') return translator.t('alerts.clock.why.alert-review-risk')
  return translator.t(`alerts.clock.why.${kind}`, { start })
}

/** How each running time was worked out: rule, source, and whether anybody verified it. */
export function rulesInWords(clocks: readonly RunningClock[], { translator }: Reader): readonly string[] {
  return clocks.flatMap((clock) => {
    const rule = ruleById(clock.basis)
    if (!rule) return []
    const { t } = translator
    return [
      t('alerts.alert.by.how.rule', {
        kind: t(`alerts.clock.${rule.kind as AlertObligation}`),
        rule: rule.id,
        since: formatDay(rule.validFrom, { translator, style: 'day-year' }),
        source: rule.source,
        verified: rule.verifiedBy ? 'yes' : 'other',
      }),
    ]
  })
}
