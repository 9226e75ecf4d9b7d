// The form by which a person enters or corrects one asset.
// SPDX-License-Identifier: EUPL-1.2
import { clinicalRoles, networkExposures } from '@salus/standards/inventory'
import { Actions, Button, CsrfField, ErrorSummary, SelectField, TextField } from '../../../web/kit/index.ts'
import { type AssetFacts, type FactName, factNames, isNamed, maxFactCharacters } from '../asset.ts'
import type { Reader } from './words.ts'

export type FactFaults = Partial<Record<FactName, string>>

/** What the person can correct before it is sent again. */
export function faultsOf(facts: AssetFacts, { t }: Reader['translator']): FactFaults {
  const long = factNames.filter((name) => (facts[name]?.length ?? 0) > maxFactCharacters)
  if (long.length > 0)
    return Object.fromEntries(
      long.map((name) => [name, t('assets.asset.error.tooLong', { count: maxFactCharacters })]),
    )
  return isNamed(facts) ? {} : { name: t('assets.asset.error.unnamed') }
}

interface FormProps {
  readonly action: string
  readonly facts: AssetFacts
  readonly faults: FactFaults
  readonly reader: Reader
}

/** Of this form, or of another one on the same page. */
export function FaultSummary({
  faults,
  reader,
}: Pick<FormProps, 'reader'> & { readonly faults: Readonly<Partial<Record<string, string>>> }) {
  const texts = Object.entries(faults).map(([fieldId, text = '']) => ({ fieldId, text }))
  return (
    <ErrorSummary title={reader.translator.t('shell.errors.title', { count: texts.length })} faults={texts} />
  )
}

const hinted: ReadonlySet<FactName> = new Set(['version', 'udiDi', 'environment'])

export function AssetForm({ action, facts, faults, reader }: FormProps) {
  const { t } = reader.translator
  const none = { value: '', label: t('assets.fact.empty') }
  return (
    <form method="post" action={action}>
      <CsrfField token={reader.csrfToken} />
      {factNames.map((name) => {
        if (name === 'clinicalRole')
          return (
            <SelectField
              key={name}
              name={name}
              label={t('assets.fact.clinicalRole')}
              value={facts.clinicalRole ?? ''}
              options={[none, ...clinicalRoles.map((value) => ({ value, label: t(`assets.role.${value}`) }))]}
            />
          )
        if (name === 'networkExposure')
          return (
            <SelectField
              key={name}
              name={name}
              label={t('assets.fact.networkExposure')}
              value={facts.networkExposure ?? ''}
              options={[
                none,
                ...networkExposures.map((value) => ({ value, label: t(`assets.exposure.${value}`) })),
              ]}
            />
          )
        return (
          <TextField
            key={name}
            name={name}
            label={t(`assets.fact.${name}`)}
            value={facts[name] ?? ''}
            error={faults[name]}
            {...(hinted.has(name) ? { hint: reader.translator.find(`assets.asset.hint.${name}`) } : {})}
          />
        )
      })}
      <Actions>
        <Button>{t('assets.asset.save')}</Button>
      </Actions>
    </form>
  )
}
