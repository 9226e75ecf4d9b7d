// The anonymised extract of a case: form, preview, download. What is typed travels with the forms; only the making is recorded.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page, type PageReply } from '../../../../platform/http/endpoint.ts'
import { nothing } from '../../../../platform/http/input.ts'
import type { Translator } from '../../../../platform/i18n/index.ts'
import { ErrorSummary, Note } from '../../../../web/kit/index.ts'
import { makeExtract, type Prepared, prepareExtract } from '../../actions/after/extract.ts'
import { readOnly } from '../../contract/refusals.ts'
import { textOf } from '../../extract.ts'
import type { IncidentKind } from '../../incident.ts'
import { type Door, doorParams } from '../doors.ts'
import { type Entered, enter, type RoomRequest } from '../room/place.ts'
import { ExtractForm } from './extract-form.tsx'
import { ExtractPreview } from './extract-preview.tsx'
import {
  type ExtractFaults,
  type ExtractTyped,
  extractForm,
  fileForm,
  maxOffered,
  readExtract,
  readMadeAt,
} from './extract-typed.ts'
import { drawAfter } from './frame.tsx'
import { faultText } from './words.ts'

export function extractPages(context: Context, door: Door): readonly Page[] {
  const path = `${door.path}/after/extract`
  const common = { permission: door.write, params: doorParams, query: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path,
      body: nothing,
      async handle(request) {
        const entered = await stand(context, door, request)
        const looked = await look(context, entered, request)
        const suggested = suggestionOf(entered, looked)
        return form(context, request, entered, {
          typed: suggested,
          prepared: { ...looked, hits: [] },
          faults: {},
        })
      },
    }),
    definePage({
      ...common,
      method: 'POST',
      path,
      body: extractForm,
      async handle(request) {
        const entered = await stand(context, door, request)
        const { body: typed, now } = request
        const read = readExtract(typed, entered.view.incident, titlesIn(entered), now)
        if ('faults' in read || typed.step === 'edit') {
          const faults = 'faults' in read && typed.step !== 'edit' ? read.faults : {}
          const looked = await look(context, entered, request)
          return form(context, request, entered, { typed, prepared: { ...looked, hits: [] }, faults })
        }
        const prepared = await prepareExtract(context, entered.view.access, read.choice, now)
        return goOn(context, request, entered, { typed, prepared })
      },
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${path}/file`,
      body: fileForm,
      async handle(request) {
        const entered = await stand(context, door, request)
        const { madeAt, seen, format, ...typed } = request.body
        const at = readMadeAt(madeAt, request.now)
        const read = readExtract(typed, entered.view.incident, titlesIn(entered), at)
        if ('faults' in read) {
          const looked = await look(context, entered, request)
          return form(context, request, entered, {
            typed,
            prepared: { ...looked, hits: [] },
            faults: read.faults,
          })
        }
        const made = await makeExtract(
          context,
          entered.view.access,
          read.choice,
          { format, seen },
          request.now,
        )
        if ('prepared' in made)
          return goOn(context, request, entered, { typed, prepared: made.prepared, hasChanged: true })
        return { file: made.content, fileName: made.fileName, contentType: 'application/json; charset=utf-8' }
      },
    }),
  ]
}

/** A guest has no such address; who may only read makes no extracts. */
async function stand(context: Context, door: Door, request: RoomRequest): Promise<Entered> {
  const entered = await enter(context, door, request)
  if (entered.view.access.may !== 'write') throw readOnly()
  return entered
}

/** With every indicator and no description: to learn which of them would tell who it was, and how large the group is. */
function look(context: Context, entered: Entered, { now }: RoomRequest): Promise<Prepared> {
  const choice = {
    tlp: entered.view.incident.tlp,
    because: null,
    description: '',
    sayCountry: false,
    indicatorIds: entered.view.indicators.map(({ id }) => id),
    withRemarks: false,
    confirmed: [],
    madeAt: now,
    titleOf: titlesIn(entered),
  }
  return prepareExtract(context, entered.view.access, choice, now)
}

/** As narrow as the case, and the indicators in which nothing of the hospital was found. */
function suggestionOf({ view }: Entered, { hits }: Prepared): ExtractTyped {
  const telling = new Set(hits.map(({ text }) => text))
  const harmless = view.indicators
    .slice(0, maxOffered)
    .filter(({ value }) => !telling.has(textOf({ value, note: null })))
  return {
    tlp: view.incident.tlp,
    because: '',
    description: '',
    country: '',
    remarks: [],
    indicators: harmless.map(({ id }) => String(id)),
    confirmed: [],
    step: 'preview',
  }
}

function titlesIn({ reader }: Entered): (kind: IncidentKind) => string {
  const { t } = reader.translator
  return (kind) => t('after.extract.name', { kind: t(`incidents.kind.${kind}`) })
}

interface Going {
  readonly typed: ExtractTyped
  readonly prepared: Prepared
  /** What was looked at is not what would leave now. */
  readonly hasChanged?: boolean
}

/** To the preview once every hit is confirmed, and back to the form until then. */
function goOn(context: Context, request: RoomRequest, entered: Entered, going: Going): Promise<PageReply> {
  const { prepared, typed, hasChanged = false } = going
  if (prepared.hits.some(({ isConfirmed }) => !isConfirmed))
    return form(context, request, entered, { typed, prepared, faults: { confirmed: 'still-telling' } })
  const { t } = entered.reader.translator
  return draw(context, request, entered, {
    title: t('after.preview.title'),
    lead: t('after.preview.lead'),
    ...(hasChanged ? { status: 409 } : {}),
    content: (
      <>
        {hasChanged && (
          <Note tone="now" announce>
            {t('after.preview.changed')}
          </Note>
        )}
        <ExtractPreview {...entered} typed={typed} prepared={prepared} />
      </>
    ),
  })
}

interface Form {
  readonly typed: ExtractTyped
  readonly prepared: Prepared
  readonly faults: ExtractFaults
}

function form(
  context: Context,
  request: RoomRequest,
  entered: Entered,
  { typed, prepared, faults }: Form,
): Promise<PageReply> {
  const { translator } = entered.reader
  const found = Object.entries(faults)
  return draw(context, request, entered, {
    title: translator.t('after.extract.title'),
    lead: translator.t('after.extract.lead'),
    ...(found.length > 0 ? { status: 422 } : {}),
    content: (
      <>
        <ErrorSummary
          title={translator.t('shell.errors.title', { count: found.length })}
          faults={found.map(([fieldId, fault]) => ({ fieldId, text: faultText(fault, translator) }))}
        />
        <ExtractForm
          {...entered}
          typed={typed}
          hits={prepared.hits}
          group={prepared.group}
          errorOf={(field) => errorIn(faults, field, translator)}
        />
      </>
    ),
  })
}

function errorIn(faults: ExtractFaults, field: string, translator: Translator): string | undefined {
  const fault = faults[field]
  return fault === undefined ? undefined : faultText(fault, translator)
}

function draw(
  context: Context,
  request: RoomRequest,
  entered: Entered,
  page: {
    readonly title: string
    readonly lead: string
    readonly content: ComponentChildren
    readonly status?: number
  },
): Promise<PageReply> {
  return drawAfter(context, request, entered, { ...page, isWithin: true })
}
