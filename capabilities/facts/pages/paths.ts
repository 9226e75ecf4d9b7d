// Addresses of the pages of facts.
// SPDX-License-Identifier: EUPL-1.2

export const factsHref = (organisationId: number) => `/o/${organisationId}/facts`
export const factHref = (organisationId: number, key: string) => `/o/${organisationId}/facts/${key}`
export const formHref = (organisationId: number, form: string) => `/o/${organisationId}/forms/${form}`
