// Makes the crisis pack anew for each phone: from the member's own facts, sealed without knowing any code.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { type AuthorityRole, authoritiesWithRole } from '../../authorities/index.ts'
import { contactsOf, findOrganisation } from '../../organisations/index.ts'
import { clinicalServices } from '../clinical-service.ts'
import { createOpeningWord } from '../envelope/code.ts'
import { buildPack, type Pack, type PackFacts, packSections } from '../envelope/pack.ts'
import { seal } from '../envelope/seal.ts'
import { isRebuildDue } from '../envelope/state.ts'
import { forecastService } from '../forecast.ts'
import { selectPages, selectPeople, selectSuppliers } from '../store/facts.ts'
import {
  insertPack,
  type Phone,
  selectNewestPack,
  selectOrganisationsWithPhones,
  selectPhones,
} from '../store/phones.ts'
import { selectOrder, selectTests } from '../store/tests.ts'

type OwnScope = MemberScope | EngineScope

const roles: readonly AuthorityRole[] = [
  'csirt',
  'joint-reporting-point',
  'competent-authority',
  'data-protection',
  'health-authority',
  'device-authority',
  'police',
]

/** Seals anew for each phone where something changed, or the last pack is a week old. Returns how many. */
export async function rebuildPacks(
  context: Context,
  scope: OwnScope,
  organisationId: number,
  now: Date,
): Promise<number> {
  const phones = await selectPhones(scope, organisationId)
  if (phones.length === 0) return 0
  const facts = await packFactsOf(context, scope, organisationId, now)
  if (!facts) return 0
  let rebuilt = 0
  for (const phone of phones) if (await rebuildFor(context, scope, phone, facts, now)) rebuilt += 1
  return rebuilt
}

async function rebuildFor(
  context: Context,
  scope: OwnScope,
  phone: Phone,
  facts: PackFacts,
  now: Date,
): Promise<boolean> {
  const translator = context.translator(phone.language)
  const factsSha256 = createHash('sha256')
    .update(JSON.stringify([facts.organisation.name, packSections(facts, translator)]))
    .digest('hex')
  const { id: organisationId } = facts.organisation
  const last = await selectNewestPack(scope, organisationId, phone)
  if (!isRebuildDue(last, factsSha256, now)) return false
  const openingWord = createOpeningWord()
  const pack = buildPack(facts, translator, openingWord, now)
  const header = JSON.stringify({ format: 'salus-red-envelope/1', title: pack.title, asOf: pack.asOf })
  const sealed = await seal(new TextEncoder().encode(JSON.stringify(pack)), phone.publicKey, header)
  const { slot, enrolment } = phone
  await insertPack(
    scope,
    organisationId,
    { slot, enrolment, builtAt: now, factsSha256, openingWord, header },
    sealed,
  )
  return true
}

/** Null when the organisation is gone. */
async function packFactsOf(
  { config }: Pick<Context, 'config'>,
  scope: OwnScope,
  organisationId: number,
  now: Date,
): Promise<PackFacts | null> {
  const organisation = await findOrganisation(scope, organisationId)
  if (!organisation) return null
  const tests = await selectTests(scope, organisationId)
  const order = await selectOrder(scope, organisationId)
  const authorities = roles.flatMap((role) => authoritiesWithRole(organisation.country, role))
  return {
    organisation,
    contacts: await contactsOf(scope, [organisationId]),
    people: await selectPeople(scope, organisationId),
    suppliers: await selectSuppliers(scope, organisationId),
    pages: await selectPages(scope, organisationId),
    authorities: [...new Map(authorities.map((authority) => [authority.key, authority])).values()],
    forecasts: clinicalServices.map((service) =>
      forecastService(service, order.get(service) ?? [], tests, now),
    ),
    centre: { name: config.centreName, phone: config.centrePhone },
  }
}

/** As a pack would be now; for the PDF, which is made while its owner has typed the code. */
export async function presentPack(
  context: Context,
  scope: MemberScope,
  phone: Phone,
  now: Date,
): Promise<Pack | null> {
  const facts = await packFactsOf(context, scope, scope.organisationId, now)
  const last = await selectNewestPack(scope, scope.organisationId, phone)
  return facts && last && buildPack(facts, context.translator(phone.language), last.openingWord, now)
}

/** Daily: each member in a transaction of its own, so that one that fails stops no other. */
export async function rebuildAll(context: Context, now: Date): Promise<void> {
  const { database, log } = context
  const organisationIds = await database.asEngine(selectOrganisationsWithPhones)
  let rebuilt = 0
  let failed = 0
  for (const organisationId of organisationIds) {
    try {
      rebuilt += await database.asEngineFor(organisationId, (scope) =>
        rebuildPacks(context, scope, organisationId, now),
      )
    } catch (error) {
      failed += 1
      log.error({ error, organisationId }, 'a crisis pack could not be made anew; the last one stays')
    }
  }
  log.info({ members: organisationIds.length, rebuilt, failed }, 'crisis packs looked after')
}
