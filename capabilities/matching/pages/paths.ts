// The addresses of this capability's screens.
// SPDX-License-Identifier: EUPL-1.2

export const queuePath = '/centre/review'
export const decisionsPath = `${queuePath}/decisions`
export const pairHref = (pairId: number) => `${queuePath}/${pairId}`
export const advisoryHref = (advisoryId: number) => `/centre/advisories/${advisoryId}`
export const vexHref = (organisationId: number) => `/o/${organisationId}/vex`
export const takeBackHref = (organisationId: number, documentId: number) =>
  `${vexHref(organisationId)}/${documentId}/take-back`
