// The centre's own offers: the list, writing one, changing it as a new version, retiring it, and every old version.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import {
  type AnyRequest,
  definePage,
  type Page,
  type PageReply,
  personOf,
} from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import type { FactBook } from '../../facts/index.ts'
import { changeOwnItem, writeOwnItem } from '../actions/own-items.ts'
import { ownItemForm, ownItemPath, ownVersionPath, type TypedOwnItem } from '../contract/forms.ts'
import { unknownItem } from '../contract/refusals.ts'
import type { OwnVersion } from '../own-item.ts'
import { ownItemsOf } from '../store/library.ts'
import { selectOwnVersions } from '../store/own-items.ts'
import { readContent } from '../typed-own-item.ts'
import { showOwnForm } from './own-form.tsx'
import { emptyTyped, typedContent, typedOf } from './own-typed.ts'
import { showOwnVersion } from './own-version.tsx'
import { centreItems } from './paths.ts'

export function ownItemPages(context: Context, book: FactBook): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${centreItems}/new`,
      permission: 'catalogue:edit',
      params: nothing,
      query: nothing,
      body: nothing,
      handle: (request) =>
        showOwnForm(context, book, request, { typed: emptyTyped, newest: null, faults: {} }),
    }),
    definePage({
      method: 'POST',
      path: `${centreItems}/new`,
      permission: 'catalogue:edit',
      params: nothing,
      query: nothing,
      body: ownItemForm,
      handle: (request) => save(context, book, request, null),
    }),
    definePage({
      method: 'GET',
      path: `${centreItems}/:key`,
      permission: 'catalogue:edit',
      params: ownItemPath,
      query: nothing,
      body: nothing,
      handle: async (request) => {
        const newest = await newestOf(context, request.params.key)
        return showOwnForm(context, book, request, { typed: typedOf(newest), newest, faults: {} })
      },
    }),
    definePage({
      method: 'POST',
      path: `${centreItems}/:key`,
      permission: 'catalogue:edit',
      params: ownItemPath,
      query: nothing,
      body: ownItemForm,
      handle: async (request) => save(context, book, request, await newestOf(context, request.params.key)),
    }),
    ...(['retired', 'offered'] as const).map((state) =>
      definePage({
        method: 'POST',
        path: `${centreItems}/:key/${state}`,
        permission: 'catalogue:edit',
        params: ownItemPath,
        query: nothing,
        body: ownItemForm.pick({ version: true }),
        handle: async (request) => {
          const change = {
            key: request.params.key,
            after: Number(request.body.version),
            content: null,
            state,
          }
          await changeOwnItem(context, editorOf(request), change, request.now)
          return { redirect: centreItems }
        },
      }),
    ),
    definePage({
      method: 'GET',
      path: `${centreItems}/:key/versions/:version`,
      permission: 'catalogue:assist',
      params: ownVersionPath,
      query: nothing,
      body: nothing,
      handle: (request) => showOwnVersion(context, book, request, request.params),
    }),
  ]
}

function editorOf(request: AnyRequest) {
  const { id, name } = personOf(request)
  return { personId: id, name }
}

async function newestOf(context: Context, key: string): Promise<OwnVersion> {
  const [newest] = await context.database.asCentre((scope) => selectOwnVersions(scope, key))
  if (!newest) throw unknownItem()
  return newest
}

async function save(
  context: Context,
  book: FactBook,
  request: AnyRequest & { readonly body: TypedOwnItem },
  newest: OwnVersion | null,
): Promise<PageReply> {
  const { body, now } = request
  const country = book.keys.get('org.country')?.shape
  const read = readContent(typedContent(body), {
    countries: country?.kind === 'choice' ? country.choices : [],
    measures: ownItemsOf('measure').map(({ key }) => key),
  })
  if (read.faults) return showOwnForm(context, book, request, { typed: body, newest, faults: read.faults })
  const editor = editorOf(request)
  if (newest === null) await writeOwnItem(context, editor, read.value, now)
  else
    await changeOwnItem(
      context,
      editor,
      { key: newest.key, after: Number(body.version), content: read.value, state: newest.state },
      now,
    )
  return { redirect: centreItems }
}
