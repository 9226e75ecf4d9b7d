// The list of a hospital's alerts: filter, sort, search, pages, and the same answer for several.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page, type PageReply, type Request } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { instantOf } from '../../../platform/time/zone.ts'
import {
  BulkBar,
  CsrfField,
  Empty,
  PageHead,
  Pagination,
  SelectField,
  Table,
} from '../../../web/kit/index.ts'
import { coverageOf } from '../../assets/index.ts'
import { countAlerts, type ListedAlert, listAlerts } from '../store.ts'
import { columnsOf, isLate } from './list-columns.tsx'
import {
  Filters,
  filterOf,
  hrefOf,
  isUnfiltered,
  pageSize,
  type Query,
  query,
  Shown,
} from './list-filter.tsx'
import type { Reader } from './words.ts'

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
