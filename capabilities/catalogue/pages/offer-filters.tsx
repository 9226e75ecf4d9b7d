// The filters of the list of offers, and those in force with the way to take each away.
// SPDX-License-Identifier: EUPL-1.2
import { FilterBar, SelectField, ShownFilters } from '../../../web/kit/index.ts'
import type { ListFilters } from '../contract/forms.ts'
import { offeredKinds, pillars } from '../item.ts'
import { costKinds } from '../own-item.ts'
import { offersHref } from './paths.ts'
import type { Reader } from './reader.ts'

interface FiltersProps {
  readonly organisationId: number
  readonly reader: Reader
  readonly filters: ListFilters
}

const levels = ['own', 'regional', 'national', 'eu'] as const

export function OfferFilters(props: FiltersProps) {
  const { organisationId, reader, filters } = props
  const { t } = reader.translator
  const choices = choicesOf(reader)
  return (
    <>
      <FilterBar
        label={t('catalogue.offers.filter')}
        action={offersHref(organisationId)}
        submit={t('catalogue.offers.filter.submit')}
      >
        {choices.map(({ name, label, options }) => (
          <SelectField
            key={name}
            name={name}
            label={label}
            value={filters[name]}
            options={[{ value: '', label: t('catalogue.offers.filter.all') }, ...options]}
          />
        ))}
      </FilterBar>
      <InForce {...props} />
    </>
  )
}

function InForce({ organisationId, reader, filters }: FiltersProps) {
  const { t } = reader.translator
  const base = offersHref(organisationId)
  const set = choicesOf(reader).flatMap(({ name, label, options }) => {
    const option = options.find(({ value }) => value === filters[name])
    return option ? [{ name, label: `${label}: ${option.label}` }] : []
  })
  return (
    <ShownFilters
      lead={t('catalogue.offers.filter.only')}
      removeText={t('catalogue.offers.filter.remove')}
      removeAll={{ label: t('catalogue.offers.filter.clear'), href: base }}
      filters={set.map(({ name, label }) => ({ label, removeHref: `${base}?${without(filters, name)}` }))}
    />
  )
}

function without(filters: ListFilters, name: keyof ListFilters): string {
  return new URLSearchParams(
    Object.entries(filters).filter(([key, value]) => key !== name && value !== ''),
  ).toString()
}

function choicesOf({ translator: { t } }: Reader) {
  return [
    {
      name: 'pillar' as const,
      label: t('catalogue.offers.filter.pillar'),
      options: pillars.map((value) => ({ value, label: t(`catalogue.pillar.${value}`) })),
    },
    {
      name: 'kind' as const,
      label: t('catalogue.offers.filter.kind'),
      options: offeredKinds.map((value) => ({ value, label: t(`catalogue.kind.${value}`) })),
    },
    {
      name: 'level' as const,
      label: t('catalogue.offers.filter.level'),
      options: levels.map((value) => ({ value, label: t(`catalogue.level.${value}`) })),
    },
    {
      name: 'cost' as const,
      label: t('catalogue.offers.filter.cost'),
      options: costKinds.map((value) => ({ value, label: t(`catalogue.cost.${value}`) })),
    },
  ]
}
