// The list of a hospital's alerts: filter, sort, search, pages, and the same answer for several.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page, type PageReply, type Request } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { formatInstant, formatLeft } from '../../../platform/i18n/index.ts'
import { instantOf } from '../../../platform/time/zone.ts'
import {
  BulkBar,
  type Column,
  CsrfField,
  Empty,
  FilterBar,
  PageHead,
  Pagination,
  ReasonLine,
  SelectField,
  ShownFilters,
  StateWord,
  Table,
  TextField,
  Tick,
  UrgencyTag,
} from '../../../web/kit/index.ts'
import { coverageOf } from '../../assets/index.ts'
import { type AlertFilter, alertSorts, countAlerts, type ListedAlert, listAlerts } from '../store.ts'
import { urgencies } from '../urgency.ts'
import { type Reader, stateLook, stateWord, urgencyLook, urgencyWord } from './words.ts'

const pageSize = 50

const query = z.object({
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
type Query = z.output<typeof query>
type ListRequest = Request<{ organisationId: number }, Query, unknown>

export function listPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: '/o/:organisationId/alerts',
    permission: 'alerts:read',
    params: memberPath,
    query,
    body: nothing,
    handle: (request) => showList(context, request),
  })
}

async function showList(context: Context, request: ListRequest): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const { t } = translator
  const reader: Reader = { translator, timeZone: request.membership?.timeZone ?? 'UTC', now: request.now }
  const startOfYear = instantOf(`${request.now.getUTCFullYear()}-01-01`, 0, reader.timeZone)
  const { counts, alerts, coverage } = await context.database.asMember(
    request.organisationId,
    async (scope) => ({
      counts: await countAlerts(scope, startOfYear),
      alerts: await listAlerts(scope, filterOf(request.query)),
      coverage: await coverageOf(scope, request.organisationId),
    }),
  )
  const shown = alerts.slice(0, pageSize)
  const path = `/o/${request.organisationId}/alerts`
  const content = (
    <>
      <PageHead
        title={t('alerts.list.title')}
        lead={t('alerts.list.counts', {
          open: counts.open,
          toCheck: counts.toCheck,
          closed: counts.closedThisYear,
        })}
      />
      <div class="s-sheet">
        <Filters path={path} query={request.query} reader={reader} />
        <Shown path={path} query={request.query} reader={reader} />
        {shown.length === 0 ? (
          <Empty heading={t('alerts.list.empty.heading')}>
            {isUnfiltered(request.query)
              ? t('alerts.list.empty.open', { matched: coverage.matchable, total: coverage.total })
              : t('alerts.list.empty')}
          </Empty>
        ) : (
          <form method="post" action={`${path}/answers`}>
            <CsrfField token={request.caller?.csrfToken ?? null} />
            <Table
              caption={t('alerts.list.caption')}
              columns={columnsOf(path, reader)}
              rows={shown}
              keyOf={(alert) => alert.id}
              stateOf={(alert) => (isLate(alert, reader.now) ? 'late' : undefined)}
            />
            <Bulk reader={reader} />
          </form>
        )}
      </div>
      <Pagination
        label={t('alerts.list.pages')}
        shown={t('alerts.list.shownCount', { count: shown.length })}
        {...olderThan(alerts, path, request.query, t('alerts.list.older'))}
        {...(request.query.after
          ? {
              newer: {
                label: t('alerts.list.first'),
                href: hrefOf(path, { ...request.query, after: undefined }),
              },
            }
          : {})}
      />
    </>
  )
  return { html: await context.render(request, { title: t('alerts.list.title'), content, current: path }) }
}

