// The red envelope: give each of two phones its code, fetch its file, say that it was opened.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { locales } from '../../../platform/i18n/index.ts'
import { ErrorSummary, Note, PageHead, Plain, Sheet } from '../../../web/kit/index.ts'
import { confirmOpened, enrolPhone, fetchFile, makePdf } from '../actions/phones.ts'
import { codeForm, phoneForm, slotPath, wordForm } from '../contract.ts'
import { type Slot, selectPhoneFacts, selectPhones } from '../store/phones.ts'
import { isName, oneLine } from '../typed.ts'
import { CodeCard } from './code-card.tsx'
import { EnvelopeState } from './envelope-state.tsx'
import { PhoneForms } from './phone-forms.tsx'
import { actOf, readerOf, show, wayTo } from './reader.ts'

/** The field that is at fault, with what was typed into the form of that phone. */
interface Fault {
  readonly slot: Slot
  readonly field: 'holder' | 'code' | 'word'
  readonly typed: string
}

export function envelopePages(context: Context): readonly Page[] {
  const path = '/o/:organisationId/readiness/envelope'
  const fetch = { method: 'POST', permission: 'envelope:fetch', params: slotPath, query: nothing } as const
  return [
    definePage({
      method: 'GET',
      path,
      permission: 'envelope:fetch',
      params: memberPath,
      query: nothing,
      body: nothing,
      handle: (request) => showEnvelope(context, request, null),
    }),
    definePage({
      method: 'POST',
      path: `${path}/phones/:slot/code`,
      permission: 'envelope:manage',
      params: slotPath,
      query: nothing,
      body: phoneForm,
      async handle(request) {
        const { organisationId, body } = request
        const { slot } = request.params
        const holder = oneLine(body.holder)
        const language = locales.find((locale) => locale === body.language)
        if (!isName(holder) || !language)
          return showEnvelope(context, request, { slot, field: 'holder', typed: body.holder })
        const code = await enrolPhone(context, organisationId, { slot, holder, language }, actOf(request))
        const reader = readerOf(context, request)
        const title = reader.translator.t('readiness.card.title')
        const content = <CodeCard code={code} holder={holder} reader={reader} />
        return show(context, request, { title, content })
      },
    }),
    definePage({
      ...fetch,
      path: `${path}/phones/:slot/file`,
      body: nothing,
      async handle(request) {
        const { organisationId, params } = request
        const { content, ...file } = await fetchFile(context, organisationId, params.slot, actOf(request))
        return { ...file, file: content }
      },
    }),
    definePage({
      ...fetch,
      path: `${path}/phones/:slot/pdf`,
      body: codeForm,
      async handle(request) {
        const { organisationId, params, body } = request
        const made = await makePdf(context, organisationId, params.slot, body.code, actOf(request))
        // The code is not given back: it would stand on the screen.
        if (!made) return showEnvelope(context, request, { slot: params.slot, field: 'code', typed: '' })
        const { content, ...file } = made
        return { ...file, file: content }
      },
    }),
    definePage({
      ...fetch,
      path: `${path}/phones/:slot/opened`,
      body: wordForm,
      async handle(request) {
        const { organisationId, params, body } = request
        const isProved = await context.database.asMember(organisationId, (scope) =>
          confirmOpened(scope, params.slot, body.word, actOf(request)),
        )
        return isProved
          ? { redirect: readerOf(context, request).href }
          : showEnvelope(context, request, { slot: params.slot, field: 'word', typed: body.word })
      },
    }),
  ]
}

async function showEnvelope(context: Context, request: AnyRequest, fault: Fault | null): Promise<PageReply> {
  const { organisationId } = request
  const { phones, facts } = await context.database.asMember(organisationId, async (scope) => ({
    phones: await selectPhones(scope, organisationId),
    facts: await selectPhoneFacts(scope, organisationId),
  }))
  const reader = readerOf(context, request)
  const { t, tr } = reader.translator
  const title = t('readiness.envelope')
  const faultTexts = {
    holder: t('readiness.phone.holder.wrong'),
    code: t('readiness.phone.code.wrong'),
    word: t('readiness.phone.word.wrong'),
  }
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={fault ? [{ fieldId: `${fault.field}-${fault.slot}`, text: faultTexts[fault.field] }] : []}
      />
      <PageHead title={title} wayTo={wayTo(reader)} lead={t('readiness.envelope.lead')} />
      <div class="s-stack-l">
        <Plain id="state" heading={t('readiness.envelope.state')}>
          <EnvelopeState phones={facts} reader={reader} />
          {reader.mayManage && (
            <p>
              <a href={`${reader.href}/envelope/facts`}>{t('readiness.envelope.facts')}</a>
            </p>
          )}
        </Plain>
        {([1, 2] as const).map((slot) => {
          const phone = phones.find((one) => one.slot === slot) ?? null
          const own = fault?.slot === slot ? { field: fault.field, text: faultTexts[fault.field] } : null
          return (
            <Sheet key={slot} id={`phone-${slot}`} heading={t('readiness.phone', { slot })}>
              <PhoneForms
                slot={slot}
                phone={phone}
                fault={own && fault ? { ...own, typed: fault.typed } : null}
                reader={reader}
              />
            </Sheet>
          )
        })}
        <Note tone="plan">{tr('readiness.envelope.keep')}</Note>
      </div>
    </>
  )
  return show(context, request, { title, content }, fault !== null)
}
