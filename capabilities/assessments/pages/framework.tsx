// One framework of others: each requirement with what the answers say of it, and by which facts.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  Details,
  Note,
  PageHead,
  Pagination,
  Plain,
  Sheet,
  StateWord,
  Table,
  Views,
} from '../../../web/kit/index.ts'
import { itemHref } from '../../catalogue/index.ts'
import { textIn } from '../../facts/index.ts'
import type { Checking } from '../actions/check.ts'
import { type FrameworkView, viewFramework } from '../actions/view-framework.ts'
import { frameworkPath, frameworkQuery } from '../contract/forms.ts'
import {
  type MappedMeasure,
  type RequirementResult,
  type RequirementStanding,
  requirementStandings,
} from '../framework/mapping.ts'
import { checkHref, frameworkHref, frameworksHref, memberBase } from './paths.ts'
import { type Reader, readerOf, sayInstant } from './reader.ts'
import { factLine, lookOfRequirement } from './words.tsx'

const perPage = 60

export function frameworkPage(checking: Checking): Page {
  return definePage({
    method: 'GET',
    path: `${memberBase}/frameworks/:key`,
    permission: 'assessments:read',
    params: frameworkPath,
    query: frameworkQuery,
    body: nothing,
    handle: (request) => show(checking, request, { key: request.params.key, ...request.query }),
  })
}

interface Asked {
  readonly key: string
  readonly version: string
  readonly show: string
  readonly page: number
}

async function show(checking: Checking, request: AnyRequest, asked: Asked): Promise<PageReply> {
  const { organisationId, now } = request
  const reader = readerOf(checking.context, request)
  const { t } = reader.translator
  const view = await checking.context.database.asMember(organisationId, (scope) =>
    viewFramework(checking, scope, { organisationId, key: asked.key, version: asked.version }, now),
  )
  const { framework, results } = view
  const title = framework.name
  const content = (
    <>
      <PageHead
        title={<span lang={framework.language}>{title}</span>}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [
            { label: t('assessments.title'), href: checkHref(organisationId) },
            { label: t('assessments.frameworks.title'), href: frameworksHref(organisationId) },
          ],
        }}
        meta={t('assessments.frameworks.meta', {
          version: framework.version,
          publisher: framework.publisher ?? '—',
        })}
        lead={t('assessments.frameworks.result', countsOf(results))}
      />
      <div class="s-stack-l">
        {results.some(({ measures }) => measures.some(({ via }) => via.kind === 'own')) && (
          <Note tone="unknown">{t('assessments.frameworks.own')}</Note>
        )}
        <Requirements {...{ organisationId, view, asked, checking, reader }} />
        <About view={view} organisationId={organisationId} reader={reader} />
      </div>
    </>
  )
  return {
    html: await checking.context.render(request, { title, content, current: checkHref(organisationId) }),
  }
}

function countsOf(results: readonly RequirementResult[]) {
  const assessed = results.filter(({ requirement }) => requirement.assessable)
  const count = (standing: RequirementStanding) => assessed.filter((one) => one.standing === standing).length
  return {
    total: assessed.length,
    met: count('met'),
    partly: count('partly'),
    not: count('not'),
    unknown: count('not-known'),
    unmapped: count('not-mapped'),
  }
}

interface Within {
  readonly organisationId: number
  readonly view: FrameworkView
  readonly checking: Checking
  readonly reader: Reader
}

