// The centre's list of advisories: search, filters, orders, pages, and what the reader has read.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import {
  definePage,
  type Page,
  type PageReply,
  personOf,
  type Request,
} from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  CsrfField,
  Empty,
  ErrorSummary,
  PageHead,
  Pagination,
  Table,
  Views,
} from '../../../web/kit/index.ts'
import { type ListPage, listPageOf } from '../actions/list.ts'
import { markRead } from '../actions/mark-read.ts'
import { type ListForm, listForm, wrongDays } from '../contract/list.ts'
import { readForm } from '../contract/management.ts'
import { type AdvisoryCounts, countAdvisories } from '../store/listing.ts'
import { countQuarantined } from '../store/quarantine.ts'
import { Filters, fieldName, InForce, listHref } from './list-filters.tsx'
import { columnsOf } from './list-table.tsx'
import { feedsPath, listPath, quarantinePath, uploadPath } from './paths.ts'
import { type Reader, readerOf } from './words.ts'

const pageSize = 50

export function listPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: listPath,
      permission: 'advisories:read',
      params: nothing,
      query: listForm,
      body: nothing,
      handle: (request) => showList(context, request),
    }),
    definePage({
      method: 'POST',
      path: `${listPath}/read`,
      permission: 'advisories:read',
      params: nothing,
      query: nothing,
      body: readForm,
      async handle(request) {
        const { advisoryIds, read, query } = request.body
        await markRead(context, advisoryIds, read, personOf(request).id, request.now)
        const [single] = advisoryIds
        if (query === '' && single !== undefined) return { redirect: `${listPath}/${single}` }
        // Only the question of a list goes back: whatever was sent, it stays on this address.
        return { redirect: `${listPath}?${new URLSearchParams(query)}` }
      },
    }),
  ]
}

type ListRequest = Request<unknown, ListForm, unknown>

async function showList(context: Context, request: ListRequest): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const personId = personOf(request).id
  const wrong = wrongDays(request.query)
  const { page, counts, quarantined } = await context.database.asCentre(async (scope) => ({
    page: wrong.length > 0 ? nothingFound : await listPageOf(scope, request.query, personId, pageSize),
    counts: await countAdvisories(scope, personId),
    quarantined: await countQuarantined(scope),
  }))
  const title = request.query.deleted ? t('advisories.deleted.title') : t('advisories.list.title')
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: wrong.length })}
        faults={wrong.map((name) => ({
          fieldId: name,
          text: `${fieldName(name, reader)}: ${t('advisories.filter.day.wrong')}`,
        }))}
      />
      <PageHead title={title} lead={leadOf(request.query, counts, quarantined, reader)} />
      <Actions>
        <ButtonLink href={uploadPath}>{t('advisories.upload.title')}</ButtonLink>
        <a href={quarantinePath}>{t('advisories.quarantine.link', { count: quarantined })}</a>
        <a href={feedsPath}>{t('advisories.feeds.title')}</a>
      </Actions>
      <ListViews query={request.query} counts={counts} reader={reader} />
      <div class="s-sheet">
        <Filters query={request.query} wrong={wrong} reader={reader} />
        <InForce query={request.query} reader={reader} />
        <Found page={page} query={request.query} total={counts.total} reader={reader} />
      </div>
      <Pagination
        label={t('shell.list.pages')}
        shown={t('shell.list.shown', { shown: page.advisories.length })}
        {...nextOf(page, request.query, t('shell.list.next'))}
      />
    </>
  )
  return { html: await context.render(request, { title, content, current: listPath, width: 'wide' }) }
}

const nothingFound: ListPage = { advisories: [], after: null }

function leadOf(query: ListForm, { total, invalid }: AdvisoryCounts, quarantined: number, reader: Reader) {
  const { t } = reader.translator
  return query.deleted
    ? t('advisories.deleted.lead')
    : t('advisories.list.counts', { total, invalid, quarantined })
}

/** All, what this person has not read, and what was deleted. */
function ListViews(props: {
  readonly query: ListForm
  readonly counts: AdvisoryCounts
  readonly reader: Reader
}) {
  const { query, counts, reader } = props
  const { t } = reader.translator
  const { total, read, deleted } = counts
  const count = (number: number) => formatNumber(number, reader.translator)
  const current = query.deleted ? 'deleted' : query.unread === 'yes' ? 'unread' : 'all'
  const href = (change: Partial<ListForm>) =>
    listHref(query, { unread: undefined, deleted: undefined, ...change })
  return (
    <Views
      label={t('advisories.views')}
      views={[
        { label: t('advisories.views.all'), href: href({}), current: current === 'all', count: count(total) },
        {
          label: t('advisories.views.unread'),
          href: href({ unread: 'yes' }),
          current: current === 'unread',
          count: count(total - read),
        },
        {
          label: t('advisories.views.deleted'),
          href: href({ deleted: 'yes' }),
          current: current === 'deleted',
          count: count(deleted),
        },
      ]}
    />
  )
}

function Found(props: {
  readonly page: ListPage
  readonly query: ListForm
  readonly total: number
  readonly reader: Reader
}) {
  const { page, query, total, reader } = props
  const { t } = reader.translator
  if (page.advisories.length === 0)
    return (
      <Empty heading={t('advisories.list.empty.heading')}>
        {total === 0 ? t('advisories.list.empty.none') : t('advisories.list.empty.filter')}
      </Empty>
    )
  const unread = page.advisories.filter(({ isRead }) => !isRead)
  return (
    <>
      <Table
        caption={t('advisories.list.caption')}
        columns={columnsOf(reader)}
        rows={page.advisories}
        keyOf={(advisory) => advisory.id}
      />
      {unread.length > 0 && (
        <form class="s-bulk" method="post" action={`${listPath}/read`}>
          <CsrfField token={reader.csrfToken} />
          <input type="hidden" name="read" value="yes" />
          <input type="hidden" name="query" value={listHref(query, {}).split('?')[1] || 'order=recorded'} />
          {unread.map(({ id }) => (
            <input key={id} type="hidden" name="advisoryIds" value={String(id)} />
          ))}
          <p>{t('advisories.read.all.text')}</p>
          <Button kind="secondary">{t('advisories.read.all', { count: unread.length })}</Button>
        </form>
      )}
    </>
  )
}

function nextOf({ after }: ListPage, query: ListForm, label: string) {
  if (after === null) return {}
  const href = listHref(query, {})
  return { older: { label, href: `${href}${href.includes('?') ? '&' : '?'}after=${after}` } }
}
