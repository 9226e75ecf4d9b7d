// Addresses of the pages of the catalogue, and where a fact is given.
// SPDX-License-Identifier: EUPL-1.2
import type { FactKey } from '../../facts/index.ts'

export const monthPath = '/o/:organisationId/month'
export const offersPath = '/o/:organisationId/offers'
export const requestsPath = '/o/:organisationId/requests'
export const centreRequests = '/centre/requests'
export const centreDemand = '/centre/demand'
export const centreItems = '/centre/catalogue'

export const monthHref = (organisationId: number) => `/o/${organisationId}/month`
export const decideHref = (organisationId: number, key: string) => `${monthHref(organisationId)}/${key}`
export const offersHref = (organisationId: number) => `/o/${organisationId}/offers`
export const offerHref = (organisationId: number, key: string) => `${offersHref(organisationId)}/${key}`
export const requestHref = (organisationId: number, id: number) => `/o/${organisationId}/requests/${id}`
export const centreRequestHref = (memberId: number, id: number) => `${centreRequests}/${memberId}/${id}`
export const ownItemHref = (key: string) => `${centreItems}/${key}`
export const factsHref = (organisationId: number) => `/o/${organisationId}/facts`
export const firstQuestionsHref = (organisationId: number) => `/o/${organisationId}/forms/first-questions`

/** A page of the platform that is an offer itself: of the member, or of everybody. */
export function pageHref(organisationId: number, page: string): string {
  return page.startsWith('/') ? page : `/o/${organisationId}/${page}`
}

const pagesOfSources: Readonly<Record<string, string>> = {
  profile: 'organisation',
  inventory: 'assets',
  readiness: 'readiness',
  training: 'training',
  alerts: 'alerts',
  incidents: 'incidents',
  rule: 'organisation',
}

/** Where somebody can say it: its question, or the page from which the platform reads it. */
export function giveHref(organisationId: number, key: FactKey, back: string): string {
  if (key.readFrom === null) return `/o/${organisationId}/facts/${key.key}?back=${encodeURIComponent(back)}`
  return `/o/${organisationId}/${pagesOfSources[key.readFrom] ?? 'facts'}`
}
