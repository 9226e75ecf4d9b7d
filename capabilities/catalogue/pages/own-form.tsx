// The form of an own offer: words in up to four languages, purpose, cost, audience, service level.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { AnyRequest, PageReply } from '../../../platform/http/endpoint.ts'
import { Actions, Button, CsrfField, ErrorSummary, PageHead, Plain } from '../../../web/kit/index.ts'
import type { FactBook } from '../../facts/index.ts'
import type { TypedOwnItem } from '../contract/forms.ts'
import { itemOf, type OwnVersion } from '../own-item.ts'
import { ownItemsOf } from '../store/library.ts'
import { selectOwnVersions } from '../store/own-items.ts'
import type { Faults } from '../typed.ts'
import { AudienceFields, fieldLabels, PurposeFields, WordFields } from './own-fields.tsx'
import { Versions } from './own-version.tsx'
import { centreItems, centreRequests, ownItemHref } from './paths.ts'
import { type Reader, readerOf } from './reader.ts'
import { faultList, titleOf } from './words.ts'

export interface OwnFormState {
  readonly typed: TypedOwnItem
  /** Null for a new one. */
  readonly newest: OwnVersion | null
  readonly faults: Faults
}

export async function showOwnForm(
  context: Context,
  book: FactBook,
  request: AnyRequest,
  state: OwnFormState,
): Promise<PageReply> {
  const { newest, faults } = state
  const reader = readerOf(context, book, request)
  const { t } = reader.translator
  const versions = newest
    ? await context.database.asCentre((scope) => selectOwnVersions(scope, newest.key))
    : []
  const measures = ownItemsOf('measure').map((item) => ({ value: item.key, label: titleOf(item, reader) }))
  const title = newest
    ? t('catalogue.own.edit', { title: titleOf(itemOf(newest).item, reader) })
    : t('catalogue.own.new')
  const errors = faultList(faults, reader, fieldLabels(reader))
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <PageHead
        title={title}
        wayTo={{
          label: t('catalogue.offer.way'),
          steps: [{ label: t('catalogue.views.items'), href: centreItems }],
        }}
      />
      <form class="s-stack-l" method="post" action={newest ? ownItemHref(newest.key) : `${centreItems}/new`}>
        <CsrfField token={reader.csrfToken} />
        <input type="hidden" name="version" value={newest?.version ?? ''} />
        <WordFields {...state} reader={reader} />
        <PurposeFields {...state} reader={reader} measures={measures} />
        <AudienceFields {...state} reader={reader} />
        <Actions>
          <Button>{newest ? t('catalogue.own.form.change') : t('catalogue.own.form.save')}</Button>
        </Actions>
      </form>
      {newest && (
        <div class="s-stack-l">
          <Retire newest={newest} reader={reader} />
          <Versions versions={versions} reader={reader} />
        </div>
      )}
    </>
  )
  return {
    html: await context.render(request, { title, content, current: centreRequests, width: 'narrow' }),
    status: errors.length > 0 ? 422 : 200,
  }
}

function Retire({ newest, reader }: { readonly newest: OwnVersion; readonly reader: Reader }) {
  const { t } = reader.translator
  const isOffered = newest.state === 'offered'
  const label = isOffered ? t('catalogue.own.retire') : t('catalogue.own.again')
  return (
    <Plain id="retire" heading={label}>
      <p>{t('catalogue.own.retire.text')}</p>
      <form method="post" action={`${ownItemHref(newest.key)}/${isOffered ? 'retired' : 'offered'}`}>
        <CsrfField token={reader.csrfToken} />
        <input type="hidden" name="version" value={newest.version} />
        <Button kind="secondary">{label}</Button>
      </form>
    </Plain>
  )
}