function filterOf({ q, urgency, state, sort, after }: Query): AlertFilter {
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

function isUnfiltered({ q, urgency, state }: Query): boolean {
  return q === '' && urgency === undefined && state === 'open'
}

function olderThan(
  alerts: readonly (ListedAlert & { readonly key: string })[],
  path: string,
  given: Query,
  label: string,
) {
  const last = alerts[pageSize - 1]
  return alerts.length > pageSize && last
    ? { older: { label, href: hrefOf(path, { ...given, after: `${last.id}~${last.key}` }) } }
    : {}
}

function hrefOf(
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

function Filters({
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

function Shown({
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

function columnsOf(path: string, reader: Reader): readonly Column<ListedAlert>[] {
  const { t } = reader.translator
  return [
    {
      label: t('alerts.list.column.tick'),
      kind: 'tick',
      hiddenLabel: true,
      phoneLabel: null,
      cell: (alert) => (
        <Tick
          name="alertIds"
          value={String(alert.id)}
          label={t('alerts.list.tick', { title: alert.title })}
        />
      ),
    },
    {
      label: t('alerts.list.column.alert'),
      kind: 'head',
      phoneLabel: null,
      cell: (alert) => <Heading alert={alert} path={path} reader={reader} />,
    },
    {
      label: t('alerts.list.column.because'),
      phoneLabel: null,
      cell: (alert) => <ReasonLine>{becauseOf(alert, reader)}</ReasonLine>,
    },
    {
      label: t('alerts.list.column.due'),
      nowrap: true,
      cell: (alert) => <Due alert={alert} reader={reader} />,
    },
    {
      label: t('alerts.list.column.state'),
      cell: (alert) => (
        <StateWord state={stateLook(alert.state, isLate(alert, reader.now))}>
          {isLate(alert, reader.now) ? t('alerts.state.late') : stateWord(alert.state, reader.translator)}
        </StateWord>
      ),
    },
  ]
}

function Heading({
  alert,
  path,
  reader,
}: {
  readonly alert: ListedAlert
  readonly path: string
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <>
      <UrgencyTag urgency={urgencyLook(alert)}>{urgencyWord(alert, reader.translator)}</UrgencyTag>
      <br />
      <a href={`${path}/${alert.id}`}>{alert.title}</a>
      <br />
      <span class="s-small s-quiet">
        {t('alerts.list.assets', { affected: alert.affectedAssets, unsure: alert.unsureAssets })}
      </span>
    </>
  )
}

export function becauseOf(
  alert: Pick<ListedAlert, 'answer' | 'affectedAssets' | 'unsureAssets' | 'urgencyPath'>,
  { translator: { t } }: Pick<Reader, 'translator'>,
): string {
  const reason =
    alert.answer === 'affected'
      ? t('alerts.because.short.affected', { assets: alert.affectedAssets })
      : t('alerts.because.short.cannot-tell', { assets: alert.unsureAssets })
  return alert.urgencyPath.path[0]?.answer === 'active'
    ? `${reason}; ${t('alerts.because.exploited')}`
    : reason
}

function Due({ alert, reader }: { readonly alert: ListedAlert; readonly reader: Reader }) {
  const { translator, timeZone, now } = reader
  if (alert.closedAt)
    return (
      <span class="s-small s-quiet">
        {translator.t('alerts.list.closed', {
          day: formatInstant(alert.closedAt, { translator, timeZone, style: 'day' }),
        })}
      </span>
    )
  if (!alert.nextDueAt) return '–'
  return (
    <>
      <strong>{formatInstant(alert.nextDueAt, { translator, timeZone })}</strong>
      <br />
      <span class="s-small s-quiet">{formatLeft(now, alert.nextDueAt, translator)}</span>
    </>
  )
}

export function isLate(alert: Pick<ListedAlert, 'nextDueAt' | 'closedAt'>, now: Date): boolean {
  return alert.closedAt === null && alert.nextDueAt !== null && alert.nextDueAt < now
}

function Bulk({ reader }: { readonly reader: Reader }) {
  const { t } = reader.translator
  const kinds = ['acknowledge', 'progress', 'remediate', 'not-applicable'] as const
  return (
    <BulkBar
      submit={t('alerts.list.bulk.submit')}
      note={t('alerts.list.bulk.note')}
      tickedTemplate={t('alerts.list.bulk.ticked', { count: '{count}' })}
    >
      <SelectField
        name="kind"
        label={t('alerts.list.bulk')}
        options={kinds.map((value) => ({ value, label: t(`alerts.answer.kind.${value}`) }))}
      />
    </BulkBar>
  )
}
