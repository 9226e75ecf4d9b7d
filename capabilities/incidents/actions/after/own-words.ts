// Gathers what would tell who a hospital is: its names and sites, its people, their mail addresses and telephone numbers.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../../platform/database/database.ts'
import { colleaguesIn, readPersonNames } from '../../../accounts/index.ts'
import { contactsOf, findOrganisation, sitesOf } from '../../../organisations/index.ts'
import type { Incident } from '../../incident.ts'
import { selectGuests } from '../../store/doors.ts'
import { selectCustody, selectFiles } from '../../store/evidence.ts'
import { selectDecisions, selectFacts, selectNotes, selectServices, selectTasks } from '../../store/room.ts'

type Words = readonly (string | null | undefined)[]

export async function ownWordsOf(scope: MemberScope, incident: Incident): Promise<readonly string[]> {
  const { organisationId } = incident
  const words = [
    (await findOrganisation(scope, organisationId))?.name,
    incident.word,
    incident.site,
    incident.reporterPhone,
    ...(await placesOf(scope, organisationId)),
    ...(await reachableOf(scope, organisationId)),
    ...(await peopleIn(scope, incident)).map(withoutBrackets),
  ]
  return [...new Set(words.flatMap((word) => (word?.trim() ? [word.trim()] : [])))]
}

async function placesOf(scope: MemberScope, organisationId: number): Promise<Words> {
  const sites = await sitesOf(scope, [organisationId])
  return sites.flatMap(({ name, city }) => [name, city])
}

async function reachableOf(scope: MemberScope, organisationId: number): Promise<Words> {
  const contacts = await contactsOf(scope, [organisationId])
  const colleagues = await colleaguesIn(scope, [organisationId])
  const mails = [...contacts, ...colleagues].map(({ email }) => email)
  return [
    ...contacts.flatMap(({ name, phone, outOfHoursPhone }) => [name, phone, outOfHoursPhone]),
    ...colleagues.map(({ name }) => name),
    ...mails,
    ...mails.map((mail) => mail.slice(mail.lastIndexOf('@') + 1)),
  ]
}

/** Everybody who wrote, owned, owed or was told something in the room. */
async function peopleIn(scope: MemberScope, incident: Incident): Promise<Words> {
  const on = { organisationId: incident.organisationId, incidentId: incident.id }
  const files = await selectFiles(scope, on)
  const fileIds = files.map(({ id }) => id)
  const custody = await selectCustody(scope, on.organisationId, fileIds)
  const tasks = await selectTasks(scope, on)
  const guests = await selectGuests(scope, on.organisationId, on.incidentId)
  const written = [
    ...(await selectNotes(scope, on)),
    ...(await selectDecisions(scope, on)),
    ...(await selectServices(scope, on)),
    ...tasks,
    ...files,
    ...custody,
  ]
  const numbers = written.flatMap(({ recordedBy }) =>
    recordedBy.startsWith('person:') ? [Number(recordedBy.slice('person:'.length))] : [],
  )
  return [
    incident.openedByName,
    incident.answeredByName,
    incident.closedByName,
    incident.reporterName,
    ...written.map(({ recordedByName }) => recordedByName),
    ...(await readPersonNames(scope, [...new Set(numbers)])).flatMap(({ name, email }) => [name, email]),
    ...(await selectFacts(scope, on)).map(({ recordedBy }) => recordedBy),
    ...tasks.flatMap(({ owner, toWhom, endedByName }) => [owner, toWhom, endedByName]),
    ...custody.map(({ toWhom }) => toWhom),
    ...guests.flatMap(({ name, ofWhom }) => [name, ofWhom]),
  ]
}

/** An officer stands there with the name of the centre, which is the producer and no secret. */
function withoutBrackets(name: string | null | undefined): string | null {
  return name ? name.replace(/\s*\([^()]*\)\s*$/, '') : null
}
