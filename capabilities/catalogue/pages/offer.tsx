// One offer: what one gets, for you because, what lacks, how to request it, where it comes from, and what it helps with.
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { ErrorSummary, Note, PageHead, Rail } from '../../../web/kit/index.ts'
import { type FactBook, textIn } from '../../facts/index.ts'
import { findListed, isRetired } from '../actions/items.ts'
import { viewHouse } from '../actions/month.ts'
import { requestItem } from '../actions/request.ts'
import { itemPath, requestForm, type TypedRequest } from '../contract/forms.ts'
import { unknownItem } from '../contract/refusals.ts'
import { offersFor } from '../offering.ts'
import { itemHref } from '../store/library.ts'
import { type Faults, readRequest } from '../typed.ts'
import { HowToGet } from './offer-how.tsx'
import { OfferSide, OfferText, WhyForYou } from './offer-parts.tsx'
import { monthHref, offersHref, offersPath, requestHref } from './paths.ts'
import { memberActs, readerOf } from './reader.ts'
import { faultList, titleOf } from './words.ts'

export function offerPages(context: Context, book: FactBook): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${offersPath}/:key`,
      permission: 'catalogue:read',
      params: itemPath,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, book, request, request.params.key, emptyRequest(request), {}),
    }),
    definePage({
      method: 'POST',
      path: `${offersPath}/:key/requests`,
      permission: 'catalogue:request',
      params: itemPath,
      query: nothing,
      body: requestForm,
      handle: async (request) => {
        const { organisationId, params, body, now } = request
        const read = readRequest(body)
        if (read.faults) return show(context, book, request, params.key, body, read.faults)
        const asking = { key: params.key, formToken: body.formToken, ...read.value }
        const id = await requestItem(context, book, memberActs(request), asking, now)
        return { redirect: requestHref(organisationId, id) }
      },
    }),
  ]
}

function emptyRequest(request: AnyRequest): TypedRequest {
  const contactName = request.caller?.person.name ?? ''
  return { text: '', contactName, contactPhone: '', formToken: randomUUID() }
}

async function show(
  context: Context,
  book: FactBook,
  request: AnyRequest,
  key: string,
  typed: TypedRequest,
  faults: Faults,
): Promise<PageReply> {
  const { organisationId, now } = request
  const reader = readerOf(context, book, request)
  const { t, tr, locale } = reader.translator
  const house = await viewHouse(context, book, { organisationId, timeZone: reader.timeZone }, now)
  const { listed, retired } = await context.database.asMember(organisationId, async (scope) => ({
    listed: await findListed(scope, key),
    retired: await isRetired(scope, key),
  }))
  if (!listed) throw unknownItem()
  const { item } = listed
  // A measure, a course or a duty has a page of its own.
  const own = itemHref(organisationId, item)
  if (!own.startsWith(`${offersHref(organisationId)}/`)) return { redirect: own }
  const all = house.listed.map((one) => one.item)
  const [offer] = offersFor([item, ...all.filter((one) => one.kind === 'measure')], house.facts, now).filter(
    (one) => one.item.key === item.key,
  )
  const title = titleOf(item, reader)
  const labels = {
    text: t('catalogue.offer.ask.text'),
    contactName: t('catalogue.offer.ask.name'),
    contactPhone: t('catalogue.offer.ask.phone'),
  }
  const errors = faultList(faults, reader, labels)
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <PageHead
        title={title}
        wayTo={{
          label: t('catalogue.offer.way'),
          steps: [{ label: t('catalogue.offers.title'), href: offersHref(organisationId) }],
        }}
        lead={textIn(item.summary, locale)}
      />
      {retired && <Note tone="unknown">{tr('catalogue.offer.retired')}</Note>}
      {item.provider.level === 'regional' && <Note tone="plan">{tr('catalogue.offer.example')}</Note>}
      <Rail
        first={
          <div class="s-stack-l">
            {offer && <WhyForYou {...{ offer, house, organisationId, reader }} />}
            <OfferText listed={listed} reader={reader} />
            <HowToGet
              {...{ item, organisationId, reader, typed, faults }}
              canRequest={!retired && item.request.kind !== 'self'}
            />
          </div>
        }
        sideLabel={t('catalogue.offer.details')}
        side={<OfferSide {...{ listed, items: all, offer: offer ?? null, organisationId, reader }} />}
      />
    </>
  )
  return {
    html: await context.render(request, { title, content, current: monthHref(organisationId) }),
    status: errors.length > 0 ? 422 : 200,
  }
}
