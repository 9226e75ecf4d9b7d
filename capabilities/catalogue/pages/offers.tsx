// All offers, ranked for this house: what fits, what may fit, and at the end what does not, each with its reason.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { PageHead, Plain, Sheet, Table } from '../../../web/kit/index.ts'
import type { FactBook } from '../../facts/index.ts'
import { type HouseView, viewHouse } from '../actions/month.ts'
import { type ListFilters, listQuery } from '../contract/forms.ts'
import { isOffered } from '../item.ts'
import { type Offer, offersFor } from '../offering.ts'
import { offerColumns } from './offer-columns.tsx'
import { OfferFilters } from './offer-filters.tsx'
import { monthHref, offersPath } from './paths.ts'
import { type Reader, readerOf } from './reader.ts'
import { RequestTable } from './request-table.tsx'

export function offersPage(context: Context, book: FactBook): Page {
  return definePage({
    method: 'GET',
    path: offersPath,
    permission: 'catalogue:read',
    params: memberPath,
    query: listQuery,
    body: nothing,
    handle: async (request) => {
      const { organisationId, now, query } = request
      const reader = readerOf(context, book, request)
      const { t, tr } = reader.translator
      const house = await viewHouse(context, book, { organisationId, timeZone: reader.timeZone }, now)
      const all = offersFor(
        house.listed.map(({ item }) => item),
        house.facts,
        now,
      ).filter(({ item }) => isOffered(item))
      const shown = all.filter((offer) => passes(offer, query))
      const title = t('catalogue.offers.title')
      const content = (
        <>
          <PageHead title={title} lead={t('catalogue.offers.lead', countsOf(all))} />
          <OfferFilters organisationId={organisationId} reader={reader} filters={query} />
          <div class="s-stack-l">
            <Part fit="yes" {...{ organisationId, reader, house, shown }} />
            <Part fit="unknown" {...{ organisationId, reader, house, shown }} />
            {house.requests.length > 0 && (
              <Plain id="requests" heading={t('catalogue.offers.requests')} flush>
                <RequestTable
                  reader={reader}
                  requests={house.requests}
                  listed={house.listed}
                  memberOf={null}
                />
              </Plain>
            )}
            <Part fit="no" {...{ organisationId, reader, house, shown }} />
            <p>
              {tr('catalogue.offers.measures', {
                link: (words) => <a href={`/o/${organisationId}/measures`}>{words}</a>,
                duties: (words) => <a href={`/o/${organisationId}/duties`}>{words}</a>,
              })}
            </p>
          </div>
        </>
      )
      return {
        html: await context.render(request, { title, content, current: monthHref(organisationId) }),
      }
    },
  })
}

function passes({ item }: Offer, { pillar, kind, level, cost }: ListFilters): boolean {
  return (
    (pillar === '' || item.pillars.some((one) => one === pillar)) &&
    (kind === '' || item.kind === kind) &&
    (level === '' || item.provider.level === level) &&
    (cost === '' || item.cost.kind === cost)
  )
}

function countsOf(all: readonly Offer[]): { readonly sure: number; readonly maybe: number } {
  return {
    sure: all.filter(({ fit }) => fit === 'yes').length,
    maybe: all.filter(({ fit }) => fit === 'unknown').length,
  }
}

interface PartProps {
  readonly fit: Offer['fit']
  readonly organisationId: number
  readonly reader: Reader
  readonly house: HouseView
  readonly shown: readonly Offer[]
}

function Part({ fit, organisationId, reader, house, shown }: PartProps) {
  const { t } = reader.translator
  const rows = shown.filter((offer) => offer.fit === fit)
  const heading = t(`catalogue.offers.${fit}`)
  if (rows.length === 0)
    return fit === 'yes' ? (
      <Sheet id={`fit-${fit}`} heading={heading}>
        <p>{t('catalogue.offers.none')}</p>
      </Sheet>
    ) : null
  const table = (
    <Table
      caption={heading}
      rows={rows}
      keyOf={({ item }) => item.key}
      columns={offerColumns(organisationId, reader, house)}
    />
  )
  return fit === 'yes' ? (
    <Sheet id={`fit-${fit}`} heading={heading} flush>
      {table}
    </Sheet>
  ) : (
    <Plain id={`fit-${fit}`} heading={heading} flush>
      {table}
    </Plain>
  )
}
