// Matches in both directions over JSON, as broad or as narrow as the caller asks (CSAF 2.1, clauses 13 and 17).
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, type Route } from '../../../platform/http/endpoint.ts'
import { idParam, memberPath, nothing } from '../../../platform/http/input.ts'
import { matchLevels } from '../../matching/index.ts'
import { levelCounts, showPage, showQuery } from '../contract.ts'
import {
  advisoriesOf,
  assetsOf,
  type Side,
  sbomsOf,
  sbomsOfMember,
  versionsOf,
  versionsOfMember,
} from '../store.ts'

const pageSize = 200
const maxListCharacters = 300
const own = '/organisations/:organisationId'
const ofAsset = z.object({ organisationId: idParam, assetId: idParam })
const ofVersion = z.object({ organisationId: idParam, productVersionId: idParam })
const ofAdvisory = z.object({ organisationId: idParam, advisoryId: idParam })

const level = z.enum(matchLevels)
const advisories = z.object({
  advisories: z.array(
    z.object({
      advisoryId: z.number(),
      title: z.string(),
      publisher: z.string(),
      trackingId: z.string(),
      version: z.string(),
      level,
      assets: z.number(),
    }),
  ),
  counts: levelCounts,
})
const version = {
  productVersionId: z.number(),
  title: z.string(),
  version: z.string().nullable(),
  assets: z.number(),
}

export function matchRoutes(context: Context): readonly Route[] {
  return [...ofOwn(context), ...ofAdvisories(context), ...ownLists(context)]
}

/** From what the hospital runs to advisories. */
function ofOwn(context: Context): readonly Route[] {
  const list = async (organisationId: number, side: Side, query: z.output<typeof showPage>) => {
    const page = { ...query, limit: pageSize }
    const found = await context.database.asMember(organisationId, (scope) => advisoriesOf(scope, side, page))
    return { advisories: [...found.rows], counts: found.counts }
  }
  const shared = { method: 'GET', permission: 'alerts:read', body: nothing, reply: advisories } as const
  return [
    defineRoute({
      ...shared,
      path: `${own}/assets/:assetId/matches`,
      summary: 'Advisories that match one asset or SBOM component, 200 at a time',
      params: ofAsset,
      query: showPage,
      handle: ({ organisationId, params: { assetId }, query }) => list(organisationId, { assetId }, query),
    }),
    defineRoute({
      ...shared,
      path: `${own}/product-versions/:productVersionId/matches`,
      summary: 'Advisories that match one product version that the organisation runs, 200 at a time',
      params: ofVersion,
      query: showPage,
      handle: ({ organisationId, params: { productVersionId }, query }) =>
        list(organisationId, { productVersionId }, query),
    }),
    defineRoute({
      ...shared,
      path: `${own}/sbom-matches`,
      summary: 'Advisories that match a component of one SBOM, named by its `list`, 200 at a time',
      params: memberPath,
      query: showPage.extend({ list: z.string().max(maxListCharacters).startsWith('sbom:') }),
      handle: ({ organisationId, query }) => list(organisationId, { list: query.list }, query),
    }),
  ]
}

/** From an advisory to what the hospital runs. */
function ofAdvisories(context: Context): readonly Route[] {
  const shared = { method: 'GET', permission: 'alerts:read', params: ofAdvisory, body: nothing } as const
  const asset = z.object({
    assetId: z.number(),
    productVersionId: z.number(),
    title: z.string(),
    list: z.string().nullable(),
    version: z.string().nullable(),
    site: z.string().nullable(),
    level,
    identityGrade: z.string().nullable(),
    rangeGrade: z.string().nullable(),
  })
  return [
    defineRoute({
      ...shared,
      path: `${own}/advisories/:advisoryId/assets`,
      summary: 'Assets, or with `sbomOnly=yes` SBOM components, that one advisory matches, 200 at a time',
      query: showPage.extend({ sbomOnly: z.literal('yes').optional() }),
      reply: z.object({ assets: z.array(asset), counts: levelCounts }),
      async handle({ organisationId, params, query }) {
        const page = { ...query, sbomOnly: query.sbomOnly === 'yes', limit: pageSize }
        const found = await context.database.asMember(organisationId, (scope) =>
          assetsOf(scope, params.advisoryId, page),
        )
        return { assets: [...found.rows], counts: found.counts }
      },
    }),
    defineRoute({
      ...shared,
      path: `${own}/advisories/:advisoryId/product-versions`,
      summary: 'Product versions of the organisation that one advisory matches, 200 at a time',
      query: showPage,
      reply: z.object({ productVersions: z.array(z.object({ ...version, level })), counts: levelCounts }),
      async handle({ organisationId, params, query }) {
        const page = { ...query, limit: pageSize }
        const found = await context.database.asMember(organisationId, (scope) =>
          versionsOf(scope, params.advisoryId, page),
        )
        return { productVersions: [...found.rows], counts: found.counts }
      },
    }),
    defineRoute({
      ...shared,
      path: `${own}/advisories/:advisoryId/sboms`,
      summary: 'SBOMs of the organisation with a component that one advisory matches',
      query: showQuery,
      reply: z.object({
        sboms: z.array(z.object({ list: z.string(), level, components: z.number() })),
        counts: levelCounts,
      }),
      async handle({ organisationId, params, query }) {
        const found = await context.database.asMember(organisationId, (scope) =>
          sbomsOf(scope, params.advisoryId, query.show),
        )
        return { sboms: [...found.rows], counts: found.counts }
      },
    }),
  ]
}

/** What the lists above can be asked about. */
function ownLists(context: Context): readonly Route[] {
  const shared = { method: 'GET', permission: 'alerts:read', params: memberPath, body: nothing } as const
  return [
    defineRoute({
      ...shared,
      path: `${own}/product-versions`,
      summary: 'Product versions that the organisation runs, 200 at a time',
      query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
      reply: z.object({ productVersions: z.array(z.object(version)) }),
      async handle({ organisationId, query }) {
        const rows = await context.database.asMember(organisationId, (scope) =>
          versionsOfMember(scope, query.after, pageSize),
        )
        return { productVersions: [...rows] }
      },
    }),
    defineRoute({
      ...shared,
      path: `${own}/sboms`,
      summary: 'SBOMs of the organisation with the number of their components',
      query: nothing,
      reply: z.object({ sboms: z.array(z.object({ list: z.string(), components: z.number() })) }),
      async handle({ organisationId }) {
        return { sboms: [...(await context.database.asMember(organisationId, sbomsOfMember))] }
      },
    }),
  ]
}
