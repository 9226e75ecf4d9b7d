// What filings say about the hospital itself; taken from its profile and never typed at night.
// SPDX-License-Identifier: EUPL-1.2

export const organisationKeys = [
  'name',
  'registrationNumber',
  'entityClass',
  'country',
  'contactName',
  /** Answered day and night. */
  'contactPhone',
  'contactEmail',
] as const
export type OrganisationKey = (typeof organisationKeys)[number]

export type OrganisationValues = Readonly<Partial<Record<OrganisationKey, string>>>
