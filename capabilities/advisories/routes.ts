// The JSON addresses of advisories, for the centre's own tools.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { defineRoute, personOf, type Route, type UploadedFile } from '../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../platform/http/input.ts'
import { Refusal } from '../../platform/http/problem.ts'
import { listPageOf } from './actions/list.ts'
import { recordUpload } from './actions/upload.ts'
import { viewAdvisory } from './actions/view.ts'
import { listQuery } from './contract/list.ts'
import {
  type AdvisoryProblem,
  advisoryReply,
  listedAdvisory,
  maxUploadBytes,
  recordedReply,
} from './contract.ts'
import { managementRoutes } from './routes/management.ts'
import type { ListedAdvisory } from './store/listing.ts'

const pageSize = 100
const path = '/centre/advisories'

export function advisoryRoutes(context: Context): readonly Route[] {
  return [
    defineRoute({
      method: 'POST',
      path,
      permission: 'advisories:record',
      summary:
        'Record an advisory (CSAF, CVE, OSV) or the KEV catalogue: as JSON, or byte for byte as the file of a form.',
      maxUploadBytes,
      params: nothing,
      query: nothing,
      body: z.record(z.string(), z.unknown()),
      reply: recordedReply,
      async handle(request) {
        const file = request.files[0] ?? bodyAsFile(request.body)
        const { outcomes, damaged } = await recordUpload(context, file, personOf(request).id, request.now)
        if (outcomes.length === 0) throw noDocument(damaged[0]?.fault.detail)
        return { documents: outcomes.map((outcome) => ({ ...outcome, faults: [...outcome.faults] })) }
      },
    }),
    defineRoute({
      method: 'GET',
      path,
      permission: 'advisories:read',
      summary:
        'List advisories, filtered and in the order asked for; `after` of the reply gives the next page.',
      params: nothing,
      query: listQuery,
      body: nothing,
      reply: z.object({ advisories: z.array(listedAdvisory), after: z.string().nullable() }),
      async handle(request) {
        const { advisories, after } = await context.database.asCentre((scope) =>
          listPageOf(scope, request.query, personOf(request).id, pageSize),
        )
        return { advisories: advisories.map(toReply), after }
      },
    }),
    defineRoute({
      method: 'GET',
      path: `${path}/:advisoryId`,
      permission: 'advisories:read',
      summary: 'One advisory with its first 200 statements and its faults.',
      params: z.object({ advisoryId: idParam }),
      query: nothing,
      body: nothing,
      reply: advisoryReply,
      async handle(request) {
        const { details, sha256, statements, statementCount } = await context.database.asCentre((scope) =>
          viewAdvisory(scope, request.params.advisoryId, personOf(request).id),
        )
        return {
          ...toReply(details),
          sha256,
          content: { ...details.content },
          statements: statements.map((statement) => ({ ...statement })),
          statementCount,
          faults: [...details.faults],
        }
      },
    }),
    ...managementRoutes(context),
  ]
}

function toReply({ publishedAt, revisedAt, recordedAt, deletedAt, ...advisory }: ListedAdvisory) {
  return {
    ...advisory,
    publishedAt: publishedAt?.toISOString() ?? null,
    revisedAt: revisedAt?.toISOString() ?? null,
    recordedAt: recordedAt.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
  }
}

/** The server has parsed the JSON already, so the document is kept as written here, not as sent. */
function bodyAsFile(body: Readonly<Record<string, unknown>>): Pick<UploadedFile, 'name' | 'content'> {
  return { name: 'request.json', content: Buffer.from(JSON.stringify(body)) }
}

function noDocument(detail = 'The file holds no document.'): Refusal {
  const code: AdvisoryProblem = 'advisories/no-file'
  return new Refusal({
    code,
    status: 422,
    title: 'No document was found',
    detail,
    remedy: 'Send one document as JSON, or a file whose name ends in .json, .jsonl, .jsonl.gz or .tar.gz.',
  })
}
