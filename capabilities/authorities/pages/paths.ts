// The addresses of the screens about authorities.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'

export const memberPath = '/o/:organisationId/authorities'
export const centrePath = '/centre/authorities'

export function memberHref(organisationId: number): string {
  return memberPath.replace(':organisationId', String(organisationId))
}

/** What is no country code counts as not asked. */
export const countryQuery = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
})

export function countryHref(base: string, country: string): string {
  return `${base}?country=${country}`
}