function Requirements({ asked, ...within }: Within & { readonly asked: Asked }) {
  const { organisationId, view, reader } = within
  const { t } = reader.translator
  const assessed = view.results.filter(({ requirement }) => requirement.assessable)
  const chosen = requirementStandings.find((standing) => standing === asked.show) ?? null
  const rows = chosen ? assessed.filter(({ standing }) => standing === chosen) : assessed
  const pages = Math.max(1, Math.ceil(rows.length / perPage))
  const page = Math.min(asked.page, pages)
  const shown = rows.slice((page - 1) * perPage, page * perPage)
  const hrefOf = (standing: string, number: number) =>
    `${frameworkHref(organisationId, view.framework.key)}?${new URLSearchParams({ version: view.framework.version, show: standing, page: String(number) })}`
  return (
    <Sheet id="requirements" heading={t('assessments.frameworks.requirements')} flush>
      <Views
        label={t('assessments.frameworks.filter')}
        views={['', ...requirementStandings].map((standing) => ({
          label: t(`assessments.requirement.${(standing || 'all') as 'all'}`),
          href: hrefOf(standing, 1),
          current: standing === (chosen ?? ''),
          count: String(
            standing === '' ? assessed.length : assessed.filter((one) => one.standing === standing).length,
          ),
        }))}
      />
      <RequirementTable {...within} rows={shown} />
      <Pagination
        label={t('assessments.frameworks.pages')}
        shown={t('assessments.frameworks.shown', { shown: shown.length, total: rows.length })}
        {...(page > 1
          ? { newer: { label: t('assessments.frameworks.before'), href: hrefOf(chosen ?? '', page - 1) } }
          : {})}
        {...(page < pages
          ? { older: { label: t('assessments.frameworks.after'), href: hrefOf(chosen ?? '', page + 1) } }
          : {})}
      />
    </Sheet>
  )
}

function RequirementTable({ rows, ...within }: Within & { readonly rows: readonly RequirementResult[] }) {
  const { view, reader } = within
  const { t } = reader.translator
  const { language } = view.framework
  return (
    <Table
      caption={t('assessments.frameworks.requirements')}
      rows={rows}
      keyOf={(_row, index) => index}
      columns={[
        {
          label: t('assessments.frameworks.requirement'),
          kind: 'head',
          main: true,
          cell: ({ requirement: { ref, title, text } }) => (
            <>
              <span class="s-nowrap">{ref}</span> <span lang={language}>{title}</span>
              {text && (
                <Details summary={t('assessments.frameworks.text', { ref })}>
                  <p class="s-dense s-lines" lang={language}>
                    {text}
                  </p>
                </Details>
              )}
            </>
          ),
        },
        {
          label: t('assessments.frameworks.standing'),
          cell: ({ standing }) => (
            <StateWord state={lookOfRequirement[standing]}>
              {t(`assessments.requirement.${standing}`)}
            </StateWord>
          ),
        },
        {
          label: t('assessments.frameworks.because'),
          cell: ({ measures }) =>
            measures.length === 0
              ? t('assessments.frameworks.nothing')
              : measures.map((one) => <Because key={one.score.measure.key} {...within} mapped={one} />),
        },
      ]}
    />
  )
}

function Because({ organisationId, checking, reader, mapped }: Within & { readonly mapped: MappedMeasure }) {
  const { t, locale } = reader.translator
  const { measure, rows } = mapped.score
  return (
    <div class="s-dense">
      <a href={itemHref(organisationId, measure)}>{textIn(measure.title, locale)}</a>
      {mapped.isPart && ` (${t('assessments.frameworks.part')})`}
      {rows.map(({ fact, current }) => (
        <div key={fact} class="s-quiet">
          {factLine(checking.book.keys.get(fact), current, reader)}
        </div>
      ))}
    </div>
  )
}

function About({
  view: { framework, versions },
  organisationId,
  reader,
}: {
  readonly view: FrameworkView
  readonly organisationId: number
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <Plain id="about" heading={t('assessments.frameworks.about')}>
      <p>{t('assessments.frameworks.about.text')}</p>
      {framework.rights && (
        <Details summary={t('assessments.frameworks.rights')}>
          <p class="s-dense s-lines" lang={framework.language}>
            {framework.rights}
          </p>
        </Details>
      )}
      <p>{t('assessments.frameworks.imported', { day: sayInstant(framework.importedAt, reader) })}</p>
      {versions.length > 1 && (
        <>
          <p>{t('assessments.frameworks.versions')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {versions.map(({ id, key, version }) => (
              <li key={id}>
                <a href={`${frameworkHref(organisationId, key)}?version=${encodeURIComponent(version)}`}>
                  {version}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Plain>
  )
}
