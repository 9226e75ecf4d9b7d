// What the list of advisories is asked for: words and facts to look for, order, and page.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { listOrders, maxPlaceCharacters, readPlace } from '../listing-order.ts'

export const states = ['published', 'draft', 'withdrawn', 'rejected'] as const
/** CSAF `/document/tracking/status`. */
export const statuses = ['draft', 'interim', 'final'] as const
export const validities = ['valid', 'invalid'] as const
export const formats = ['csaf-2.0', 'csaf-2.1', 'cve-5', 'osv', 'openvex', 'cyclonedx-vex'] as const
export const tlps = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const
export const publisherCategories = [
  'coordinator',
  'discoverer',
  'multiplier',
  'other',
  'translator',
  'user',
  'vendor',
] as const

export const maxSearchCharacters = 200
const words = z.string().max(maxSearchCharacters).default('')
const day = z.iso.date()

const optional = {
  state: z.enum(states),
  status: z.enum(statuses),
  validity: z.enum(validities),
  format: z.enum(formats),
  tlp: z.enum(tlps),
  publisherCategory: z.enum(publisherCategories),
  unread: z.enum(['yes', 'no']),
  deleted: z.literal('yes'),
  minScore: z.coerce.number().min(0).max(10),
  releasedFrom: day,
  releasedUntil: day,
  firstReleasedFrom: day,
  firstReleasedUntil: day,
  order: z.enum(listOrders),
  direction: z.enum(['up', 'down']),
} as const

const texts = {
  /** In title, publisher, tracking id, vulnerabilities, and product tree. */
  q: words,
  title: words,
  /** Name, namespace and category. */
  publisher: words,
  trackingId: words,
  /** A whole CVE id, or a part of one. */
  cve: words,
  product: words,
  category: words,
  version: words,
  history: words,
  severity: words,
}

const after = z
  .string()
  .max(maxPlaceCharacters)
  .transform((text, context) => {
    const place = readPlace(text)
    if (place === null) context.addIssue({ code: 'custom', message: 'is no place in this list' })
    return place
  })

/** For machines. */
export const listQuery = z.object({
  ...texts,
  ...z.object(optional).partial().shape,
  after: after.optional(),
})
export type ListQuery = z.output<typeof listQuery>

/** A form sends what was left open as the empty text; a day that is none comes back to the person who typed it. */
const openAsEmpty = (value: unknown) => (value === '' ? undefined : value)
const typed = z.preprocess(openAsEmpty, z.string().max(40).optional())

export const listForm = listQuery.extend({
  state: z.preprocess(openAsEmpty, optional.state.optional()),
  status: z.preprocess(openAsEmpty, optional.status.optional()),
  validity: z.preprocess(openAsEmpty, optional.validity.optional()),
  format: z.preprocess(openAsEmpty, optional.format.optional()),
  tlp: z.preprocess(openAsEmpty, optional.tlp.optional()),
  publisherCategory: z.preprocess(openAsEmpty, optional.publisherCategory.optional()),
  unread: z.preprocess(openAsEmpty, optional.unread.optional()),
  deleted: z.preprocess(openAsEmpty, optional.deleted.optional()),
  minScore: z.preprocess(openAsEmpty, optional.minScore.optional()),
  order: z.preprocess(openAsEmpty, optional.order.optional()),
  direction: z.preprocess(openAsEmpty, optional.direction.optional()),
  releasedFrom: typed,
  releasedUntil: typed,
  firstReleasedFrom: typed,
  firstReleasedUntil: typed,
})
export type ListForm = z.output<typeof listForm>

export const dayFields = ['releasedFrom', 'releasedUntil', 'firstReleasedFrom', 'firstReleasedUntil'] as const

/** The fields whose text is no day of the calendar. */
export function wrongDays(form: ListForm): readonly (typeof dayFields)[number][] {
  return dayFields.filter((name) => form[name] !== undefined && !day.safeParse(form[name]).success)
}
