// The certificate of a passed course as an Open Badge: what it says of the course, and of nobody but its holder's own name.
// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto'
import { type Alignment, badgeCredential, type OpenBadgeCredential } from '@salus/standards/open-badges'
import { textIn } from '../facts/index.ts'
import type { Course } from './course.ts'

export const maxHolderName = 60
/** Slips of the pen; more would be certificates for others. */
export const maxCertificates = 5

export interface Holder {
  readonly organisationId: number
  readonly learnerId: number
  readonly passedAt: Date
  readonly name: string
}

export interface CertificateWords {
  readonly locale: string
  readonly description: string
  readonly criteria: string
}

export interface Issuing {
  readonly origin: string
  readonly centreName: string
  readonly secret: Buffer
}

/** The same try gives the same certificate, so that a second print is no second one. */
export function certificateOf(
  course: Course,
  holder: Holder,
  words: CertificateWords,
  { origin, centreName, secret }: Issuing,
): OpenBadgeCredential {
  const seed = `${holder.organisationId}/${holder.learnerId}`
  return badgeCredential({
    id: `urn:uuid:${keyedUuid(secret, `certificate ${seed} ${holder.name}`)}`,
    subjectId: `urn:uuid:${keyedUuid(secret, `holder ${seed}`)}`,
    holderName: holder.name,
    issuer: { id: origin, name: centreName },
    validFrom: holder.passedAt,
    validUntil: validUntil(holder.passedAt, course.body.validMonths),
    achievement: {
      id: courseAddress(origin, course.key),
      achievementType: 'CertificateOfCompletion',
      name: textIn(course.title, words.locale),
      description: words.description,
      criteria: { narrative: words.criteria },
      inLanguage: words.locale,
      version: course.version,
      ...alignmentOf(course),
    },
  })
}

/** A public page about the course: what it teaches and when it is passed. */
export function courseAddress(origin: string, courseKey: string): string {
  return `${origin}/learn/about/${courseKey}`
}

/** The same day after that many months, or the last of its month. */
export function validUntil(from: Date, months: number): Date {
  const end = new Date(from)
  end.setUTCMonth(from.getUTCMonth() + months)
  if (end.getUTCDate() !== from.getUTCDate()) end.setUTCDate(0)
  return end
}

const nis2 = 'http://data.europa.eu/eli/dir/2022/2555/oj'
/** Of other frameworks there is no address of a single clause that stays. */
const frameworks: Readonly<Record<string, { readonly name: string; readonly url: string }>> = {
  'nis2-art-21': { name: 'NIS2 Art. 21', url: nis2 },
}

/** One line only: the whole text has to fit into a picture on paper. */
function alignmentOf({ references }: Course): { readonly alignment?: readonly Alignment[] } {
  const [found] = references.filter(({ framework }) => framework in frameworks)
  const known = found ? frameworks[found.framework] : undefined
  if (!found || !known) return {}
  const targetCode = found.ids.join(', ').slice(0, 40)
  return { alignment: [{ type: ['Alignment'], targetName: known.name, targetUrl: known.url, targetCode }] }
}

/** Version 8 of RFC 9562: a UUID whose bits are our own, here of a keyed hash that nobody else can work out. */
export function keyedUuid(secret: Buffer, text: string): string {
  const bytes = createHmac('sha256', secret).update(`training ${text}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
