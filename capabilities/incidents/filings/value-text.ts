// Writes the value of a fact the way a reader says it.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant, formatList, formatNumber, type Translator } from '../../../platform/i18n/index.ts'
import { type FactKey, factShapes } from '../fact-keys.ts'
import type { FieldKey } from './field-map.ts'
import type { FilingValue } from './value.ts'

export interface Reader {
  readonly translator: Translator
  /** IANA name of the hospital's zone. */
  readonly timeZone: string
}

export function labelOf(key: FieldKey, { translator: { t } }: Reader): string {
  return isFact(key) ? t(`filings.fact.${key}`) : t(`filings.${key}`)
}

export function valueText(key: FieldKey, value: FilingValue, isAtLeast: boolean, reader: Reader): string {
  if (!isFact(key)) return organisationText(key, String(value), reader)
  const written = factText(key, value, reader)
  return isAtLeast ? reader.translator.t('filings.value.atLeast', { value: written }) : written
}

function factText(key: FactKey, value: FilingValue, reader: Reader): string {
  const { translator, timeZone } = reader
  switch (factShapes[key].kind) {
    case 'instant':
      return translator.t('filings.value.instant', {
        instant: formatInstant(new Date(String(value)), { translator, timeZone, style: 'instant-year' }),
        zone: timeZone,
      })
    case 'answer':
      return answerText(String(value), reader)
    case 'choice':
      return translator.find(`filings.choice.${key}.${String(value)}`) ?? String(value)
    case 'count':
      return formatNumber(Number(value), translator)
    case 'percent':
      return translator.t('filings.value.percent', { value: formatNumber(Number(value), translator) })
    case 'hours':
      return translator.t('filings.value.hours', { value: formatNumber(Number(value), translator) })
    case 'countries':
      return formatList(
        (Array.isArray(value) ? value : [value]).map((code) => countryName(String(code), reader)),
        translator,
      )
    case 'text':
      return String(value)
  }
}

function answerText(value: string, { translator: { find } }: Reader): string {
  return find(`filings.answer.${value}`) ?? value
}

function organisationText(key: Exclude<FieldKey, FactKey>, value: string, reader: Reader): string {
  if (key === 'organisation.entityClass')
    return reader.translator.find(`filings.entityClass.${value}`) ?? value
  return key === 'organisation.country' ? countryName(value, reader) : value
}

function countryName(code: string, { translator: { locale } }: Reader): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code
}

function isFact(key: FieldKey): key is FactKey {
  return !key.startsWith('organisation.')
}
