// The filters of the list of assets, those in force, and the addresses that they make.
// SPDX-License-Identifier: EUPL-1.2
import { clinicalRoles, networkExposures } from '@salus/standards/inventory'
import { FilterBar, SelectField, ShownFilters, TextField } from '../../../web/kit/index.ts'
import { matchables } from '../asset.ts'
import type { ListQuery } from '../contract/schemas.ts'
import { hrefs, type Reader } from './words.ts'

interface FiltersProps {
  readonly query: ListQuery
  readonly reader: Reader
}

export function Filters({ query, sites, reader }: FiltersProps & { readonly sites: readonly string[] }) {
  const { t } = reader.translator
  const all = { value: '', label: t('shell.filter.all') }
  return (
    <FilterBar
      label={t('assets.list.filter')}
      action={hrefs.list(reader.organisationId)}
      submit={t('shell.filter.apply')}
    >
      <TextField
        name="search"
        type="search"
        label={t('shell.filter.search')}
        value={query.search}
        maxLength={200}
      />
      <SelectField
        name="matchable"
        label={t('assets.list.filter.matchable')}
        value={query.matchable ?? ''}
        options={[all, ...matchables.map((value) => ({ value, label: t(`assets.matchable.${value}`) }))]}
      />
      <SelectField
        name="clinicalRole"
        label={t('assets.fact.clinicalRole')}
        value={query.clinicalRole ?? ''}
        options={[all, ...clinicalRoles.map((value) => ({ value, label: t(`assets.role.${value}`) }))]}
      />
      <SelectField
        name="networkExposure"
        label={t('assets.fact.networkExposure')}
        value={query.networkExposure ?? ''}
        options={[all, ...networkExposures.map((value) => ({ value, label: t(`assets.exposure.${value}`) }))]}
      />
      {sites.length > 0 && (
        <SelectField
          name="site"
          label={t('assets.fact.site')}
          value={query.site ?? ''}
          options={[all, ...sites.map((value) => ({ value, label: value }))]}
        />
      )}
    </FilterBar>
  )
}

export function ShownAssetFilters({ query, reader }: FiltersProps) {
  const { t } = reader.translator
  const path = hrefs.list(reader.organisationId)
  const { search, matchable, clinicalRole, networkExposure, site, missing } = query
  const labels: readonly (readonly [keyof ListQuery, string | undefined])[] = [
    ['search', search && t('assets.list.filter.searched', { text: search })],
    ['matchable', matchable && t(`assets.matchable.${matchable}`)],
    ['clinicalRole', clinicalRole && t(`assets.role.${clinicalRole}`)],
    ['networkExposure', networkExposure && t(`assets.exposure.${networkExposure}`)],
    ['site', site],
    ['missing', missing ? t('assets.list.filter.missing') : undefined],
  ]
  return (
    <ShownFilters
      lead={t('shell.filter.shown')}
      filters={labels.flatMap(([name, label]) =>
        label ? [{ label, removeHref: hrefOf(path, { ...query, after: undefined, [name]: undefined }) }] : [],
      )}
      removeText={t('shell.filter.remove')}
      removeAll={{ label: t('shell.filter.removeAll'), href: path }}
    />
  )
}

export function isFiltered({ after: _, ...filters }: ListQuery): boolean {
  return Object.values(filters).some(Boolean)
}

export function hrefOf(
  path: string,
  query: { readonly [Name in keyof ListQuery]?: string | undefined },
): string {
  const words = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  return words.size > 0 ? `${path}?${words}` : path
}
