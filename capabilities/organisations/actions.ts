// What is done to organisations: registering, keeping facts, sites and contacts up to date, recording a designation.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { CentreScope, EngineScope, MemberScope } from '../../platform/database/database.ts'
import { defineEvent } from '../../platform/events/event.ts'
import { notFound } from '../../platform/http/problem.ts'
import { record } from '../../platform/journal/journal.ts'
import type {
  ContactDuty,
  Designation,
  NewContact,
  NewOrganisation,
  Organisation,
  OwnFacts,
} from './organisation.ts'
import { deleteContact, putContact } from './store/contacts.ts'
import {
  findOrganisation,
  hasOrganisationNamed,
  insertOrganisation,
  updateDesignation,
  updateOwnFacts,
} from './store/organisations.ts'
import { deleteSite, insertSite } from './store/sites.ts'

/** An organisation is new, or facts about it changed on which duties may rest. */
export const organisationChanged = defineEvent<{ readonly organisationId: number }>('organisation.changed')

export interface Act {
  readonly actor: string
  readonly now: Date
}

type Facts = Omit<NewOrganisation, 'designation' | 'isExample'> &
  Partial<Pick<NewOrganisation, 'designation' | 'isExample'>>

/** Registers without events; for the centre's own page, the command line and the example centre. */
export async function registerOrganisation(
  scope: CentreScope | EngineScope,
  facts: Facts,
  now: Date,
  actor = 'operator',
): Promise<number> {
  const organisation = { designation: null, isExample: false, ...facts }
  const id = await insertOrganisation(scope, organisation, now)
  await record(scope, {
    organisationId: id,
    at: now,
    actor,
    action: 'organisation.registered',
    objectType: 'organisation',
    objectId: id,
    details: { kind: facts.kind, country: facts.country },
  })
  return id
}

export type Registration =
  | { readonly outcome: 'registered'; readonly id: number }
  | { readonly outcome: 'name-taken' }

/** Two members of one name in one country would be mixed up at night. */
export async function registerMember(
  context: Pick<Context, 'events'>,
  scope: CentreScope,
  facts: Facts,
  { actor, now }: Act,
): Promise<Registration> {
  if (await hasOrganisationNamed(scope, facts.name, facts.country)) return { outcome: 'name-taken' }
  const id = await registerOrganisation(scope, facts, now, actor)
  await context.events.announce(scope, organisationChanged, { organisationId: id }, now)
  return { outcome: 'registered', id }
}

export async function changeOwnFacts(
  context: Pick<Context, 'events'>,
  scope: MemberScope,
  facts: OwnFacts,
  { actor, now }: Act,
): Promise<void> {
  const before = await findExisting(scope, scope.organisationId)
  await updateOwnFacts(scope, facts)
  await record(scope, {
    organisationId: scope.organisationId,
    at: now,
    actor,
    action: 'organisation.facts-changed',
    objectType: 'organisation',
    objectId: scope.organisationId,
    details: changes(before, facts),
  })
  await context.events.announce(scope, organisationChanged, { organisationId: scope.organisationId }, now)
}

/** Null takes the designation back; the computed class then stands alone. */
export async function designate(
  context: Pick<Context, 'events'>,
  scope: CentreScope,
  organisationId: number,
  designation: Designation | null,
  { actor, now }: Act,
): Promise<void> {
  const before = await findExisting(scope, organisationId)
  if (before.kind !== 'provider') throw noOrganisation()
  await updateDesignation(scope, organisationId, designation)
  await record(scope, {
    organisationId,
    at: now,
    actor,
    action: 'organisation.designated',
    objectType: 'organisation',
    objectId: organisationId,
    details: { from: before.designation, to: designation },
  })
  await context.events.announce(scope, organisationChanged, { organisationId }, now)
}

export async function nameContact(
  scope: MemberScope | CentreScope,
  organisationId: number,
  contact: NewContact,
  { actor, now }: Act,
): Promise<void> {
  await findExisting(scope, organisationId)
  await putContact(scope, organisationId, contact)
  await record(scope, {
    organisationId,
    at: now,
    actor,
    action: 'organisation.contact-named',
    objectType: 'organisation',
    objectId: organisationId,
    details: { duty: contact.duty },
  })
}

export async function removeContact(
  scope: MemberScope,
  duty: ContactDuty,
  { actor, now }: Act,
): Promise<void> {
  if (!(await deleteContact(scope, scope.organisationId, duty))) return
  await record(scope, {
    organisationId: scope.organisationId,
    at: now,
    actor,
    action: 'organisation.contact-removed',
    objectType: 'organisation',
    objectId: scope.organisationId,
    details: { duty },
  })
}

/** False when there is a site of this name already. */
export async function addSite(
  scope: MemberScope,
  site: { readonly name: string; readonly city: string | null },
  { actor, now }: Act,
): Promise<boolean> {
  const id = await insertSite(scope, scope.organisationId, site)
  if (id === null) return false
  await record(scope, {
    organisationId: scope.organisationId,
    at: now,
    actor,
    action: 'organisation.site-added',
    objectType: 'site',
    objectId: id,
    details: { name: site.name },
  })
  return true
}

export async function removeSite(scope: MemberScope, siteId: number, { actor, now }: Act): Promise<void> {
  const name = await deleteSite(scope, siteId)
  if (name === null) throw notFound('There is no such site, or it was removed already.')
  await record(scope, {
    organisationId: scope.organisationId,
    at: now,
    actor,
    action: 'organisation.site-removed',
    objectType: 'site',
    objectId: siteId,
    details: { name },
  })
}

async function findExisting(scope: MemberScope | CentreScope, id: number): Promise<Organisation> {
  const organisation = await findOrganisation(scope, id)
  if (!organisation) throw noOrganisation()
  return organisation
}

export function noOrganisation() {
  return notFound('There is no such organisation.')
}

function changes(before: Organisation, after: OwnFacts): Record<string, { from: unknown; to: unknown }> {
  const keys = ['languages', 'timeZone', 'employees', 'turnoverEuro', 'balanceSheetEuro'] as const
  return Object.fromEntries(
    keys
      .filter((key) => String(before[key]) !== String(after[key]))
      .map((key) => [key, { from: before[key], to: after[key] }]),
  )
}
