// The fixed words of readiness in a language, for pages and for the crisis pack.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber, type Translator } from '../../platform/i18n/index.ts'
import type { ClinicalService } from './clinical-service.ts'
import type { ServiceForecast, StepForecast } from './forecast.ts'
import type { ProofAge, SystemClass, TestOutcome } from './restore-test.ts'

export function serviceName(service: ClinicalService, { t }: Translator): string {
  return t(`readiness.service.${service}`)
}

export function systemClassName(systemClass: SystemClass, { t }: Translator): string {
  return t(`readiness.class.${systemClass}`)
}

export function outcomeName(outcome: TestOutcome, { t }: Translator): string {
  return t(`readiness.outcome.${outcome}`)
}

export function ageName(age: ProofAge, { t }: Translator): string {
  return t(`readiness.age.${age}`)
}

/** To the quarter of an hour, rounded up: nobody is helped by a promise that is a little too short. */
export function sayHours(hours: number, translator: Translator): string {
  return translator.t('readiness.hours', { hours: formatNumber(Math.ceil(hours * 4) / 4, translator) })
}

export function sayForecast(forecast: ServiceForecast, translator: Translator): string {
  const { t } = translator
  const { knownHours, isAtLeast, steps } = forecast
  if (steps.length === 0) return t('readiness.forecast.noOrder')
  if (knownHours === null) return t('readiness.forecast.unknown')
  const hours = sayHours(knownHours, translator)
  const unknown = steps.filter((step) => step.hours === null).length
  return isAtLeast
    ? t('readiness.forecast.atLeast', { hours, unknown })
    : t('readiness.forecast.known', { hours })
}

export function sayStep({ system, hours, lack }: StepForecast, translator: Translator): string {
  const { t } = translator
  if (hours !== null) return t('readiness.step.known', { system, hours: sayHours(hours, translator) })
  switch (lack) {
    case 'failed-since':
      return t('readiness.step.failedSince', { system })
    case 'only-stale':
      return t('readiness.step.onlyStale', { system })
    default:
      return t('readiness.step.neverTested', { system })
  }
}
