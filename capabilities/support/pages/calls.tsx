// The pages of one call, for the hospital and for the centre.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { ErrorSummary } from '../../../web/kit/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import type { Acting } from '../actions/acting.ts'
import { takeCallStep, viewCall } from '../actions/call.ts'
import type { CallStep } from '../call.ts'
import {
  callPath,
  centreCallPath,
  centreStepPath,
  stepForm,
  stepPath,
  type TypedStep,
} from '../contract/forms.ts'
import type { Faults } from '../typed.ts'
import { readStep, type StepFault } from './call-steps.tsx'
import { CallView, callTitle } from './call-view.tsx'
import { callHref, centreBase, centreCallHref, homeHref, memberBase } from './paths.ts'
import { centreActs, memberActs, readerOf } from './reader.ts'
import { faultText } from './words.ts'

interface Place {
  readonly side: 'member' | 'centre'
  readonly memberId: number
  readonly callId: number
}

interface Failed {
  readonly step: CallStep
  readonly typed: TypedStep
  readonly faults: Faults<StepFault>
}

export function callPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${memberBase}/calls/:callId`,
      permission: 'support:read',
      params: callPath,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, request, memberPlace(request), null),
    }),
    definePage({
      method: 'POST',
      path: `${memberBase}/calls/:callId/:step`,
      permission: 'support:call',
      params: stepPath,
      query: nothing,
      body: stepForm,
      handle: (request) =>
        take(context, request, memberPlace(request), memberActs(request), request.params.step),
    }),
    definePage({
      method: 'GET',
      path: `${centreBase}/:memberId/calls/:callId`,
      permission: 'support:assist',
      params: centreCallPath,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, request, { ...request.params, side: 'centre' }, null),
    }),
    definePage({
      method: 'POST',
      path: `${centreBase}/:memberId/calls/:callId/:step`,
      permission: 'support:assist',
      params: centreStepPath,
      query: nothing,
      body: stepForm,
      handle: (request) =>
        take(
          context,
          request,
          { ...request.params, side: 'centre' },
          centreActs(context, request, request.params.memberId),
          request.params.step,
        ),
    }),
  ]
}

function memberPlace({
  organisationId,
  params,
}: AnyRequest & { readonly params: { readonly callId: number } }): Place {
  return { side: 'member', memberId: organisationId, callId: params.callId }
}

async function take(
  context: Context,
  request: AnyRequest & { readonly body: TypedStep },
  place: Place,
  by: Acting,
  step: CallStep,
): Promise<PageReply> {
  const read = readStep(step, request.body, readerOf(context, request))
  if (read.faults) return show(context, request, place, { step, typed: request.body, faults: read.faults })
  await takeCallStep(context, by, place.callId, { step, ...read.value }, request.now)
  return { redirect: hrefOf(place) }
}

const hrefOf = ({ side, memberId, callId }: Place) =>
  side === 'member' ? callHref(memberId, callId) : centreCallHref(memberId, callId)

async function show(
  context: Context,
  request: AnyRequest,
  place: Place,
  failed: Failed | null,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { translator } = reader
  const { t } = translator
  const { call, steps } = await viewCall(context, place.memberId, place.callId)
  const list = place.side === 'member' ? homeHref(place.memberId) : centreBase
  const member =
    place.side === 'centre'
      ? await context.database.asCentre((scope) => findOrganisation(scope, place.memberId))
      : null
  const errors = Object.entries(failed?.faults ?? {}).map(([field, fault]) => ({
    fieldId: `${failed?.step}-${field}`,
    text: faultText(fault, translator) ?? '',
  }))
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <CallView
        reader={reader}
        side={place.side}
        call={call}
        steps={steps}
        base={hrefOf(place)}
        back={{ label: place.side === 'member' ? t('support.title') : t('support.queue.title'), href: list }}
        memberName={member?.name ?? null}
        failed={failed}
      />
    </>
  )
  return {
    html: await context.render(request, { title: callTitle(call, reader), content, current: list }),
    status: failed ? 422 : 200,
  }
}
