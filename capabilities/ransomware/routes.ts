// JSON: which ransomware family a note, a file name or an ending points to, for a member and for the centre.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import { defineRoute } from '../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../platform/http/input.ts'
import { type FindingWithSources, findRansomware } from './actions/library-of.ts'
import { clueForm, findingReply } from './contract.ts'
import { maxReferencesShown } from './family.ts'
import { sayEvidence } from './said-evidence.ts'

export function ransomwareRoutes(context: Context) {
  const common = {
    method: 'POST',
    permission: 'ransomware:find',
    summary: 'Which ransomware family a note, a file name or an ending points to; nothing is stored',
    query: nothing,
    body: clueForm,
    reply: findingReply,
  } as const
  return [
    defineRoute({
      ...common,
      path: '/organisations/:organisationId/ransomware/find',
      params: memberPath,
      handle: ({ organisationId, body }) =>
        context.database.asMember(organisationId, async (scope) =>
          replyOf(await findRansomware(context, scope, body)),
        ),
    }),
    defineRoute({
      ...common,
      path: '/centre/ransomware/find',
      params: nothing,
      handle: ({ body }) =>
        context.database.asCentre(async (scope) => replyOf(await findRansomware(context, scope, body))),
    }),
  ]
}

function replyOf({ finding, sources }: FindingWithSources) {
  return {
    outcome: finding.outcome,
    ordinaryEnding: finding.ordinaryEnding,
    candidates: finding.candidates.map(({ family, certainty, evidence }) => ({
      family: family.name,
      synonyms: [...family.synonyms],
      certainty,
      evidence: evidence.map((one) => {
        const said = sayEvidence(one)
        return { ...said, values: [...said.values] }
      }),
      references: family.references.slice(0, maxReferencesShown),
    })),
    sources: sources.map(({ licenceText: _, importedAt, ...source }) => ({
      ...source,
      importedAt: importedAt.toISOString(),
    })),
  }
}
