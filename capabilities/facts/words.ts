// The words for values, sources and dates of facts; other capabilities use them beside their own results.
// SPDX-License-Identifier: EUPL-1.2
import { formatDay, formatList, formatNumber, type Translator } from '../../platform/i18n/index.ts'
import { wallTimeOf } from '../../platform/time/zone.ts'
import type { FactKey, FactShape, FactValue } from './fact-key.ts'
import type { Statement } from './statement.ts'
import { textIn } from './texts.ts'

export function valueText(key: FactKey, value: FactValue, translator: Translator): string {
  const { t } = translator
  if (value === 'unknown') return t('facts.value.unknown')
  if (typeof value === 'number')
    return key.shape.kind === 'number'
      ? t('facts.value.number', {
          value: formatNumber(value, translator),
          unit: unitWord(key.shape.unit),
          count: value,
        })
      : String(value)
  if (key.shape.kind === 'answer') return t(value === 'yes' ? 'facts.value.yes' : 'facts.value.no')
  const words = typeof value === 'string' ? [value] : value
  return formatList(
    words.map((word) => {
      const label = key.choiceLabels[word]
      return label ? textIn(label, translator.locale) : word
    }),
    translator,
  )
}

/** "your answer, 12 Oct 2026": where it comes from and of when it is. */
export function sourceText(
  { source, asOf, recordedAt, reference }: Pick<Statement, 'source' | 'asOf' | 'recordedAt' | 'reference'>,
  { translator, timeZone }: { readonly translator: Translator; readonly timeZone: string },
): string {
  const { t } = translator
  const day = formatDay(wallTimeOf(asOf, timeZone).day, { translator, style: 'day-year' })
  const name = t(`facts.source.${source}`)
  if (source === 'authority' && reference)
    return t('facts.source.with-reference', { source: name, reference })
  return recordedAt === null ? name : t('facts.source.dated', { source: name, day })
}

type Unit = Extract<FactShape, { readonly kind: 'number' }>['unit']

/** Things have no unit of their own: the label says what is counted. */
export function unitWord(unit: Unit): Exclude<Unit, 'things'> | 'other' {
  return unit === 'things' ? 'other' : unit
}
