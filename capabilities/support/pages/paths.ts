// Addresses of the pages of support.
// SPDX-License-Identifier: EUPL-1.2

export const memberBase = '/o/:organisationId/support'
export const centreBase = '/centre/support'
export const homeHref = (organisationId: number) => `/o/${organisationId}/support`
export const callHref = (organisationId: number, callId: number) =>
  `${homeHref(organisationId)}/calls/${callId}`
export const centreCallHref = (memberId: number, callId: number) =>
  `${centreBase}/${memberId}/calls/${callId}`
export const preparedHref = (organisationId: number) => `${homeHref(organisationId)}/dossier`
export const dossierHref = (organisationId: number, dossierId: number) =>
  `${homeHref(organisationId)}/dossiers/${dossierId}`
export const centreDossierHref = (memberId: number, dossierId: number) =>
  `${centreBase}/${memberId}/dossiers/${dossierId}`
export const aidHref = (organisationId: number) => `${homeHref(organisationId)}/aid`
export const policeHref = (organisationId: number, incidentId: number) =>
  `${homeHref(organisationId)}/police/${incidentId}`
