// Members of the example: registered with their people, sites and contacts, and their lists imported.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { addMembership, ensurePerson } from '../../accounts/index.ts'
import { importInventory } from '../../assets/index.ts'
import { insertSite, putContact, registerOrganisation } from '../../organisations/index.ts'
import type { ExampleMember, ExamplePerson } from '../centre.ts'
import { listsOf } from '../inventory-list.ts'

export interface JoinedMember {
  readonly member: ExampleMember
  readonly organisationId: number
  /** By the key of the person. */
  readonly personIds: ReadonlyMap<string, number>
}

export async function joinMember(context: Context, member: ExampleMember, at: Date): Promise<JoinedMember> {
  const organisationId = await context.database.asEngine(async (scope) => {
    const id = await registerOrganisation(
      scope,
      { ...member.organisation, kind: 'provider', isExample: true },
      at,
    )
    for (const site of member.sites) await insertSite(scope, id, site)
    return id
  })
  const personIds = await joinPeople(context, organisationId, member.people, at)
  await context.database.asEngineFor(organisationId, async (scope) => {
    for (const { duty, person: key, phone, outOfHoursPhone } of member.contacts) {
      const person = member.people.find((one) => one.key === key)
      if (!person) throw new Error(`${member.key} names ${key} as a contact, who is not among its people`)
      const { name, email, language } = person
      const personId = personIds.get(key) ?? null
      await putContact(scope, organisationId, {
        duty,
        name,
        email,
        language,
        phone,
        outOfHoursPhone,
        personId,
      })
    }
  })
  return { member, organisationId, personIds }
}

export async function joinPeople(
  context: Context,
  organisationId: number,
  people: readonly ExamplePerson[],
  at: Date,
): Promise<ReadonlyMap<string, number>> {
  return context.database.asIdentity(async (scope) => {
    const ids = new Map<string, number>()
    for (const { key, email, name, language, role } of people) {
      const personId = await ensurePerson(scope, { email, name, language }, at)
      await addMembership(scope, { organisationId, personId, role }, at)
      ids.set(key, personId)
    }
    return ids
  })
}

/** The first list is the whole inventory; each further one adds to it. */
export async function importLists(context: Context, joined: JoinedMember, at: Date): Promise<void> {
  const { member, organisationId, personIds } = joined
  const actor = `person:${personIds.get(member.importedBy) ?? 0}`
  for (const [index, file] of listsOf(member).entries())
    await importInventory(
      context,
      organisationId,
      { ...file, covers: index === 0 ? 'whole' : 'part' },
      actor,
      at,
    )
}
