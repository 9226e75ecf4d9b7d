// The JSON addresses of the review queue, for the centre's own tools.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { defineRoute, personOf, type Route } from '../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../platform/http/input.ts'
import { decideAlias, viewPair } from './actions.ts'
import { decisionBody, decisionReply, pairPath, pairReply, undoBody } from './contract.ts'
import { runRoutes } from './routes/runs.ts'
import { countQueue, type RecordedDecision, type ReviewPair, selectDecisions, selectQueue } from './store.ts'

const path = '/centre/review'
const pageSize = 100
const maxSkip = 100_000

export function matchingRoutes(context: Context): readonly Route[] {
  return [
    ...runRoutes(context),
    defineRoute({
      method: 'GET',
      path,
      permission: 'review:read',
      summary: 'Pairs of names that wait for a decision, what depends on most first, 100 at a time.',
      params: nothing,
      query: z.object({ skip: z.coerce.number().int().min(0).max(maxSkip).default(0) }),
      body: nothing,
      reply: z.object({ pairs: z.array(pairReply), total: z.number().int() }),
      handle: ({ query }) =>
        context.database.asCentre(async (scope) => ({
          pairs: (await selectQueue(scope, query.skip, pageSize)).map(pairOf),
          total: await countQueue(scope),
        })),
    }),
    defineRoute({
      method: 'GET',
      path: `${path}/decisions`,
      permission: 'review:read',
      summary: 'Every decision about names, newest first; `before` a number gives the older ones.',
      params: nothing,
      query: z.object({ before: idParam.optional() }),
      body: nothing,
      reply: z.object({ decisions: z.array(decisionReply.extend({ stands: z.boolean() })) }),
      handle: ({ query }) =>
        context.database.asCentre(async (scope) => ({
          decisions: (await selectDecisions(scope, query.before ?? null, pageSize)).map((one) => ({
            ...decisionOf(one),
            stands: one.stands,
          })),
        })),
    }),
    defineRoute({
      method: 'GET',
      path: `${path}/:pairId`,
      permission: 'review:read',
      summary: 'One pair of names with the decisions made about it and the proposals of hospitals.',
      params: pairPath,
      query: nothing,
      body: nothing,
      reply: z.object({
        pair: pairReply,
        decisions: z.array(decisionReply),
        proposals: z.array(
          z.object({ organisationName: z.string(), words: z.string(), proposedAt: z.iso.datetime() }),
        ),
        advisoryIds: z.array(z.number().int()),
      }),
      async handle({ params }) {
        const view = await context.database.asCentre((scope) => viewPair(scope, params.pairId))
        return {
          pair: pairOf(view.pair),
          decisions: view.decisions.map(decisionOf),
          proposals: view.proposals.map(({ organisationName, words, proposedAt }) => ({
            organisationName,
            words,
            proposedAt: proposedAt.toISOString(),
          })),
          advisoryIds: view.advisories.map((advisory) => advisory.advisoryId),
        }
      },
    }),
    defineRoute({
      method: 'POST',
      path: `${path}/:pairId/decisions`,
      permission: 'review:decide',
      summary: 'Decide about a pair; `standing` names the decision that this one replaces, if any.',
      params: pairPath,
      query: nothing,
      body: decisionBody,
      reply: z.object({ decisionId: z.number().int() }),
      async handle(request) {
        const { pairId } = request.params
        const command = { pairId, ...request.body, person: personOf(request) }
        return { decisionId: await decideAlias(context, command, request.now) }
      },
    }),
    defineRoute({
      method: 'POST',
      path: `${path}/:pairId/undo`,
      permission: 'review:decide',
      summary: 'Take back the decision `standing`; it stays on record, and the pair waits again.',
      params: pairPath,
      query: nothing,
      body: undoBody,
      reply: z.object({ decisionId: z.number().int() }),
      async handle(request) {
        const { pairId } = request.params
        const command = { pairId, answer: 'taken-back' as const, ...request.body, person: personOf(request) }
        return { decisionId: await decideAlias(context, command, request.now) }
      },
    }),
  ]
}

function pairOf({ countedAt, ...pair }: ReviewPair) {
  return { ...pair, countedAt: countedAt?.toISOString() ?? null }
}

function decisionOf({ decidedAt, ...decision }: RecordedDecision) {
  return { ...decision, decidedAt: decidedAt.toISOString() }
}
