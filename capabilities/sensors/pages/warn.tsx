// The officer writes a warning: a draft in four languages, a look at it with its readers, and only then it is sent.
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import {
  definePage,
  type Page,
  type PageReply,
  personOf,
  type Request,
} from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { formatNumber, locales } from '../../../platform/i18n/index.ts'
import { ErrorSummary, Note, PageHead } from '../../../web/kit/index.ts'
import { listOrganisations } from '../../organisations/index.ts'
import { membersReached, tooFewHospitals, warnOthers } from '../actions/warn-others.ts'
import { itemPath, type TypedWarning, warnForm } from '../contract/forms.ts'
import { readWarning, type WarningFaults, type WarningWish } from '../typed-warning.ts'
import { itemBase, itemHref, sightingsHref } from './paths.ts'
import { type Reader, readerOf } from './reader.ts'
import { type ItemView, loadItem, Warned } from './sighting.tsx'
import { WarnForm, warnFaultList } from './warn-form.tsx'
import { WarnPreview } from './warn-preview.tsx'
import { spanText } from './words.tsx'

type WarnRequest = Request<z.output<typeof itemPath>, unknown, unknown>

export function warnPages(context: Context): readonly Page[] {
  const common = { path: `${itemBase}/warn`, params: itemPath, query: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      permission: 'sightings:warn',
      body: nothing,
      async handle(request) {
        const view = await loaded(context, request)
        return showForm(context, request, view, draftOf(context, view), new Map())
      },
    }),
    definePage({
      ...common,
      method: 'POST',
      permission: 'sightings:warn',
      body: warnForm,
      async handle(request) {
        const { body, params } = request
        const view = await loaded(context, request)
        const { wish, faults } = readWarning(body)
        if (faults || body.step === 'edit') return showForm(context, request, view, body, faults ?? new Map())
        if (body.step === 'preview') return showPreview(context, request, view, body, wish)
        const { id, name } = personOf(request)
        const { kind, itemId } = params
        const { formToken, shownWarning } = body
        const outcome = await warnOthers(
          context,
          { actor: `person:${id}`, name },
          { ...wish, kind, itemId, formToken, shownWarning },
          request.now,
        )
        if (outcome === 'sent' || outcome === 'sent-before') return { redirect: itemHref(kind, itemId) }
        const again = await showPreview(context, request, await loaded(context, request), body, wish)
        return { ...again, status: 409 }
      },
    }),
  ]
}

async function loaded(context: Context, request: WarnRequest): Promise<ItemView> {
  const view = await context.database.asCentre((scope) => loadItem(scope, request.params, request.now))
  if (view.seen.hospitals === null) throw tooFewHospitals()
  return view
}

/** 0 where nobody warned of it yet. */
function newestOf({ warnings: [newest] }: ItemView): number {
  return newest?.advisoryId ?? 0
}

/** From the rule's title and what is known of the sightings; the officer makes it say what to look for. */
function draftOf(context: Context, view: ItemView): TypedWarning {
  const { item, seen } = view
  const typed: Record<string, string> = {}
  const [last] = seen.groups
  for (const locale of locales) {
    const translator = context.translator(locale)
    const { t } = translator
    typed[`title-${locale}`] = t('sensors.draft.title', { title: item.title })
    typed[`seen-${locale}`] = t('sensors.draft.seen', {
      title: item.title,
      hospitals: seen.hospitals ?? 0,
      when: last ? spanText(last, { translator }) : '',
      hasTechniques: item.techniques.length > 0 ? 'yes' : 'other',
      techniques: item.techniques.join(', '),
    })
    typed[`advice-${locale}`] = t('sensors.draft.advice', { title: item.title })
  }
  return warnForm.parse({ ...typed, formToken: randomUUID(), shownWarning: newestOf(view) })
}

async function showForm(
  context: Context,
  request: WarnRequest,
  view: ItemView,
  typed: TypedWarning,
  faults: WarningFaults,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const members = await context.database.asCentre((scope) => listOrganisations(scope, { kind: 'provider' }))
  const countries = [...new Set(members.map(({ country }) => country))].toSorted()
  const errors = warnFaultList(faults, reader)
  const title = t('sensors.warn')
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <Head view={view} reader={reader} lead={t('sensors.warn.lead')} />
      <Warned warnings={view.warnings} reader={reader} />
      <WarnForm
        action={`${itemHref(view.item.kind, view.item.itemId)}/warn`}
        typed={typed}
        faults={faults}
        countries={countries}
        reader={reader}
      />
    </>
  )
  return {
    html: await context.render(request, { title, content, current: sightingsHref }),
    status: errors.length > 0 ? 422 : 200,
  }
}

async function showPreview(
  context: Context,
  request: WarnRequest,
  view: ItemView,
  typed: TypedWarning,
  wish: WarningWish,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const reached = await context.database.asCentre((scope) =>
    membersReached(scope, wish.audience, request.now),
  )
  const members = reached.length
  const newest = newestOf(view)
  const lead = t('sensors.preview.lead', { members })
  const content = (
    <>
      <Head view={view} reader={reader} lead={lead} />
      <div class="s-stack">
        {newest !== typed.shownWarning && (
          <Note tone="now" announce>
            {t('sensors.preview.overtaken')}
          </Note>
        )}
        <Warned warnings={view.warnings} reader={reader} />
      </div>
      <WarnPreview
        action={`${itemHref(view.item.kind, view.item.itemId)}/warn`}
        typed={{ ...typed, shownWarning: newest }}
        wish={wish}
        members={members}
        membersText={formatNumber(members, reader.translator)}
        reader={reader}
      />
    </>
  )
  const title = t('sensors.preview.title')
  return { html: await context.render(request, { title, content, current: sightingsHref }) }
}

function Head({
  view,
  reader,
  lead,
}: {
  readonly view: ItemView
  readonly reader: Reader
  readonly lead: string
}) {
  const { t } = reader.translator
  const { kind, itemId, title } = view.item
  return (
    <PageHead
      wayTo={{
        label: t('shell.pages.wayTo'),
        steps: [
          { label: t('sensors.menu.sightings'), href: sightingsHref },
          { label: title, href: itemHref(kind, itemId) },
        ],
      }}
      title={t('sensors.warn')}
      lead={lead}
    />
  )
}
