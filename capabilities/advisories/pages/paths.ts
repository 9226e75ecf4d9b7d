// The addresses of this capability's screens.
// SPDX-License-Identifier: EUPL-1.2

export const listPath = '/centre/advisories'
export const uploadPath = `${listPath}/upload`
export const quarantinePath = '/centre/quarantine'
export const feedsPath = '/centre/feeds'
