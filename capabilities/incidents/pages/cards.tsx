// The hospital's printed cards: which there are, making one, taking one back.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import {
  type AnyRequest,
  definePage,
  type Page,
  type PageReply,
  personOf,
} from '../../../platform/http/endpoint.ts'
import { idParam, memberPath, nothing } from '../../../platform/http/input.ts'
import { isLocale } from '../../../platform/i18n/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { makeCard, withdrawCard } from '../actions/doors.ts'
import { cardForm } from '../contract/first-contact.ts'
import { selectCards } from '../store/doors.ts'
import { CardList } from './cards/list.tsx'
import { cardSheet } from './cards/sheet.tsx'

const donePath = z.object({
  done: z.enum(['withdrawn']).nullable().catch(null),
})

export function cardPages(context: Context): readonly Page[] {
  const common = { permission: 'incidents:write', params: memberPath } as const
  const path = '/o/:organisationId/incidents/cards'
  return [
    definePage({
      ...common,
      method: 'GET',
      path,
      query: donePath,
      body: nothing,
      handle: (request) => list(context, request, { place: '', realm: 'real' }, request.query.done !== null),
    }),
    definePage({
      ...common,
      method: 'POST',
      path,
      query: nothing,
      body: cardForm,
      handle: (request) => make(context, request, request.body),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${path}/:cardId/withdraw`,
      params: memberPath.extend({ cardId: idParam }),
      query: nothing,
      body: nothing,
      async handle(request) {
        const actor = `person:${personOf(request).id}`
        const { cardId } = request.params
        await withdrawCard(context, request.organisationId, { cardId, actor }, request.now)
        return { redirect: `/o/${request.organisationId}/incidents/cards?done=withdrawn` }
      },
    }),
  ]
}

type Typed = z.output<typeof cardForm>

async function list(
  context: Context,
  request: AnyRequest,
  typed: Typed,
  isWithdrawn: boolean,
  isFaulty = false,
): Promise<PageReply> {
  const { organisationId } = request
  const translator = context.translator(request.locale)
  const cards = await context.database.asMember(organisationId, (scope) => selectCards(scope, organisationId))
  const html = await context.render(request, {
    title: translator.t('night.cards.title'),
    current: `/o/${organisationId}/incidents`,
    content: (
      <CardList
        translator={translator}
        timeZone={request.membership?.timeZone ?? 'UTC'}
        csrfToken={request.caller?.csrfToken ?? null}
        href={`/o/${organisationId}/incidents`}
        cards={cards}
        typed={typed}
        isFaulty={isFaulty}
        isWithdrawn={isWithdrawn}
        isReachable={context.config.publicUrl !== null}
      />
    ),
  })
  return { html, status: isFaulty ? 422 : 200 }
}

/** The reply is the card itself: its code is nowhere kept, so there is nothing to come back to. */
async function make(context: Context, request: AnyRequest, typed: Typed): Promise<PageReply> {
  if (typed.place === '') return list(context, request, typed, false, true)
  const { organisationId, now } = request
  const { id, name } = personOf(request)
  const organisation = await context.database.asMember(organisationId, (scope) =>
    findOrganisation(scope, organisationId),
  )
  if (!organisation) throw new Error(`organisation ${organisationId} has people and does not exist`)
  const { cardId, token } = await makeCard(
    context,
    organisationId,
    { ...typed, actor: `person:${id}`, name },
    now,
  )
  const languages = organisation.languages.filter(isLocale)
  return cardSheet({
    translator: context.translator(request.locale),
    languages: (languages.length > 0 ? languages : ['en']).map(context.translator),
    organisation,
    card: { id: cardId, place: typed.place, isExercise: typed.realm === 'exercise', madeAt: now },
    token,
    origin: context.origin(),
    phone: context.config.centrePhone,
    back: `/o/${organisationId}/incidents/cards`,
  })
}
