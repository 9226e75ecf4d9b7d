// Ways to take a filing along: print page, PDF, JSON, field by field, each in the four languages.
// SPDX-License-Identifier: EUPL-1.2
import { locales, nameOfLocale } from '../../../../platform/i18n/index.ts'
import { Plain } from '../../../../web/kit/index.ts'
import type { FilingProps } from './place.ts'

export function TakeWith({ reader, place }: FilingProps) {
  const { t, locale } = reader.translator
  const { here } = place
  return (
    <Plain id="take" heading={t('filing-pages.take.heading')}>
      <ul class="govuk-list s-takes s-dense s-noprint">
        <li>
          <a href={`${here}/copy`}>{t('filing-pages.take.copy')}</a>
        </li>
        <li>
          <a href={`${here}/print`}>{t('filing-pages.take.print')}</a>
        </li>
        <li>
          <a href={`${here}/filing.pdf?language=${locale}`}>{t('filing-pages.take.pdf')}</a>
        </li>
        <li>
          <a href={`${here}/filing.json`}>{t('filing-pages.take.json')}</a>
        </li>
        {locales
          .filter((other) => other !== locale)
          .map((other) => (
            <li key={other}>
              <a href={`${here}/print?language=${other}`} lang={other} hreflang={other}>
                {t('filing-pages.take.print')}: {nameOfLocale(other)}
              </a>
            </li>
          ))}
      </ul>
    </Plain>
  )
}
