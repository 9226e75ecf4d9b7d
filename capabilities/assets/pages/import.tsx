// The pages of one import: what its state shows, and what a person may do to it.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import {
  type AnyRequest,
  definePage,
  type Page,
  type PageReply,
  type Request,
} from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  chooseMapping,
  confirmImport,
  confirmMissingGone,
  discardImport,
  reopenMapping,
} from '../actions/imports.ts'
import type { Inventory } from '../actions/inventory.ts'
import { problemsOfUses } from '../columns.ts'
import { importMovedOn, importUnknown } from '../contract/refusals.ts'
import { importPath } from '../contract/schemas.ts'
import { type Import, isRunning } from '../import.ts'
import { listRows, outcomes } from '../store/import-rows.ts'
import { findImport } from '../store/imports.ts'
import { stillMissing } from '../store/inventory.ts'
import { ColumnsContent, usesFromForm, usesOfImport } from './import-columns.tsx'
import { DifferenceContent } from './import-difference.tsx'
import { EndedContent, RunningContent } from './import-ended.tsx'
import { firstOutcome, rowsAPage } from './import-rows.tsx'
import { rejectedFile } from './rejected-file.ts'
import { actorOf, hrefs, readerOf } from './words.ts'

const refreshSeconds = 3

const rowsQuery = z.object({
  show: z.enum(outcomes).optional().catch(undefined),
  after: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  gone: z.literal('confirmed').optional().catch(undefined),
})

type ImportPath = z.output<typeof importPath>
type ImportRequest = Request<ImportPath, z.output<typeof rowsQuery>, unknown>

export function importPages(context: Context, inventory: Inventory): readonly Page[] {
  const post = (
    name: string,
    work: (of: { organisationId: number; importId: number }, actor: string, now: Date) => Promise<unknown>,
    then = '',
  ): Page =>
    definePage({
      method: 'POST',
      path: `/o/:organisationId/assets/imports/:importId/${name}`,
      permission: 'assets:write',
      params: importPath,
      query: nothing,
      body: nothing,
      handle: async (request) => {
        const of = { organisationId: request.organisationId, importId: request.params.importId }
        await work(of, actorOf(request), request.now)
        return { redirect: `${hrefs.import(of.organisationId, of.importId)}${then}` }
      },
    })
  return [
    definePage({
      method: 'GET',
      path: '/o/:organisationId/assets/imports/:importId',
      permission: 'assets:read',
      params: importPath,
      query: rowsQuery,
      body: nothing,
      handle: (request) => showImport(context, request),
    }),
    definePage({
      method: 'POST',
      path: '/o/:organisationId/assets/imports/:importId/columns',
      permission: 'assets:write',
      params: importPath,
      query: nothing,
      body: z.looseObject({}),
      handle: (request) => takeColumns(context, inventory, request),
    }),
    post('confirm', (of, actor, now) => confirmImport(inventory, of, actor, now)),
    post('discard', (of, actor, now) => discardImport(inventory, of, actor, now)),
    post('reopen', (of, _actor, now) => reopenMapping(inventory, of, now)),
    post('gone', (of, actor, now) => confirmMissingGone(inventory, of, actor, now), '?gone=confirmed'),
    definePage({
      method: 'GET',
      path: '/o/:organisationId/assets/imports/:importId/rejected.csv',
      permission: 'assets:read',
      params: importPath,
      query: nothing,
      body: nothing,
      handle: async (request) => {
        const found = await load(context, request)
        return rejectedFile(context, found, readerOf(context, request))
      },
    }),
  ]
}

async function load(context: Context, request: Request<ImportPath, unknown, unknown>): Promise<Import> {
  const { organisationId, params } = request
  const found = await context.database.asMember(organisationId, (scope) =>
    findImport(scope, organisationId, params.importId),
  )
  if (!found) throw importUnknown(params.importId)
  return found
}

async function showImport(context: Context, request: ImportRequest): Promise<PageReply> {
  const found = await load(context, request)
  const reader = readerOf(context, request)
  const current = hrefs.list(reader.organisationId)
  const page = async (title: string, content: ComponentChildren): Promise<{ html: string }> => ({
    html: await context.render(request, { title, content, current }),
  })
  if (isRunning(found.state)) {
    const shown = RunningContent({ found, reader, seconds: refreshSeconds })
    return { ...(await page(shown.title, shown.content)), refreshSeconds }
  }
  if (found.state === 'mapping') return showColumns(context, request, found)
  if (found.state === 'failed' || found.state === 'discarded') {
    const shown = EndedContent({ found, reader })
    return page(shown.title, shown.content)
  }
  const { summary } = found
  if (!summary) throw new Error(`import ${found.id} is ${found.state} without a summary`)
  const outcome = request.query.show ?? firstOutcome(found.state, summary)
  const { rows, rejected, missing } = await context.database.asMember(
    request.organisationId,
    async (scope) => ({
      rows: await listRows(scope, found.id, outcome, request.query.after, rowsAPage + 1),
      rejected: await listRows(scope, found.id, 'rejected', 0, rowsAPage),
      missing:
        found.state === 'stored'
          ? (await stillMissing(scope, { organisationId: found.organisationId, importId: found.id })).length
          : summary.gone,
    }),
  )
  const shown = DifferenceContent({
    found: { ...found, summary },
    list: { outcome, rows, after: request.query.after },
    rejected,
    missing,
    goneConfirmed: request.query.gone === 'confirmed',
    reader,
  })
  return page(shown.title, shown.content)
}

async function takeColumns(
  context: Context,
  inventory: Inventory,
  request: Request<ImportPath, unknown, Readonly<Record<string, unknown>>>,
): Promise<PageReply> {
  const found = await load(context, request)
  if (found.state !== 'mapping' || !found.table) throw importMovedOn(found)
  const uses = usesFromForm(request.body, usesOfImport(found))
  if (problemsOfUses(uses).length > 0) return showColumns(context, request, { ...found, mapping: uses }, true)
  const of = { organisationId: request.organisationId, importId: found.id }
  await chooseMapping(inventory, { ...of, mapping: uses, remember: true }, actorOf(request), request.now)
  return { redirect: hrefs.import(of.organisationId, of.importId) }
}

async function showColumns(
  context: Context,
  request: AnyRequest,
  found: Import,
  wasSent = false,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const title = reader.translator.t('assets.columns.title')
  const problems = wasSent ? problemsOfUses(usesOfImport(found)) : []
  const content = <ColumnsContent found={found} problems={problems} reader={reader} />
  return {
    html: await context.render(request, { title, content, current: hrefs.list(reader.organisationId) }),
    ...(wasSent ? { status: 422 } : {}),
  }
}
