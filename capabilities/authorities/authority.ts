// What is known of an authority: its names, what it receives, by which ways and hours, from which source.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { connectorNames } from './connectors.ts'

export const authorityRoles = [
  'csirt',
  'joint-reporting-point',
  'competent-authority',
  'data-protection',
  'cer-authority',
  'health-authority',
  'device-authority',
  'police',
  'reporting-platform',
] as const
export type AuthorityRole = (typeof authorityRoles)[number]

/** `page`: tells how to file there, where the address of the form itself is not known. */
export const channelKinds = ['portal', 'page', 'mail', 'telephone'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** Why an address is missing; none is ever guessed. */
export const unknownReasons = ['not-found', 'not-published', 'sources-differ'] as const

/** The closed list of rules for nights and weekends, so that a country stays one data file and a language one folder. */
export const outOfHoursCodes = [
  'call-then-file',
  'answered-any-time',
  'file-any-time',
  'night-number-exists',
  'not-known',
] as const

/** Why a duty has no authority to file with. */
export const gapReasons = [
  'recipient-not-found',
  'persons-concerned',
  'service-recipients',
  'controller',
  'provider-of-the-system',
  'kept-inside',
  'owed-to-you',
  'owed-by-the-maker',
  'not-in-force',
] as const
export type GapReason = (typeof gapReasons)[number]

const day = z.iso.date()
const clockTime = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/)
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
export const dutyKey = z.string().regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/)
const language = z.string().regex(/^[a-z]{2}$/)

const hours = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({
    kind: z.literal('weekly'),
    /** IANA name; the hours are local there. Public holidays are not known to us. */
    timeZone: z.string(),
    /** ISO weekdays, Monday is 1. */
    days: z.array(z.int().min(1).max(7)).min(1),
    from: clockTime,
    to: clockTime,
  }),
])
export type Hours = z.output<typeof hours>

const channel = z
  .strictObject({
    id,
    kind: z.enum(channelKinds),
    /** https address, mail address, or telephone number as its source writes it; null where none is known. */
    address: z.string().min(3).nullable(),
    unknown: z.enum(unknownReasons).optional(),
    hours,
    /** `file`: the filing itself; `help`: urgent help; `ask`: questions. */
    purpose: z.enum(['file', 'help', 'ask']),
    /** Whether a filing by this way counts as made. */
    filing: z.enum(['accepted', 'not-accepted', 'unknown']),
    /** Of mails; null for other ways. */
    encryption: z.enum(['required', 'offered', 'unknown']).nullable(),
    connector: z.enum(connectorNames).nullable(),
    source: id.nullable(),
  })
  .refine((one) => (one.address === null) === (one.unknown !== undefined), 'say why the address is unknown')
  .refine((one) => one.address === null || one.source !== null, 'an address needs its source')
  .refine((one) => (one.kind === 'mail') === (one.encryption !== null), 'encryption belongs to mail')
  .refine(
    (one) => one.address === null || fitsKind(one.kind, one.address),
    'the address does not fit its kind',
  )
export type Channel = z.output<typeof channel>

function fitsKind(kind: ChannelKind, address: string): boolean {
  if (kind === 'mail') return /^[^\s@]{1,64}@[a-z0-9.-]{3,120}$/.test(address)
  if (kind === 'telephone') return /^\+?[0-9][0-9 ()/-]{3,30}$/.test(address)
  return /^https?:\/\/[a-z0-9.-]{3,120}(\/\S{0,300})?$/.test(address)
}

const receipt = z.strictObject({
  duties: z.array(dutyKey).min(1),
  /** `must`: the law names this recipient; `may`: voluntary; `forwarded`: gets it from another recipient. */
  basis: z.enum(['must', 'may', 'forwarded']),
  from: day.nullable(),
  to: day.nullable(),
  caution: z.enum(['entry-into-force-not-found']).nullable(),
  /** Null: background knowledge that no source was read for. */
  source: id.nullable(),
})

const authority = z.strictObject({
  key: id,
  name: z.string().min(2),
  language,
  /** By language; where one is missing the official name stands. */
  translations: z.partialRecord(z.string().length(2), z.string().min(2)),
  roles: z.array(z.enum(authorityRoles)).min(1),
  /** ISO 3166-2 codes and bearers it is limited to; empty: the whole country. */
  regions: z.array(z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)),
  bearers: z.array(z.enum(['public', 'private', 'church'])),
  receives: z.array(receipt),
  channels: z.array(channel),
  outOfHours: z.strictObject({
    code: z.enum(outOfHoursCodes),
    /** The channel meant by the rule. */
    channel: id.nullable(),
    source: id.nullable(),
  }),
  /** Who confirmed the entry with the authority itself, and when; null is shown as unverified. */
  verifiedBy: z.strictObject({ name: z.string().min(2), on: day }).nullable(),
})
export type Authority = z.output<typeof authority>

const source = z.strictObject({
  title: z.string().min(3),
  address: z.url(),
  /** `official`: the authority's own page; `secondary`: somebody else's, to be trusted less. */
  evidence: z.enum(['official', 'secondary']),
  /** The date that the source gives for itself. */
  dated: day.nullable(),
  checkedOn: day,
})
export type Source = z.output<typeof source>

/** One file of `countries/`. */
export const countryFile = z.strictObject({
  /** ISO 3166-1 alpha-2, or EU for what holds in every member state. */
  country: z.string().regex(/^[A-Z]{2}$/),
  sources: z.record(id, source),
  authorities: z.array(authority),
  gaps: z.array(
    z.strictObject({ duties: z.array(dutyKey).min(1), because: z.enum(gapReasons), source: id.nullable() }),
  ),
  /** Others to tell about the same matter, who are no authorities. */
  alsoTell: z.array(z.strictObject({ duty: dutyKey, whom: z.enum(['manufacturer']) })),
})
export type CountryFile = z.output<typeof countryFile>
