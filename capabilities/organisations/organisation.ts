// An organisation: provider, centre or supplier, with its sites and the people to call.
// SPDX-License-Identifier: EUPL-1.2
import type { EntityClass } from './entity-class.ts'

export const organisationKinds = ['provider', 'centre', 'supplier'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export const providerKinds = [
  'university-hospital',
  'hospital',
  'clinic',
  'practice',
  'hospital-group',
  'other',
] as const
export type ProviderKind = (typeof providerKinds)[number]

export const contactDuties = ['primary', 'deputy', 'management'] as const
export type ContactDuty = (typeof contactDuties)[number]

export interface Organisation {
  readonly id: number
  readonly kind: OrganisationKind
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** BCP 47; the first is the one to write in. */
  readonly languages: readonly string[]
  /** IANA name, such as Europe/Vienna. */
  readonly timeZone: string
  /** Set for providers only. */
  readonly providerKind: ProviderKind | null
  readonly employees: number | null
  readonly turnoverEuro: number | null
  readonly balanceSheetEuro: number | null
  readonly designation: Designation | null
  readonly isExample: boolean
  readonly createdAt: Date
}

/** What an authority decided about the entity class, and where it is written. */
export interface Designation {
  readonly entityClass: EntityClass
  readonly source: string
}

export type NewOrganisation = Omit<Organisation, 'id' | 'createdAt'>

/** The facts that a member keeps up to date by itself. */
export type OwnFacts = Pick<
  Organisation,
  'languages' | 'timeZone' | 'employees' | 'turnoverEuro' | 'balanceSheetEuro'
>

export interface Site {
  readonly id: number
  readonly organisationId: number
  readonly name: string
  readonly city: string | null
}

export interface Contact {
  readonly id: number
  readonly organisationId: number
  readonly duty: ContactDuty
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly outOfHoursPhone: string | null
  readonly language: string
  /** The account of this contact, where one is known. */
  readonly personId: number | null
}

export type NewContact = Omit<Contact, 'id' | 'organisationId'>

/** Whom the centre cannot reach yet; a missing deputy is why an alert stays with one person on holiday. */
export function missingDuties(contacts: readonly Pick<Contact, 'duty'>[]): readonly ContactDuty[] {
  return contactDuties.filter((duty) => !contacts.some((contact) => contact.duty === duty))
}
