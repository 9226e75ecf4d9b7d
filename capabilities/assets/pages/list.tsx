// The list of what a hospital runs: coverage on top, search, filters, pages.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page, type PageReply, type Request } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { Actions, ButtonLink, Empty, PageHead, Pagination, Plain, Table } from '../../../web/kit/index.ts'
import { type ListQuery, listQuery } from '../contract/schemas.ts'
import type { Coverage } from '../coverage.ts'
import type { Import } from '../import.ts'
import { readPosition, writePosition } from '../position.ts'
import { type AssetPage, countAssets, listAssets, sitesOfAssets } from '../store/assets.ts'
import { coverageOf } from '../store/coverage.ts'
import { listImports } from '../store/imports.ts'
import { assetColumns } from './asset-columns.tsx'
import { CoverageSection } from './coverage.tsx'
import { Filters, hrefOf, isFiltered, ShownAssetFilters } from './filters.tsx'
import { dayOf, hrefs, type Reader, readerOf } from './words.ts'

const pageSize = 50
const shownImports = 5

export function listPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: '/o/:organisationId/assets',
    permission: 'assets:read',
    params: memberPath,
    query: listQuery,
    body: nothing,
    handle: (request) => showList(context, request),
  })
}

interface ListContent {
  readonly coverage: Coverage
  readonly page: AssetPage
  readonly found: number
  readonly sites: readonly string[]
  readonly imports: readonly Import[]
}

async function showList(
  context: Context,
  request: Request<{ organisationId: number }, ListQuery, unknown>,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { query, organisationId } = request
  const content = await context.database.asMember(organisationId, async (scope): Promise<ListContent> => {
    const filter = { ...query, missing: query.missing === 'yes' }
    return {
      coverage: await coverageOf(scope, organisationId),
      page: await listAssets(scope, filter, readPosition(query.after), pageSize),
      found: await countAssets(scope, filter),
      sites: await sitesOfAssets(scope),
      imports: await listImports(scope, shownImports),
    }
  })
  const title = reader.translator.t('assets.list.title')
  return {
    html: await context.render(request, {
      title,
      current: hrefs.list(organisationId),
      content: (
        <>
          <PageHead title={title} />
          <List {...content} query={query} reader={reader} />
        </>
      ),
    }),
  }
}

function List(props: ListContent & { readonly query: ListQuery; readonly reader: Reader }) {
  const { coverage, imports, reader } = props
  const { t } = reader.translator
  return (
    <div class="s-stack-l">
      {coverage.total > 0 && <CoverageSection coverage={coverage} reader={reader} />}
      {reader.mayWrite && (
        <Actions>
          <ButtonLink href={hrefs.upload(reader.organisationId)}>{t('assets.list.import')}</ButtonLink>
          <a href={hrefs.newAsset(reader.organisationId)}>{t('assets.list.add')}</a>
        </Actions>
      )}
      {coverage.total === 0 ? (
        <Empty heading={t('assets.list.none.heading')}>{t('assets.list.none')}</Empty>
      ) : (
        <FoundAssets {...props} />
      )}
      {imports.length > 0 && <Imports imports={imports} reader={reader} />}
    </div>
  )
}

function FoundAssets({ coverage, page, found, sites, query, reader }: Parameters<typeof List>[0]) {
  const { t } = reader.translator
  const path = hrefs.list(reader.organisationId)
  const { assets, next } = page
  return (
    <div>
      <div class="s-sheet">
        <Filters query={query} sites={sites} reader={reader} />
        <ShownAssetFilters query={query} reader={reader} />
        {assets.length === 0 ? (
          <Empty heading={t('assets.list.nothing.heading')}>
            {t('assets.list.nothing', { total: coverage.total })}
          </Empty>
        ) : (
          <Table
            caption={t('assets.list.caption')}
            columns={assetColumns(reader)}
            rows={assets}
            keyOf={(asset) => asset.id}
            stateOf={(asset) => (asset.matchable === 'yes' ? undefined : 'unknown')}
          />
        )}
      </div>
      <Pagination
        label={t('shell.list.pages')}
        shown={t('shell.list.shownOf', {
          shown: assets.length,
          total: isFiltered(query) ? found : coverage.total,
        })}
        {...(query.after
          ? { newer: { label: t('assets.list.first'), href: hrefOf(path, { ...query, after: undefined }) } }
          : {})}
        {...(next
          ? {
              older: {
                label: t('shell.list.next'),
                href: hrefOf(path, { ...query, after: writePosition(next) }),
              },
            }
          : {})}
      />
    </div>
  )
}

function Imports({ imports, reader }: { readonly imports: readonly Import[]; readonly reader: Reader }) {
  const { t } = reader.translator
  return (
    <Plain id="imports" heading={t('assets.list.imports')} flush>
      <Table
        caption={t('assets.list.imports')}
        rows={imports}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t('assets.imports.file'),
            kind: 'head',
            cell: ({ id, fileName }) => <a href={hrefs.import(reader.organisationId, id)}>{fileName}</a>,
          },
          { label: t('assets.imports.state'), cell: ({ state }) => t(`assets.state.${state}`) },
          { label: t('assets.imports.when'), cell: ({ changedAt }) => dayOf(changedAt, reader, 'instant') },
        ]}
      />
    </Plain>
  )
}
