// The facts of an organisation, with "not told" where one is missing.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber, type Translator } from '../../../platform/i18n/index.ts'
import { Facts, StateWord } from '../../../web/kit/index.ts'
import type { Organisation } from '../organisation.ts'
import { countryName, languageName, providerKindNames } from './words.ts'

export function FactList(props: { readonly translator: Translator; readonly organisation: Organisation }) {
  const { translator, organisation } = props
  const { t } = translator
  const kind = organisation.providerKind && providerKindNames(translator)[organisation.providerKind]
  return (
    <Facts
      facts={[
        ...(kind ? [{ term: t('organisations.kind'), value: kind }] : []),
        { term: t('organisations.country'), value: countryName(translator, organisation.country) },
        {
          term: t('organisations.languages'),
          value: organisation.languages.map((language) => languageName(translator, language)).join(', '),
        },
        { term: t('organisations.timeZone'), value: organisation.timeZone.replaceAll('_', ' ') },
        {
          term: t('organisations.employees'),
          value: told(translator, organisation.employees),
        },
        { term: t('organisations.turnover'), value: told(translator, organisation.turnoverEuro, ' €') },
        {
          term: t('organisations.balanceSheet'),
          value: told(translator, organisation.balanceSheetEuro, ' €'),
        },
      ]}
    />
  )
}

function told(translator: Translator, value: number | null, unit = '') {
  return value === null ? (
    <StateWord state="unknown">{translator.t('organisations.notTold')}</StateWord>
  ) : (
    `${formatNumber(value, translator)}${unit}`
  )
}
