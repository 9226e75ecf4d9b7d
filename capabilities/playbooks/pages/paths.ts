// Addresses of the library's pages.
// SPDX-License-Identifier: EUPL-1.2

export const listPath = '/playbooks'
export const importPath = '/centre/playbooks/import'

export function playbookHref(key: string): string {
  return `${listPath}/${encodeURIComponent(key)}`
}

export function cacaoHref(key: string, language: string): string {
  return `${playbookHref(key)}/cacao?language=${encodeURIComponent(language)}`
}
