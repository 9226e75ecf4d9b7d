// The centre's list of advisories: filter, search, pages.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page, type PageReply, type Request } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  ButtonLink,
  type Column,
  Empty,
  FilterBar,
  PageHead,
  Pagination,
  SelectField,
  StateWord,
  Table,
  TextField,
} from '../../../web/kit/index.ts'
import { type ListQuery, listForm } from '../contract.ts'
import { afterOf, filterOf } from '../list-position.ts'
import { countAdvisories, type ListedAdvisory, listAdvisories } from '../store/listing.ts'
import { countQuarantined } from '../store/quarantine.ts'
import { feedsPath, listPath, quarantinePath, uploadPath } from './paths.ts'
import { clip, formatNames, instant, type Reader, readerOf, stateWord, validityWord } from './words.ts'

const pageSize = 50

export function listPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: listPath,
    permission: 'advisories:read',
    params: nothing,
    query: listForm,
    body: nothing,
    handle: (request) => showList(context, request),
  })
}

type ListRequest = Request<unknown, ListQuery, unknown>

async function showList(context: Context, request: ListRequest): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const { advisories, counts, quarantined } = await context.database.asCentre(async (scope) => ({
    advisories: await listAdvisories(scope, filterOf(request.query, pageSize + 1)),
    counts: await countAdvisories(scope),
    quarantined: await countQuarantined(scope),
  }))
  const shown = advisories.slice(0, pageSize)
  const content = (
    <>
      <PageHead
        title={t('advisories.list.title')}
        lead={t('advisories.list.counts', { total: counts.total, invalid: counts.invalid, quarantined })}
      />
      <Actions>
        <ButtonLink href={uploadPath}>{t('advisories.upload.title')}</ButtonLink>
        <a href={quarantinePath}>{t('advisories.quarantine.link', { count: quarantined })}</a>
        <a href={feedsPath}>{t('advisories.feeds.title')}</a>
      </Actions>
      <div class="s-sheet">
        <Filters query={request.query} reader={reader} />
        {shown.length === 0 ? (
          <Empty heading={t('advisories.list.empty.heading')}>
            {counts.total === 0 ? t('advisories.list.empty.none') : t('advisories.list.empty.filter')}
          </Empty>
        ) : (
          <Table
            caption={t('advisories.list.caption')}
            columns={columnsOf(reader)}
            rows={shown}
            keyOf={(advisory) => advisory.id}
          />
        )}
      </div>
      <Pagination
        label={t('shell.list.pages')}
        shown={t('shell.list.shown', { shown: shown.length })}
        {...olderOf(advisories, request.query, t('shell.list.older'))}
      />
    </>
  )
  return {
    html: await context.render(request, { title: t('advisories.list.title'), content, current: listPath }),
  }
}

function Filters({ query, reader }: { readonly query: ListQuery; readonly reader: Reader }) {
  const { t } = reader.translator
  const all = { value: '', label: t('shell.filter.all') }
  const states = (['published', 'draft', 'withdrawn', 'rejected'] as const).map((state) => ({
    value: state,
    label: stateWord(state, reader),
  }))
  const validities = (['valid', 'invalid'] as const).map((validity) => ({
    value: validity,
    label: validityWord(validity, reader),
  }))
  const formats = Object.entries(formatNames).map(([value, label]) => ({ value, label }))
  return (
    <FilterBar label={t('advisories.list.filter')} action={listPath} submit={t('shell.filter.apply')}>
      <TextField
        name="q"
        type="search"
        label={t('shell.filter.search')}
        hint={t('advisories.list.search.hint')}
        value={query.q}
        maxLength={200}
      />
      <SelectField
        name="state"
        label={t('advisories.column.state')}
        options={[all, ...states]}
        value={query.state}
      />
      <SelectField
        name="validity"
        label={t('advisories.column.validity')}
        options={[all, ...validities]}
        value={query.validity}
      />
      <SelectField
        name="format"
        label={t('advisories.column.format')}
        options={[all, ...formats]}
        value={query.format}
      />
    </FilterBar>
  )
}

/** Titles are foreign: the renderer escapes them, the length is bounded here. */
function columnsOf(reader: Reader): readonly Column<ListedAdvisory>[] {
  const { t } = reader.translator
  return [
    {
      label: t('advisories.column.advisory'),
      kind: 'head',
      main: true,
      cell: ({ id, title, publisher, trackingId, version }) => (
        <>
          <a href={`${listPath}/${id}`}>{clip(title)}</a>
          <span class="s-sub">
            {clip(publisher, 80)} · {clip(trackingId, 80)} · {clip(version, 40)}
          </span>
        </>
      ),
    },
    { label: t('advisories.column.format'), cell: ({ format }) => formatNames[format] },
    { label: t('advisories.column.state'), cell: ({ state }) => stateWord(state, reader) },
    {
      label: t('advisories.column.validity'),
      cell: ({ validity }) => (
        <StateWord state={validity === 'valid' ? 'done' : 'unknown'}>
          {validityWord(validity, reader)}
        </StateWord>
      ),
    },
    {
      label: t('advisories.column.recorded'),
      nowrap: true,
      cell: ({ recordedAt }) => instant(recordedAt, reader),
    },
  ]
}

function olderOf(advisories: readonly ListedAdvisory[], query: ListQuery, label: string) {
  const last = advisories[pageSize - 1]
  if (advisories.length <= pageSize || last === undefined) return {}
  const given = Object.entries({ ...query, after: afterOf(last) }).filter(([, value]) => value)
  return {
    older: {
      label,
      href: `${listPath}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`,
    },
  }
}
