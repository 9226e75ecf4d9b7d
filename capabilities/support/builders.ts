// Test data: invented hospitals with people, a centre with officers, and cases as incidents keep them.
// SPDX-License-Identifier: EUPL-1.2

import type { Context } from '../../platform/context.ts'
import type { Database } from '../../platform/database/database.ts'
import { handleLater } from '../../platform/events/event.ts'
import type { AccountRole } from '../../platform/http/caller.ts'
import { addMembership, ensurePerson } from '../accounts/index.ts'
import { openIncident, type Realm } from '../incidents/index.ts'
import {
  aCentre,
  aContact,
  aMoment,
  aProvider,
  contextFor,
  givenOrganisation,
} from '../organisations/builders.ts'
import { putContact } from '../organisations/index.ts'
import type { Acting } from './actions/acting.ts'
import { remindOfCalls } from './actions/remind.ts'
import { tellCircle } from './actions/tell-circle.ts'
import { callAsked, dossierMoved, needPosted } from './events.ts'

export { incidentCases } from '../incidents/index.ts'
export { aMoment } from '../organisations/builders.ts'

/** Events stay in their table until a test handles them. */
export function supportContext(database: Database): Context {
  const keep = async (): Promise<void> => undefined
  return contextFor(database, [
    handleLater(callAsked, 'test.calls', 10, keep),
    handleLater(needPosted, 'test.needs', 10, keep),
    handleLater(dossierMoved, 'test.dossiers', 10, keep),
  ])
}

export interface GivenMember {
  readonly id: number
  readonly name: string
  readonly lead: Acting
  readonly leadEmail: string
}

let made = 0

export async function givenMember(
  database: Database,
  { name, country = 'AT' }: { readonly name: string; readonly country?: string },
): Promise<GivenMember> {
  const id = await givenOrganisation(database, aProvider({ name, country }))
  await database.asCentre((scope) => putContact(scope, id, aContact({ outOfHoursPhone: '+43 555 0199' })))
  const person = await givenColleague(database, id, 'lead')
  return {
    id,
    name,
    leadEmail: person.email,
    lead: {
      organisationId: id,
      via: 'member',
      actor: `person:${person.id}`,
      personId: person.id,
      name: person.name,
    },
  }
}

export async function givenColleague(database: Database, organisationId: number, role: AccountRole) {
  made += 1
  const email = `helper${made}@lakeland.example`
  const name = `Helper ${made}`
  const id = await database.asIdentity(async (scope) => {
    const personId = await ensurePerson(scope, { email, name, language: 'en' }, aMoment)
    await addMembership(scope, { organisationId, personId, role }, aMoment)
    return personId
  })
  return { id, email, name }
}

export async function givenSupportCentre(database: Database) {
  const id = await givenOrganisation(database, aCentre())
  const officer = await givenColleague(database, id, 'duty-officer')
  const administrator = await givenColleague(database, id, 'administrator')
  return { id, officer, administrator }
}

/** The same officer in the matter of a member. */
export function officerFor(
  officer: { readonly id: number; readonly name: string },
  memberId: number,
): Acting {
  return {
    organisationId: memberId,
    via: 'centre',
    actor: `person:${officer.id}`,
    personId: officer.id,
    name: `${officer.name} (Lakeland Health Security Centre)`,
  }
}

export async function givenCase(
  context: Context,
  organisationId: number,
  realm: Realm = 'real',
): Promise<number> {
  made += 1
  const { incidentId } = await openIncident(
    context,
    {
      organisationId,
      realm,
      kind: 'ransomware',
      title: 'Laboratory locked',
      tlp: 'amber',
      via: 'member',
      actor: 'person:1',
      name: 'Jana Brandt',
      reporterName: null,
      reporterPhone: null,
      site: null,
      language: 'en',
      formToken: `form-${made}-token`,
      facts: [
        { key: 'description', value: 'Screens show a note.', source: 'night nurse' },
        { key: 'measuresTaken', value: 'The laboratory network is unplugged.', source: 'IT' },
        { key: 'dataSubjectCount', value: 4000, source: 'records' },
        { key: 'dataSubjectCategories', value: 'patients of the dialysis ward', source: 'records' },
        { key: 'ransomWallet', value: 'wallet-77', source: 'note' },
      ],
    },
    aMoment,
  )
  return incidentId
}

export const remind = (context: Context, now: Date) => remindOfCalls(context, now)
export const tell = (context: Context, posted: { organisationId: number; needId: number }, now: Date) =>
  context.database.asEngine((scope) => tellCircle(context, scope, posted, now))

export function minutesLater(minutes: number, from = aMoment): Date {
  return new Date(from.getTime() + minutes * 60_000)
}
