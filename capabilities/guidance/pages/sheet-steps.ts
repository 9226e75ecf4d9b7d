// What the house does on a supplier's sheet: links, opening again, importing a bill of materials, deciding on facts.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import type { FactBook } from '../../facts/index.ts'
import { contentOf, decideFact, importFile } from '../actions/from-sheet.ts'
import { makeLink, reopenSheet, takeLinkBack } from '../actions/sheets.ts'
import { factForm, factPath, filePath, linkPath, sheetPath } from '../contract/forms.ts'
import { importHref, sheetBase, sheetHref } from './paths.ts'
import { memberActs } from './reader.ts'
import { showSheet } from './sheet.tsx'

export function sheetStepPages(context: Context, facts: FactBook): readonly Page[] {
  const common = { method: 'POST', permission: 'guidance:write', query: nothing } as const
  return [
    definePage({
      ...common,
      path: `${sheetBase}/links`,
      params: sheetPath,
      body: nothing,
      async handle(request) {
        const token = await makeLink(context, memberActs(request), request.params, request.now)
        return showSheet(context, request, request.params, token)
      },
    }),
    definePage({
      ...common,
      path: `${sheetBase}/links/:linkId/take-back`,
      params: linkPath,
      body: nothing,
      async handle(request) {
        await takeLinkBack(context, memberActs(request), request.params, request.now)
        return back(request)
      },
    }),
    definePage({
      ...common,
      path: `${sheetBase}/reopen`,
      params: sheetPath,
      body: nothing,
      async handle(request) {
        await reopenSheet(context, memberActs(request), request.params, request.now)
        return back(request)
      },
    }),
    definePage({
      ...common,
      path: `${sheetBase}/files/:fileId/import`,
      params: filePath,
      body: nothing,
      async handle(request) {
        const id = await importFile(context, memberActs(request), request.params, request.now)
        return { redirect: importHref(request.organisationId, id) }
      },
    }),
    definePage({
      ...common,
      path: `${sheetBase}/facts/:fact`,
      params: factPath,
      body: factForm,
      async handle(request) {
        const { params, body, now } = request
        const decision = { ...params, value: body.value, isTaken: body.take === 'yes' }
        await decideFact(context, facts, memberActs(request), decision, now)
        return back(request)
      },
    }),
    definePage({
      method: 'GET',
      path: `${sheetBase}/files/:fileId`,
      permission: 'guidance:read',
      params: filePath,
      query: nothing,
      body: nothing,
      async handle(request) {
        const { fileName, content } = await contentOf(context, request.organisationId, request.params)
        // Never opened by the browser: it comes from a stranger.
        return { file: content, fileName, contentType: 'application/octet-stream' }
      },
    }),
  ]
}

function back(request: {
  readonly organisationId: number
  readonly params: { readonly purchaseId: number; readonly sheetId: number }
}) {
  const { purchaseId, sheetId } = request.params
  return { redirect: sheetHref(request.organisationId, purchaseId, sheetId) }
}
