// What a supplier sees by its link, without an account: the questions, saved partly or handed in. A GET changes nothing.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { type Locale, locales, nameOfLocale } from '../../../platform/i18n/index.ts'
import { ErrorSummary, Note, PageHead } from '../../../web/kit/index.ts'
import type { Misses } from '../actions/misses.ts'
import { type Guest, saveByLink, viewByLink } from '../actions/supplier.ts'
import { answersForm, guestQuery, type TypedAnswers, tokenPath } from '../contract/forms.ts'
import { stateOf, unansweredOf } from '../sheet.ts'
import type { Faults } from '../typed.ts'
import { supplierBase, supplierHref } from './paths.ts'
import { instantText, languageOr, type Reader, readerOf } from './reader.ts'
import { AnswerForm, faultsOf, HandedIn, readAnswers, shownBy, typedOfSheet } from './supplier-form.tsx'

export function supplierPages(context: Context, misses: Misses): readonly Page[] {
  const common = {
    path: supplierBase,
    permission: 'public',
    params: tokenPath,
    query: guestQuery,
  } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      body: nothing,
      handle: (request) =>
        misses.guard(request.remoteAddress, request.now, () =>
          show(context, request, { ...request.params, ...request.query }, null),
        ),
    }),
    definePage({
      ...common,
      method: 'POST',
      body: answersForm,
      handle: (request) =>
        misses.guard(request.remoteAddress, request.now, async () => {
          const { params, query, body, now } = request
          const guest = await viewByLink(context, params.token, now)
          const step = body.step === 'hand-in' || body.step === 'sbom' ? body.step : 'save'
          const read = readAnswers(body, guest.sheet.questions, step)
          if (read.faults)
            return show(context, request, { ...params, ...query }, { typed: body, faults: read.faults })
          await saveByLink(
            context,
            params.token,
            { ...read.value, handIn: step === 'hand-in', shown: shownBy(body) },
            now,
          )
          return { redirect: afterSaving(params.token, query.language, step) }
        }),
    }),
  ]
}

function afterSaving(token: string, language: string, step: 'save' | 'hand-in' | 'sbom'): string {
  const query = new URLSearchParams()
  if (language) query.set('language', language)
  if (step === 'save') query.set('saved', 'yes')
  const path = step === 'sbom' ? `${supplierHref(token)}/sbom` : supplierHref(token)
  return query.size > 0 ? `${path}?${query}` : path
}

/** In the language of the sheet, whatever the browser asks for; the links on top change it. */
export function inSheetLanguage(
  context: Context,
  request: AnyRequest,
  { sheet, timeZone }: Guest,
  chosen: string,
): { readonly request: AnyRequest; readonly reader: Reader } {
  const translated = { ...request, locale: languageOr(chosen, sheet.language) }
  return { request: translated, reader: { ...readerOf(context, translated), timeZone } }
}

async function show(
  context: Context,
  asked: AnyRequest,
  at: { readonly token: string; readonly language: string; readonly saved: string },
  failed: { readonly typed: TypedAnswers; readonly faults: Faults } | null,
): Promise<PageReply> {
  const guest = await viewByLink(context, at.token, asked.now)
  const { request, reader } = inSheetLanguage(context, asked, guest, at.language)
  const { translator } = reader
  const { t } = translator
  const { sheet } = guest
  const isHandedIn = stateOf(sheet) === 'handed-in'
  const errors = failed ? faultsOf(failed.faults, translator) : []
  const title = t(isHandedIn ? 'guidance.guest.handedIn' : 'guidance.guest.title', {
    hospital: guest.hospitalName,
    purchase: guest.purchaseName,
  })
  const href = supplierHref(at.token)
  const query = at.language ? `?language=${translator.locale}` : ''
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <Languages href={href} current={translator.locale} reader={reader} />
      <GuestHead guest={guest} title={title} reader={reader} />
      {at.saved && !isHandedIn && (
        <Note tone="done" announce>
          {t('guidance.guest.saved')}
        </Note>
      )}
      {isHandedIn ? (
        <HandedIn guest={guest} reader={reader} />
      ) : (
        <AnswerForm
          guest={guest}
          reader={reader}
          action={`${href}${query}`}
          typed={failed?.typed ?? typedOfSheet(sheet)}
          faults={failed?.faults ?? {}}
        />
      )}
    </>
  )
  return { html: await context.render(request, { title, content }), status: errors.length > 0 ? 422 : 200 }
}

export function Languages({
  href,
  current,
  reader,
}: {
  readonly href: string
  readonly current: Locale
  readonly reader: Reader
}) {
  return (
    <nav aria-label={reader.translator.t('guidance.guest.languages')}>
      <ul class="s-languages">
        {locales.map((one) => (
          <li key={one}>
            <a
              href={`${href}?language=${one}`}
              lang={one}
              hreflang={one}
              aria-current={one === current ? 'true' : undefined}
            >
              {nameOfLocale(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function GuestHead({
  guest,
  title,
  reader,
}: {
  readonly guest: Guest
  readonly title: string
  readonly reader: Reader
}) {
  const { t } = reader.translator
  const { sheet, link } = guest
  const count = sheet.questions.length
  return (
    <PageHead
      title={title}
      lead={stateOf(sheet) === 'handed-in' ? t('guidance.guest.thanks') : t('guidance.guest.lead')}
      meta={
        <>
          <span>{sheet.supplier}</span>
          <span>
            {t('guidance.sheets.answeredOf', { answered: count - unansweredOf(sheet).length, count })}
          </span>
          <span>{t('guidance.guest.until', { moment: instantText(link.until, reader) })}</span>
        </>
      }
    />
  )
}
