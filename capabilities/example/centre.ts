// The example centre: what its members, people and lists look like, and how its times are told.
// SPDX-License-Identifier: EUPL-1.2
import type { FactValue } from '../facts/index.ts'
import type { NewOrganisation } from '../organisations/index.ts'

export type ExampleLanguage = 'en' | 'de' | 'fr' | 'it'

export interface ExamplePerson {
  /** By which contacts, lists and answers name them. */
  readonly key: string
  readonly name: string
  readonly email: string
  readonly language: ExampleLanguage
  readonly role: 'lead' | 'responder' | 'reader' | 'duty-officer' | 'administrator'
}

export interface ExampleContact {
  readonly duty: 'primary' | 'deputy' | 'management'
  readonly person: string
  readonly phone: string
  readonly outOfHoursPhone: string | null
}

/** So many of one product; versions, exposure and role are the product's own unless said otherwise. */
export interface Stock {
  readonly product: string
  readonly count: number
  readonly versions?: readonly string[]
  readonly exposure?: 'internet' | 'hospital-network' | 'isolated' | 'offline'
}

export interface ExampleMember {
  readonly key: string
  readonly organisation: Omit<NewOrganisation, 'kind' | 'isExample'>
  readonly sites: readonly { readonly name: string; readonly city: string }[]
  readonly people: readonly ExamplePerson[]
  readonly contacts: readonly ExampleContact[]
  /** In whose language the lists are headed. */
  readonly language: ExampleLanguage
  /** Each is one file, imported one after the other. */
  readonly lists: readonly { readonly fileName: string; readonly stock: readonly Stock[] }[]
  readonly importedBy: string
  /** What it has answered about itself, by the key of the fact; the rest it has not been asked. */
  readonly said: Readonly<Record<string, FactValue>>
}

export const centreName = 'Lakeland Health Security Centre'

/** The fact that makes every page say that this is an example. */
export const exampleFact = 'example'
/** Written when loading has come to its end; without it, loading was cut off. */
export const loadedFact = 'example-loaded'
/** Somebody took the example out: the next start must not bring it back. */
export const removedFact = 'example-removed'

export const dutyOfficer: ExamplePerson = {
  key: 'duty-officer',
  name: 'Maren Solvberg',
  email: 'duty@lakeland.example',
  language: 'en',
  role: 'duty-officer',
}

export const centrePeople: readonly ExamplePerson[] = [
  dutyOfficer,
  {
    key: 'administrator',
    name: 'Teodor Aalvik',
    email: 'administrator@lakeland.example',
    language: 'en',
    role: 'administrator',
  },
]

/** The inventories come first, then the advisories, then the answers; all before now. */
export const foundedHoursAgo = 240

export function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000)
}
