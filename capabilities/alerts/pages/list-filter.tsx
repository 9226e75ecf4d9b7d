// What a list of alerts is narrowed and sorted by: as asked in the address, as said on the screen, as the store takes it.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { FilterBar, SelectField, ShownFilters, TextField } from '../../../web/kit/index.ts'
import { type AlertFilter, alertSorts } from '../store.ts'
import { urgencies } from '../urgency.ts'
import type { Reader } from './words.ts'

export const pageSize = 50

export const query = z.object({
  q: z.string().trim().max(200).default(''),
  urgency: z.preprocess((value) => (value === '' ? undefined : value), z.enum(urgencies).optional()),
  state: z.enum(['open', 'closed', 'all']).default('open'),
  sort: z.enum(alertSorts).default('due'),
  after: z
    .string()
    .max(100)
    .regex(/^\d+~[\w-]*$/)
    .optional(),
})
export type Query = z.output<typeof query>

export function filterOf({ q, urgency, state, sort, after }: Query): AlertFilter {
  const [id = '', key = ''] = after?.split('~') ?? []
  return {
    search: q || null,
    urgency: urgency ?? null,
    state: state === 'all' ? null : state,
    answer: null,
    sort,
    after: after ? { key, id: Number(id) } : null,
    limit: pageSize + 1,
  }
}

export function isUnfiltered({ q, urgency, state }: Query): boolean {
  return q === '' && urgency === undefined && state === 'open'
}

export function hrefOf(
  path: string,
  { q, urgency, state, sort, after }: { [K in keyof Query]: Query[K] | undefined },
): string {
  const given = Object.entries({
    q: q || undefined,
    urgency,
    state: state === 'open' ? undefined : state,
    sort: sort === 'due' ? undefined : sort,
    after,
  })
  const words = new URLSearchParams(given.flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return words.size > 0 ? `${path}?${words}` : path
}

export function Filters({
  path,
  query: given,
  reader,
}: {
  readonly path: string
  readonly query: Query
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <FilterBar label={t('alerts.list.filter')} action={path} submit={t('alerts.list.filter.submit')}>
      <TextField name="q" label={t('alerts.list.filter.search')} value={given.q} />
      <SelectField
        name="urgency"
        label={t('alerts.list.filter.urgency')}
        value={given.urgency ?? ''}
        options={[
          { value: '', label: t('alerts.list.filter.all') },
          ...urgencies.map((value) => ({ value, label: t(`alerts.urgency.${value}`) })),
        ]}
      />
      <SelectField
        name="state"
        label={t('alerts.list.filter.state')}
        value={given.state}
        options={[
          { value: 'open', label: t('alerts.list.filter.open') },
          { value: 'closed', label: t('alerts.list.filter.closed') },
          { value: 'all', label: t('alerts.list.filter.all') },
        ]}
      />
      <SelectField
        name="sort"
        label={t('alerts.list.filter.sort')}
        value={given.sort}
        options={alertSorts.map((value) => ({ value, label: t(`alerts.list.sort.${value}`) }))}
      />
    </FilterBar>
  )
}

export function Shown({
  path,
  query: given,
  reader,
}: {
  readonly path: string
  readonly query: Query
  readonly reader: Reader
}) {
  const { t } = reader.translator
  const filters = [
    ...(given.q
      ? [{ label: `“${given.q}”`, removeHref: hrefOf(path, { ...given, q: undefined, after: undefined }) }]
      : []),
    ...(given.urgency
      ? [
          {
            label: t(`alerts.urgency.${given.urgency}`),
            removeHref: hrefOf(path, { ...given, urgency: undefined, after: undefined }),
          },
        ]
      : []),
    ...(given.state === 'closed'
      ? [
          {
            label: t('alerts.list.filter.closed'),
            removeHref: hrefOf(path, { ...given, state: undefined, after: undefined }),
          },
        ]
      : []),
  ]
  return (
    <ShownFilters
      lead={t('alerts.list.shown.lead')}
      filters={filters}
      removeText={t('alerts.list.shown.remove')}
      removeAll={{ label: t('alerts.list.shown.removeAll'), href: path }}
    />
  )
}
