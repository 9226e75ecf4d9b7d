// Data of the journeys, made by the capabilities' own actions: an invented centre, hospitals, people, advisories.
// SPDX-License-Identifier: EUPL-1.2
import { addMembership, ensurePerson } from '../capabilities/accounts/index.ts'
import { type CsafSketch, csafDocument } from '../capabilities/advisories/builders.ts'
import { recordDocuments } from '../capabilities/advisories/index.ts'
import { csv } from '../capabilities/assets/builders.ts'
import { importInventory } from '../capabilities/assets/index.ts'
import { aCentre, aContact, aProvider } from '../capabilities/organisations/builders.ts'
import { putContact, registerOrganisation } from '../capabilities/organisations/index.ts'
import type { AccountRole } from '../platform/http/caller.ts'
import type { Centre } from './harness.ts'

export async function givenHospital(centre: Centre, name: string, country = 'AT'): Promise<number> {
  const now = centre.now()
  return centre.context.database.asCentre(async (scope) => {
    const id = await registerOrganisation(scope, aProvider({ name, country }), now)
    await putContact(scope, id, aContact())
    return id
  })
}

export async function givenCentre(centre: Centre): Promise<number> {
  const facts = aCentre({ timeZone: 'Europe/Vienna' })
  return centre.context.database.asCentre((scope) => registerOrganisation(scope, facts, centre.now()))
}

export interface Person {
  readonly email: string
  readonly name: string
  readonly language?: string
  readonly password?: string
}

export async function givenPerson(
  centre: Centre,
  person: Person,
  membership: { readonly organisationId: number; readonly role: AccountRole },
): Promise<string> {
  const now = centre.now()
  await centre.context.database.asIdentity(async (scope) => {
    const personId = await ensurePerson(scope, { language: 'en', ...person }, now)
    await addMembership(scope, { ...membership, personId }, now)
  })
  return person.email
}

/** The document as a publisher would hand it out. */
export function advisoryFile(sketch: CsafSketch = {}): string {
  return JSON.stringify(csafDocument(sketch))
}

export function givenAdvisory(centre: Centre, sketch: CsafSketch = {}): Promise<void> {
  return record(centre, sketch, 'new')
}

/** A later revision of a document that was recorded before. */
export function givenRevision(centre: Centre, sketch: CsafSketch): Promise<void> {
  return record(centre, sketch, 'revised')
}

async function record(centre: Centre, sketch: CsafSketch, expected: 'new' | 'revised'): Promise<void> {
  const documents = [{ name: 'advisory.json', bytes: Buffer.from(advisoryFile(sketch)), source: 'test' }]
  const options = { now: centre.now(), actor: 'operator' }
  for await (const { outcome, faults } of recordDocuments(centre.context, documents, options))
    if (outcome !== expected)
      throw new Error(`the advisory came out as ${outcome}: ${JSON.stringify(faults)}`)
  await centre.settle()
}

export const heading = 'Inventory number;Name;Manufacturer;Model;Software version;Site;Cost centre'

/** A gateway that the advisory names, unless its version is 2.4.0 or later. */
export function gateway(number: number, version: string): string {
  return `${number};Infusion gateway ${number};Northwind Medical;PumpGate;${version};Main site;4711`
}

export async function givenAssets(
  centre: Centre,
  organisationId: number,
  lines: readonly string[],
): Promise<void> {
  await importInventory(centre.context, organisationId, csv(lines, heading), 'operator', centre.now())
  await centre.settle()
}
