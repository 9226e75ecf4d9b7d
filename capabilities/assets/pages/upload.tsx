// Handing in a list: the file, and whether it is the whole list.
// SPDX-License-Identifier: EUPL-1.2
import { maxInventoryBytes } from '@salus/standards/inventory'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  Button,
  CsrfField,
  ErrorSummary,
  FileField,
  PageHead,
  RadioField,
  TextField,
} from '../../../web/kit/index.ts'
import { requestImport } from '../actions/imports.ts'
import type { Inventory } from '../actions/inventory.ts'
import { uploadFields } from '../contract/schemas.ts'
import type { Covers } from '../difference.ts'
import { actorOf, hrefs, type Reader, readerOf } from './words.ts'

export function uploadPages(context: Context, inventory: Inventory): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: '/o/:organisationId/assets/import',
      permission: 'assets:write',
      params: memberPath,
      query: nothing,
      body: nothing,
      handle: (request) =>
        showUpload(context, request, { covers: 'whole', describes: undefined, error: null }),
    }),
    definePage({
      method: 'POST',
      path: '/o/:organisationId/assets/import',
      permission: 'assets:write',
      params: memberPath,
      query: nothing,
      body: uploadFields,
      maxUploadBytes: maxInventoryBytes,
      handle: async (request) => {
        const { organisationId, body, now } = request
        const [file] = request.files
        if (!file) {
          const error = context.translator(request.locale).t('assets.upload.file.error')
          return showUpload(context, request, { ...body, error })
        }
        const upload = { ...body, fileName: file.name, content: file.content }
        const id = await requestImport(inventory, organisationId, upload, actorOf(request), now)
        return { redirect: hrefs.import(organisationId, id) }
      },
    }),
  ]
}

interface Typed {
  readonly covers: Covers
  readonly describes: string | undefined
  readonly error: string | null
}

async function showUpload(context: Context, request: AnyRequest, typed: Typed): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const title = t('assets.upload.title')
  const content = (
    <>
      {typed.error && (
        <ErrorSummary
          title={t('shell.errors.title', { count: 1 })}
          faults={[{ fieldId: 'file', text: typed.error }]}
        />
      )}
      <PageHead
        title={title}
        lead={t('assets.upload.lead')}
        meta={t('assets.upload.step')}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('assets.menu'), href: hrefs.list(reader.organisationId) }],
        }}
      />
      <UploadForm typed={typed} reader={reader} />
    </>
  )
  const current = hrefs.list(reader.organisationId)
  return {
    html: await context.render(request, { title, content, current }),
    ...(typed.error ? { status: 422 } : {}),
  }
}

function UploadForm({ typed, reader }: { readonly typed: Typed; readonly reader: Reader }) {
  const { t } = reader.translator
  return (
    <form method="post" action={hrefs.upload(reader.organisationId)} encType="multipart/form-data">
      <CsrfField token={reader.csrfToken} />
      <div class="s-sheet">
        <div class="s-sheet__body">
          <FileField
            name="file"
            label={t('assets.upload.file')}
            accept=".csv,.tsv,.txt,.xlsx,.json,.xml"
            error={typed.error ?? undefined}
          />
          <RadioField
            name="covers"
            label={t('assets.upload.covers')}
            value={typed.covers}
            choices={[
              {
                value: 'whole',
                label: t('assets.upload.covers.whole'),
                hint: t('assets.upload.covers.whole.hint'),
              },
              {
                value: 'part',
                label: t('assets.upload.covers.part'),
                hint: t('assets.upload.covers.part.hint'),
              },
            ]}
          />
          <TextField
            name="describes"
            label={t('assets.upload.describes')}
            hint={t('assets.upload.describes.hint')}
            value={typed.describes}
            maxLength={200}
          />
        </div>
      </div>
      <Actions>
        <Button>{t('assets.upload.submit')}</Button>
      </Actions>
    </form>
  )
}
