// Says the reasons of a duty in a reader's language, with times in the member's zone.
// SPDX-License-Identifier: EUPL-1.2
import { formatDay, formatInstant, formatList, type Translator } from '../../../platform/i18n/index.ts'
import type { Duty } from './duty.ts'
import type { Reason, ReasonValue } from './reason.ts'

export interface Reader {
  readonly translator: Translator
  /** IANA name of the member's zone. */
  readonly timeZone: string
}

/** Every reason in the order of a reader's questions: whether, when, and what to bear in mind. */
export function explainDuty(
  { because, calculation, remarks }: Pick<Duty, 'because' | 'calculation' | 'remarks'>,
  reader: Reader,
): readonly string[] {
  return [...because, ...calculation, ...remarks].map((reason) => sayReason(reason, reader))
}

export function sayReason({ code, values }: Reason, reader: Reader): string {
  const said = Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, sayValue(value, reader)]),
  )
  const sentence = reader.translator.find(`duties.because.${code}`, said)
  if (sentence === undefined) throw new Error(`there are no words for the reason ${code}`)
  return sentence
}

/** The name of a rule in the reader's language; the key itself where it has none. */
export function nameOfRule(key: string, { translator }: Pick<Reader, 'translator'>): string {
  return translator.find(`duties.rule.${key}.name`) ?? key
}

function sayValue(value: ReasonValue, reader: Reader): string | number {
  const { translator, timeZone } = reader
  switch (value.is) {
    case 'instant':
      return `${formatInstant(new Date(value.at), { translator, timeZone, style: 'instant-year' })} (${timeZone})`
    case 'day':
      return formatDay(value.day, { translator, style: 'day-year' })
    case 'count':
      return value.count
    case 'text':
      return value.text
    case 'country':
      return new Intl.DisplayNames(translator.locale, { type: 'region' }).of(value.code) ?? value.code
    case 'moment':
      return value.moments.map((key) => translator.t(`duties.moment.${key}`)).join(' / ')
    case 'facts':
      return formatList(
        value.facts.map((fact) => translator.t(`duties.fact.${fact}`)),
        translator,
      )
    case 'rule':
      return nameOfRule(value.key, reader)
  }
}
