// The centre's queue of requests: what waits for an answer first, what is promised, and what is over.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { Empty, PageHead, Plain, Sheet } from '../../../web/kit/index.ts'
import type { FactBook } from '../../facts/index.ts'
import { listOrganisations } from '../../organisations/index.ts'
import { listedItems } from '../actions/items.ts'
import { type ItemRequest, isOver } from '../request.ts'
import { selectRequests } from '../store/requests.ts'
import { CentreViews } from './centre-views.tsx'
import { centreRequests } from './paths.ts'
import { readerOf } from './reader.ts'
import { RequestTable } from './request-table.tsx'

const requestsShown = 200

export function queuePage(context: Context, book: FactBook): Page {
  return definePage({
    method: 'GET',
    path: centreRequests,
    permission: 'catalogue:assist',
    params: nothing,
    query: nothing,
    body: nothing,
    async handle(request) {
      const reader = readerOf(context, book, request)
      const { t } = reader.translator
      const { requests, members, listed } = await context.database.asCentre(async (scope) => ({
        requests: await selectRequests(scope, { organisationId: null, limit: requestsShown }),
        members: new Map((await listOrganisations(scope)).map((one) => [one.id, one])),
        listed: await listedItems(scope),
      }))
      const memberOf = ({ organisationId }: ItemRequest) =>
        members.get(organisationId) ?? { name: String(organisationId), timeZone: reader.timeZone }
      const waiting = requests.filter(({ state }) => state === 'asked' || state === 'taken')
      const open = requests.filter((one) => !isOver(one))
      const over = requests.filter(isOver)
      const title = t('catalogue.queue.title', { count: waiting.length })
      const content = (
        <>
          <PageHead title={title} lead={t('catalogue.queue.lead')} />
          <CentreViews reader={reader} current="requests" />
          <div class="s-stack-l">
            <Sheet id="open" heading={t('catalogue.queue.open')} flush={open.length > 0}>
              {open.length === 0 ? (
                <Empty heading={t('catalogue.queue.empty')} headingLevel={3}>
                  {t('catalogue.queue.empty.text')}
                </Empty>
              ) : (
                <RequestTable reader={reader} requests={open} listed={listed} memberOf={memberOf} />
              )}
            </Sheet>
            {over.length > 0 && (
              <Plain id="over" heading={t('catalogue.queue.over')} flush>
                <RequestTable reader={reader} requests={over} listed={listed} memberOf={memberOf} />
              </Plain>
            )}
          </div>
        </>
      )
      return {
        html: await context.render(request, { title, content, current: centreRequests, width: 'wide' }),
      }
    },
  })
}
