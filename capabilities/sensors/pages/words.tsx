// The words and looks in which sensors, logs and sightings are shown.
// SPDX-License-Identifier: EUPL-1.2

import type { LogSourceId, SourceKind } from '@salus/standards/sightings'
import { formatDay, formatList, type Translator } from '../../../platform/i18n/index.ts'
import type { State } from '../../../web/kit/index.ts'
import type { SightingGroup } from '../release.ts'
import type { Standing } from '../standing.ts'
import type { Reader } from './reader.ts'

const looks: Readonly<Record<Standing, State>> = {
  withdrawn: 'done',
  'never-reported': 'new',
  silent: 'silent',
  'without-pack': 'unknown',
  'old-pack': 'half',
  current: 'done',
}

export function standingLook(standing: Standing): State {
  return looks[standing]
}

export function sourceName(kind: SourceKind, { t }: Translator): string {
  return t(`sensors.source.${kind}`)
}

export const maxNamed = 12

/** As Sigma names them; the first dozen, for a reader who wants to know which log to turn on. */
export function blindText(sources: readonly LogSourceId[], translator: Translator): string {
  const named = sources
    .slice(0, maxNamed)
    .map((source) => source.replaceAll('*', '').replace(/\/+/g, ' ').trim())
  return formatList(named, translator)
}

export function spanText(
  group: Pick<SightingGroup, 'fromDay' | 'untilDay'>,
  { translator }: Pick<Reader, 'translator'>,
): string {
  const day = (text: string) => formatDay(text, { translator, style: 'day' })
  return group.fromDay === group.untilDay
    ? day(group.fromDay)
    : translator.t('sensors.span', { from: day(group.fromDay), until: day(group.untilDay) })
}

/** `null` says "fewer than three", which none is too. */
export function hospitalsText(hospitals: number | null, { t }: Translator): string {
  return hospitals === null ? t('sensors.fewer') : t('sensors.atLeast', { hospitals })
}

/** The level comes from the rule's text; a word that Sigma does not know stays as it is written. */
export function levelText(level: string, { find }: Translator): string {
  return find(`sensors.level.${level.toLowerCase()}`) ?? level
}
