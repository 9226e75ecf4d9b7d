// The frameworks of others in which the answers of a house count.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { Empty, PageHead, Sheet, Table } from '../../../web/kit/index.ts'
import type { Checking } from '../actions/check.ts'
import { shownFrameworks } from '../actions/view-framework.ts'
import { checkHref, frameworkHref, memberBase } from './paths.ts'
import { readerOf } from './reader.ts'
import { CheckViews } from './words.tsx'

export function frameworksPage(checking: Checking): Page {
  return definePage({
    method: 'GET',
    path: `${memberBase}/frameworks`,
    permission: 'assessments:read',
    params: memberPath,
    query: nothing,
    body: nothing,
    handle: (request) => list(checking, request),
  })
}

async function list(checking: Checking, request: AnyRequest): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(checking.context, request)
  const { t } = reader.translator
  const frameworks = await checking.context.database.asMember(organisationId, shownFrameworks)
  const title = t('assessments.frameworks.title')
  const content = (
    <>
      <PageHead title={title} lead={t('assessments.frameworks.lead')} />
      <CheckViews organisationId={organisationId} current="frameworks" reader={reader} />
      <div class="s-stack-l">
        {frameworks.length === 0 ? (
          <Empty heading={t('assessments.frameworks.empty')}>{t('assessments.frameworks.empty.text')}</Empty>
        ) : (
          <Sheet id="frameworks" heading={t('assessments.frameworks.heading')} flush>
            <Table
              caption={t('assessments.frameworks.heading')}
              rows={frameworks}
              keyOf={({ id }) => id}
              columns={[
                {
                  label: t('assessments.frameworks.name'),
                  kind: 'head',
                  main: true,
                  cell: ({ key, name, language }) => (
                    <a href={frameworkHref(organisationId, key)} lang={language}>
                      {name}
                    </a>
                  ),
                },
                { label: t('assessments.frameworks.publisher'), cell: ({ publisher }) => publisher ?? '' },
                { label: t('assessments.frameworks.version'), cell: ({ version }) => version },
              ]}
            />
          </Sheet>
        )}
      </div>
    </>
  )
  return {
    html: await checking.context.render(request, { title, content, current: checkHref(organisationId) }),
  }
}
