// The fixed words of organisations in a language.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber, type Translator } from '../../../platform/i18n/index.ts'
import type { DecidingFact, EntityClass, SizeFact } from '../entity-class.ts'
import type { ContactDuty, ProviderKind } from '../organisation.ts'

export function classNames({ t }: Translator): Readonly<Record<EntityClass | 'unknown', string>> {
  return {
    essential: t('organisations.class.essential'),
    important: t('organisations.class.important'),
    'not-in-scope': t('organisations.class.notInScope'),
    unknown: t('organisations.class.unknown'),
  }
}

export function providerKindNames({ t }: Translator): Readonly<Record<ProviderKind, string>> {
  return {
    'university-hospital': t('organisations.kind.universityHospital'),
    hospital: t('organisations.kind.hospital'),
    clinic: t('organisations.kind.clinic'),
    practice: t('organisations.kind.practice'),
    'hospital-group': t('organisations.kind.hospitalGroup'),
    other: t('organisations.kind.other'),
  }
}

export function dutyNames({ t }: Translator): Readonly<Record<ContactDuty, string>> {
  return {
    primary: t('organisations.duty.primary'),
    deputy: t('organisations.duty.deputy'),
    management: t('organisations.duty.management'),
  }
}

/** What each is called for, and so why it should be named. */
export function dutyReasons({ t }: Translator): Readonly<Record<ContactDuty, string>> {
  return {
    primary: t('organisations.duty.primary.reason'),
    deputy: t('organisations.duty.deputy.reason'),
    management: t('organisations.duty.management.reason'),
  }
}

export function sizeFactNames({ t }: Translator): Readonly<Record<SizeFact, string>> {
  return {
    employees: t('organisations.employees'),
    turnoverEuro: t('organisations.turnover'),
    balanceSheetEuro: t('organisations.balanceSheet'),
  }
}

export function factPhrase(translator: Translator, { fact, value }: DecidingFact): string {
  const { t } = translator
  if (typeof value === 'number' && fact === 'employees')
    return t('organisations.fact.employees', { count: value })
  const amount = typeof value === 'number' ? formatNumber(value, translator) : value
  if (fact === 'turnoverEuro') return t('organisations.fact.turnover', { amount })
  if (fact === 'balanceSheetEuro') return t('organisations.fact.balanceSheet', { amount })
  return amount
}

export function countryName(translator: Translator, country: string): string {
  return new Intl.DisplayNames([translator.locale], { type: 'region' }).of(country) ?? country
}

export function languageName(translator: Translator, language: string): string {
  return new Intl.DisplayNames([translator.locale], { type: 'language' }).of(language) ?? language
}
