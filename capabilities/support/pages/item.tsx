// Writes one item of a dossier, kept ready or for a matter, with our suggestion where we know something.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  Button,
  CsrfField,
  ErrorSummary,
  Note,
  PageHead,
  Sheet,
  TextArea,
} from '../../../web/kit/index.ts'
import { contactsOf } from '../../organisations/index.ts'
import { viewDossier, viewPrepared, writeItem } from '../actions/dossier.ts'
import type { CaseSource } from '../case.ts'
import { dossierItemPath, itemForm, itemPath } from '../contract/forms.ts'
import type { ItemKey } from '../dossier/items.ts'
import { type Faults, Reading } from '../typed.ts'
import { ExerciseNote } from './exercise-note.tsx'
import { dossierHref, homeHref, memberBase, preparedHref } from './paths.ts'
import { suggestionFor } from './prefill.ts'
import { memberActs, readerOf } from './reader.ts'
import { faultText } from './words.ts'

const maxItemLength = 10_000

interface Place {
  readonly item: ItemKey
  readonly dossierId: number | null
}

export function itemPages(context: Context, cases: CaseSource): readonly Page[] {
  const kept = { path: `${memberBase}/dossier/items/:item`, params: itemPath } as const
  const own = { path: `${memberBase}/dossiers/:dossierId/items/:item`, params: dossierItemPath } as const
  const common = { permission: 'support:write', query: nothing } as const
  return [
    definePage({
      ...common,
      ...kept,
      method: 'GET',
      body: nothing,
      handle: (request) => show(context, cases, request, { ...request.params, dossierId: null }, null, {}),
    }),
    definePage({
      ...common,
      ...kept,
      method: 'POST',
      body: itemForm,
      handle: (request) =>
        write(context, cases, request, { ...request.params, dossierId: null }, request.body.text),
    }),
    definePage({
      ...common,
      ...own,
      method: 'GET',
      body: nothing,
      handle: (request) => show(context, cases, request, request.params, null, {}),
    }),
    definePage({
      ...common,
      ...own,
      method: 'POST',
      body: itemForm,
      handle: (request) => write(context, cases, request, request.params, request.body.text),
    }),
  ]
}

const hrefOf = (organisationId: number, { dossierId }: Place) =>
  dossierId === null ? preparedHref(organisationId) : dossierHref(organisationId, dossierId)

async function write(
  context: Context,
  cases: CaseSource,
  request: AnyRequest,
  place: Place,
  typed: string,
): Promise<PageReply> {
  const reading = new Reading<'text'>()
  const read = reading.result({ ...place, text: reading.text('text', typed, maxItemLength) })
  if (read.faults) return show(context, cases, request, place, typed, read.faults)
  await writeItem(context, memberActs(request), read.value, request.now)
  return { redirect: hrefOf(request.organisationId, place) }
}

/** Null as typed: what was written last, else our suggestion. */
async function show(
  context: Context,
  cases: CaseSource,
  request: AnyRequest,
  place: Place,
  typed: string | null,
  faults: Faults<'text'>,
): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(context, request)
  const { translator } = reader
  const { t } = translator
  const view = await viewOf(context, cases, organisationId, place, request.now)
  const contacts = await context.database.asMember(organisationId, (scope) =>
    contactsOf(scope, [organisationId]),
  )
  const standing = view.standings.find(({ item }) => item.key === place.item)
  const suggestion = suggestionFor(place.item, { ...view, contacts }, translator)
  const isOurs = typed === null && suggestion !== '' && (!standing?.entry || standing.state === 'draft')
  const value = typed ?? (isOurs ? joined(suggestion, standing?.entry?.text) : (standing?.entry?.text ?? ''))
  const error = faultText(faults.text, translator)
  const title = t(`support.item.${place.item}`)
  const back = hrefOf(organisationId, place)
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={error ? [{ fieldId: 'text', text: error }] : []}
      />
      <ExerciseNote realm={view.realm} translator={translator} />
      <PageHead
        title={title}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: view.name ?? t('support.dossier.short'), href: back }],
        }}
        lead={t(`support.item.${place.item}.hint`)}
      />
      <Sheet id="write" heading={t('support.item.write')}>
        {isOurs && <Note tone="plan">{t('support.item.suggestion')}</Note>}
        <form class="s-stack" method="post" action={`${back}/items/${place.item}`}>
          <CsrfField token={reader.csrfToken} />
          <TextArea
            name="text"
            label={title}
            hint={t('support.item.text.hint')}
            rows={10}
            value={value}
            error={error}
          />
          <Actions>
            <Button>{t('support.item.save')}</Button>
          </Actions>
        </form>
      </Sheet>
    </>
  )
  return {
    html: await context.render(request, {
      title,
      content,
      current: homeHref(organisationId),
      width: 'narrow',
    }),
    status: error ? 422 : 200,
  }
}

/** A draft that stands ready is kept below what the case says. */
function joined(suggestion: string, draft: string | undefined): string {
  return draft === undefined ? suggestion : `${suggestion}\n\n${draft}`
}

async function viewOf(
  context: Context,
  cases: CaseSource,
  organisationId: number,
  { dossierId }: Place,
  now: Date,
) {
  if (dossierId === null)
    return {
      ...(await viewPrepared(context, organisationId, now)),
      matter: null,
      realm: 'real' as const,
      name: null,
    }
  const view = await viewDossier(context, cases, organisationId, dossierId, now)
  return { ...view, realm: view.dossier.realm, name: view.dossier.title }
}
