// The words for hours, states and what cannot be told on the recovery board.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber } from '../../../../platform/i18n/index.ts'
import type { State } from '../../../../web/kit/index.ts'
import type { ServiceRecovery, Verdict } from '../../recovery.ts'
import type { SystemStanding } from '../../recovery-system.ts'
import { type Reader, say } from '../room/place.ts'

/** To the quarter of an hour, rounded up: a promise that is a little too short helps nobody. */
export function sayHours(hours: number, { translator }: Pick<Reader, 'translator'>): string {
  return translator.t('recovery.hours', { hours: formatNumber(Math.ceil(hours * 4) / 4, translator) })
}

export function lookOf({ state, unknown }: Pick<SystemStanding, 'state' | 'unknown'>): State {
  if (state === 'back') return 'done'
  if (unknown === 'over-time') return 'late'
  return state === 'waiting' ? 'new' : 'half'
}

export function saySystemLeft(
  { state, hoursLeft, testedHours, unknown, age }: SystemStanding,
  reader: Reader,
): string {
  const { t } = reader.translator
  if (state === 'back') return t('recovery.left.back')
  const tested = testedHours === null ? '' : sayHours(testedHours, reader)
  if (unknown) return t(`recovery.unknown.${unknown}`, { tested })
  const hours = sayHours(hoursLeft ?? 0, reader)
  const ageing = age === 'ageing' ? 'yes' : 'other'
  return state === 'waiting'
    ? t('recovery.left.waiting', { hours, ageing })
    : t('recovery.left.restoring', { hours, tested, ageing })
}

export function sayServiceLeft(
  { systems, hoursLeft, unknownSystems }: ServiceRecovery,
  reader: Reader,
): { readonly text: string; readonly isKnown: boolean } {
  const { t } = reader.translator
  if (systems.length === 0) return { text: t('recovery.service.noOrder'), isKnown: false }
  if (systems.every(({ state }) => state === 'back'))
    return { text: t('recovery.service.allBack'), isKnown: true }
  if (hoursLeft === null) return { text: t('recovery.service.unknown'), isKnown: false }
  const hours = sayHours(hoursLeft, reader)
  if (unknownSystems > 0)
    return { text: t('recovery.service.atLeast', { hours, unknown: unknownSystems }), isKnown: false }
  const at = say(new Date(reader.now.getTime() + hoursLeft * 3_600_000), reader)
  return { text: t('recovery.service.known', { hours, at }), isKnown: true }
}

export const verdictLooks: Readonly<Record<Verdict, State>> = {
  runs: 'done',
  'in-time': 'half',
  'too-late': 'late',
  past: 'late',
  unknown: 'unknown',
}
