// What crosses HTTP about organisations: form fields as typed, and the JSON replies.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { entityClasses } from './entity-class.ts'
import { contactDuties, organisationKinds, providerKinds } from './organisation.ts'

const typedMaxLength = 300
const maxLanguages = 5

/** What a person can correct is checked by the page, not refused here. */
export const typedText = z.string().max(typedMaxLength).default('')
/** A form sends one ticked box as text and several as a list. */
export const typedList = z
  .union([z.string().max(20), z.array(z.string().max(20)).max(20)])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))
export const dutyParam = z.enum(contactDuties)

export const organisationReply = z.object({
  id: z.number(),
  kind: z.enum(organisationKinds),
  name: z.string(),
  country: z.string(),
  languages: z.array(z.string()).max(maxLanguages),
  timeZone: z.string(),
  providerKind: z.enum(providerKinds).nullable(),
  employees: z.number().nullable(),
  turnoverEuro: z.number().nullable(),
  balanceSheetEuro: z.number().nullable(),
  entityClass: z.object({
    answer: z.enum([...entityClasses, 'unknown']),
    decidedBy: z.enum(['designation', 'rule']),
    designation: z.object({ entityClass: z.enum(entityClasses), source: z.string() }).nullable(),
    computed: z.object({
      answer: z.enum([...entityClasses, 'unknown']),
      possible: z.array(z.enum(entityClasses)),
      decided: z.array(z.object({ fact: z.string(), value: z.union([z.string(), z.number()]) })),
      lacking: z.array(z.string()),
      rule: z
        .object({
          id: z.string(),
          source: z.string(),
          articles: z.array(z.string()),
          validFrom: z.string(),
          verifiedBy: z.string().nullable(),
        })
        .nullable(),
    }),
  }),
  sites: z.array(z.object({ id: z.number(), name: z.string(), city: z.string().nullable() })),
  contacts: z.array(
    z.object({
      duty: z.enum(contactDuties),
      name: z.string(),
      email: z.string(),
      phone: z.string().nullable(),
      outOfHoursPhone: z.string().nullable(),
      language: z.string(),
    }),
  ),
})

export const memberListReply = z.object({
  members: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      country: z.string(),
      providerKind: z.enum(providerKinds).nullable(),
      entityClass: z.enum([...entityClasses, 'unknown']),
    }),
  ),
})
