// The words for authorities: roles, duties, hours, nights, gaps and sources.
// SPDX-License-Identifier: EUPL-1.2
import { formatDay, formatList, type Translator } from '../../../platform/i18n/index.ts'
import type { Authority, AuthorityRole, GapReason, Hours, Source } from '../authority.ts'
import { union } from '../directory.ts'
import type { Open } from '../hours.ts'

export function countryName(country: string, { locale, t }: Translator): string {
  if (country === union) return t('authorities.union')
  return new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country
}

export function roleNames(roles: readonly AuthorityRole[], translator: Translator): string {
  return formatList(
    roles.map((role) => translator.t(`authorities.role.${role}`)),
    translator,
  )
}

/** The duties' own names where the screens of incidents have them, else their keys. */
export function dutyNames(duties: readonly string[], translator: Translator): string {
  return formatList(
    duties.map((duty) => translator.find(`duties.rule.${duty}.name`) ?? duty),
    translator,
  )
}

export function gapText(because: GapReason, { t }: Translator): string {
  return t(`authorities.gap.${because}`)
}

export function hoursText(hours: Hours, { locale, t }: Translator): string {
  if (hours.kind !== 'weekly') return t(`authorities.hours.${hours.kind}`)
  const names = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  // 5 January 2026 is a Monday.
  const name = (weekday: number) => names.format(new Date(Date.UTC(2026, 0, 4 + weekday)))
  const days = `${name(hours.days[0] ?? 1)}–${name(hours.days.at(-1) ?? 5)}`
  return t('authorities.hours.weekly', { days, from: hours.from, to: hours.to, zone: hours.timeZone })
}

export function openText(open: Open, { t }: Translator): string {
  return open === 'unknown' ? '' : t(`authorities.open.${open}`)
}

export function nightText({ outOfHours, channels }: Authority, { t }: Translator): string {
  const address = channels.find(({ id }) => id === outOfHours.channel)?.address ?? ''
  return t(`authorities.night.${outOfHours.code}`, {
    address: address.replace(/^https?:\/\//, '').split('?')[0] ?? '',
  })
}

export function placeText({ regions, bearers }: Authority, translator: Translator): string {
  const bearerNames = bearers.map((bearer) => translator.t(`authorities.bearer.${bearer}`))
  return formatList([...regions, ...bearerNames], translator)
}

export function sourceText(source: Source | null, translator: Translator): string {
  if (!source) return translator.t('authorities.source.none')
  const dated = source.dated ? formatDay(source.dated, { translator, style: 'day-year' }) : ''
  return translator.t('authorities.source', {
    title: source.title,
    evidence: translator.t(`authorities.evidence.${source.evidence}`),
    dated: dated === '' ? translator.t('authorities.source.undated') : dated,
    checked: formatDay(source.checkedOn, { translator, style: 'day-year' }),
  })
}
