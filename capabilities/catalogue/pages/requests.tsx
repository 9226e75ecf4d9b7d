// The pages of one request, for the house and for the centre: where it stands, what happened, and the steps of this side.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { ErrorSummary } from '../../../web/kit/index.ts'
import type { FactBook } from '../../facts/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import type { Acting } from '../actions/acting.ts'
import { takeRequestStep, viewRequest } from '../actions/request.ts'
import {
  centreRequestPath,
  centreStepPath,
  requestPath,
  requestStepPath,
  stepForm,
  type TypedStep,
} from '../contract/forms.ts'
import { unknownItem } from '../contract/refusals.ts'
import type { RequestSide, RequestStep } from '../request.ts'
import { type Faults, readStep } from '../typed.ts'
import { centreRequestHref, centreRequests, monthHref, requestHref, requestsPath } from './paths.ts'
import { centreActs, memberActs, readerOf } from './reader.ts'
import { RequestView, requestTitle } from './request-view.tsx'
import { faultList } from './words.ts'

interface Place {
  readonly side: RequestSide
  readonly memberId: number
  readonly requestId: number
}

export interface FailedStep {
  readonly step: RequestStep
  readonly typed: TypedStep
  readonly faults: Faults
}

export function requestPages(context: Context, book: FactBook): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${requestsPath}/:requestId`,
      permission: 'catalogue:read',
      params: requestPath,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, book, request, memberPlace(request), null),
    }),
    definePage({
      method: 'POST',
      path: `${requestsPath}/:requestId/:step`,
      permission: 'catalogue:request',
      params: requestStepPath,
      query: nothing,
      body: stepForm,
      handle: (request) =>
        take(context, book, request, memberPlace(request), memberActs(request), request.params.step),
    }),
    definePage({
      method: 'GET',
      path: `${centreRequests}/:memberId/:requestId`,
      permission: 'catalogue:assist',
      params: centreRequestPath,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, book, request, { ...request.params, side: 'centre' }, null),
    }),
    definePage({
      method: 'POST',
      path: `${centreRequests}/:memberId/:requestId/:step`,
      permission: 'catalogue:assist',
      params: centreStepPath,
      query: nothing,
      body: stepForm,
      handle: (request) => {
        const { memberId, requestId, step } = request.params
        const place = { side: 'centre' as const, memberId, requestId }
        return take(context, book, request, place, centreActs(context, request, memberId), step)
      },
    }),
  ]
}

function memberPlace(request: AnyRequest & { readonly params: { readonly requestId: number } }): Place {
  return { side: 'member', memberId: request.organisationId, requestId: request.params.requestId }
}

const hrefOf = ({ side, memberId, requestId }: Place) =>
  side === 'member' ? requestHref(memberId, requestId) : centreRequestHref(memberId, requestId)

/** At the centre, days and times are those of the house: a promise ends with the day there. */
async function lookAt(context: Context, book: FactBook, request: AnyRequest, { side, memberId }: Place) {
  const reader = readerOf(context, book, request)
  if (side === 'member') return { reader, memberName: null }
  const member = await context.database.asCentre((scope) => findOrganisation(scope, memberId))
  if (!member) throw unknownItem()
  return { reader: { ...reader, timeZone: member.timeZone }, memberName: member.name }
}

async function take(
  context: Context,
  book: FactBook,
  request: AnyRequest & { readonly body: TypedStep },
  place: Place,
  by: Acting,
  step: RequestStep,
): Promise<PageReply> {
  const { body, now } = request
  const { reader } = await lookAt(context, book, request, place)
  const typed = {
    day: body['when-day'],
    month: body['when-month'],
    year: body['when-year'],
    note: body.note,
  }
  const read = readStep(step, typed, { now, timeZone: reader.timeZone })
  if (read.faults) return show(context, book, request, place, { step, typed: body, faults: read.faults })
  await takeRequestStep(context, by, place.requestId, { step, ...read.value }, now)
  return { redirect: hrefOf(place) }
}

async function show(
  context: Context,
  book: FactBook,
  request: AnyRequest,
  place: Place,
  failed: FailedStep | null,
): Promise<PageReply> {
  const { reader, memberName } = await lookAt(context, book, request, place)
  const { t } = reader.translator
  const view = await viewRequest(context, place.memberId, place.requestId)
  const labels = { note: t('catalogue.step.note.needed'), when: t('catalogue.step.when') }
  const errors = failed ? faultList(failed.faults, reader, labels, `${failed.step}-`) : []
  const title = requestTitle(view.request, reader)
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <RequestView
        reader={reader}
        side={place.side}
        view={view}
        base={hrefOf(place)}
        memberName={memberName}
        failed={failed}
      />
    </>
  )
  const current = place.side === 'member' ? monthHref(place.memberId) : centreRequests
  return {
    html: await context.render(request, { title, content, current }),
    status: failed ? 422 : 200,
  }
}
