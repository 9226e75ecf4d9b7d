// Our suggestion for an item: what the profile and the case already say, in the reader's language, for a person to confirm.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import type { Contact, Organisation } from '../../organisations/index.ts'
import { type CaseDetails, factOf } from '../case.ts'
import type { ItemKey } from '../dossier/items.ts'

export interface KnownForItem {
  readonly organisation: Organisation
  readonly contacts: readonly Contact[]
  readonly matter: CaseDetails | null
}

/** Empty where we know nothing: nobody is helped by a sentence without content. */
export function suggestionFor(item: ItemKey, known: KnownForItem, translator: Translator): string {
  switch (item) {
    case 'entity':
      return entity(known, translator)
    case 'contacts':
      return known.contacts.map((contact) => contactLine(contact, translator)).join('\n')
    case 'impact':
      return known.matter ? impact(known.matter, translator) : ''
    case 'measures':
      return known.matter
        ? lines([factOf(known.matter, 'measuresTaken'), factOf(known.matter, 'measuresPlanned')])
        : ''
    case 'request':
    case 'contracts':
    case 'remote-access':
    case 'mandate':
    case 'national':
      return ''
  }
}

function entity({ organisation }: KnownForItem, { t }: Translator): string {
  const { name, country, employees, designation } = organisation
  return lines([
    `${name}, ${country}`,
    employees === null ? null : t('support.prefill.employees', { count: employees }),
    designation
      ? t('support.prefill.class', { entityClass: designation.entityClass, source: designation.source })
      : null,
  ])
}

function contactLine({ name, duty, phone, outOfHoursPhone, email }: Contact, { t }: Translator): string {
  const night = outOfHoursPhone ? t('support.prefill.night', { phone: outOfHoursPhone }) : null
  return [t(`support.prefill.duty.${duty}`), name, phone, night, email].filter(Boolean).join(', ')
}

function impact(matter: CaseDetails, { t, find }: Translator): string {
  const services = matter.services
    .filter(({ state }) => state !== 'running')
    .map(({ service, state, note }) =>
      [`${find(`support.value.${service}`) ?? service}: ${find(`support.value.${state}`) ?? state}`, note]
        .filter(Boolean)
        .join(', '),
    )
  const countries = factOf(matter, 'countriesAffected')
  return lines([
    factOf(matter, 'impact'),
    factOf(matter, 'careImpact'),
    ...services,
    countries ? t('support.prefill.countries', { countries }) : null,
  ])
}

function lines(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n')
}
