// The words for items, states and faults on the pages of the catalogue.
// SPDX-License-Identifier: EUPL-1.2
import { formatList, type Locale, nameOfLocale, type Translator } from '../../../platform/i18n/index.ts'
import type { State } from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import type { Item } from '../item.ts'
import { type ItemRequest, isLate, type RequestState } from '../request.ts'
import type { Fault, Faults } from '../typed.ts'
import type { Reader } from './reader.ts'

export function titleOf(item: Item, { translator }: Pick<Reader, 'translator'>): string {
  return textIn(item.title, translator.locale)
}

/** The centre's own items carry the name of this centre, not that of the software. */
export function providerOf({ provider }: Item, { centreName }: Pick<Reader, 'centreName'>): string {
  return provider.level === 'own' ? centreName : provider.name
}

export function languagesOf({ languages }: Item, { t }: Translator): string {
  return languages.length === 0
    ? t('catalogue.languages.all')
    : languages.map((language) => language.toUpperCase()).join(', ')
}

export function localeNames(languages: readonly Locale[], translator: Translator): string {
  return formatList(
    languages.map((one) => nameOfLocale(one)),
    translator,
  )
}

export function faultText(fault: Fault | undefined, { t }: Translator): string | undefined {
  return fault && t(`catalogue.fault.${fault}`)
}

/** For the summary on top: each fault leads to its field. */
export function faultList(
  faults: Faults,
  { translator }: Pick<Reader, 'translator'>,
  labels: Readonly<Record<string, string>>,
  prefix = '',
): readonly { readonly fieldId: string; readonly text: string }[] {
  return Object.entries(faults).map(([field, fault]) => {
    const label = labels[field] ?? field
    return {
      fieldId: `${prefix}${field}`,
      text: `${label}${label.endsWith('?') ? '' : ':'} ${faultText(fault, translator)}`,
    }
  })
}

const looks: Readonly<Record<RequestState, State>> = {
  asked: 'new',
  taken: 'half',
  promised: 'half',
  delivered: 'unknown',
  closed: 'done',
  declined: 'silent',
  withdrawn: 'silent',
}

export function lookOf(request: ItemRequest, now: Date): State {
  return isLate(request, now) ? 'late' : looks[request.state]
}

export function stateText(request: ItemRequest, { translator: { t }, now }: Reader): string {
  const state =
    request.via === 'external' && request.state === 'asked'
      ? t('catalogue.state.external')
      : t(`catalogue.state.${request.state}`)
  return isLate(request, now) ? t('catalogue.state.late', { state }) : state
}
