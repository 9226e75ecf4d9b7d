// Addresses of the pages of guidance.
// SPDX-License-Identifier: EUPL-1.2

export const measuresBase = '/o/:organisationId/measures'
export const purchasesBase = '/o/:organisationId/purchases'
export const sheetBase = `${purchasesBase}/:purchaseId/sheets/:sheetId`
export const supplierBase = '/supplier/:token'

export const measuresHref = (organisationId: number) => `/o/${organisationId}/measures`
export const measureHref = (organisationId: number, key: string) => `${measuresHref(organisationId)}/${key}`
export const purchasesHref = (organisationId: number) => `/o/${organisationId}/purchases`
export const purchaseHref = (organisationId: number, purchaseId: number) =>
  `${purchasesHref(organisationId)}/${purchaseId}`
export const sheetHref = (organisationId: number, purchaseId: number, sheetId: number) =>
  `${purchaseHref(organisationId, purchaseId)}/sheets/${sheetId}`
export const supplierHref = (token: string) => `/supplier/${token}`
export const factHref = (organisationId: number, fact: string, back: string) =>
  `/o/${organisationId}/facts/${fact}?back=${encodeURIComponent(back)}`
export const importHref = (organisationId: number, importId: number) =>
  `/o/${organisationId}/assets/imports/${importId}`
