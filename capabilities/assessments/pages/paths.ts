// Addresses of the pages of the yearly check.
// SPDX-License-Identifier: EUPL-1.2

export const memberBase = '/o/:organisationId/check'
export const centreBase = '/centre/check'
export const centreFrameworks = '/centre/frameworks'
export const checkHref = (organisationId: number) => `/o/${organisationId}/check`
export const questionHref = (organisationId: number, fact: string) =>
  `${checkHref(organisationId)}/questions/${fact}`
export const askHref = (organisationId: number, fact: string) => `${questionHref(organisationId, fact)}/ask`
export const resultHref = (organisationId: number) => `${checkHref(organisationId)}/result`
export const planHref = (organisationId: number) => `${checkHref(organisationId)}/plan`
export const peersHref = (organisationId: number) => `${checkHref(organisationId)}/peers`
export const frameworksHref = (organisationId: number) => `${checkHref(organisationId)}/frameworks`
export const frameworkHref = (organisationId: number, key: string) =>
  `${frameworksHref(organisationId)}/${encodeURIComponent(key)}`
export const managementHref = (organisationId: number) => `${checkHref(organisationId)}/management`
export const pastHref = (organisationId: number, checkId: number) =>
  `${checkHref(organisationId)}/past/${checkId}`
export const campaignHref = (id: number) => `${centreBase}/campaigns/${id}`
/** Pages of other capabilities that this one leads to. */
export const decideHref = (organisationId: number, item: string) => `/o/${organisationId}/month/${item}`
export const factHref = (organisationId: number, fact: string) =>
  `/o/${organisationId}/facts/${fact}?back=${encodeURIComponent(planHref(organisationId))}`
