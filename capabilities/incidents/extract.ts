// What an incident may tell others: no victim, no hour, no free text that names anybody without a person having looked.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { IncidentExtract, SharedIndicator } from '@salus/standards/stix'
import { type Incident, type Tlp, tlps } from './incident.ts'
import { findHits } from './telling.ts'

export interface Telling {
  readonly where: 'description' | 'indicator'
  readonly found: string
}

/** What in the text or the indicators would tell who the victim is; `own` are its names, sites, people, mail domains, numbers. */
export function findTelling(
  text: string,
  indicators: readonly SharedIndicator[],
  own: readonly string[],
): readonly Telling[] {
  const passages = [
    { where: 'description' as const, text },
    ...indicators.map((indicator) => ({ where: 'indicator' as const, text: textOf(indicator) })),
  ]
  return findHits(passages, own).map(({ where, found }) => ({ where, found }))
}

export function textOf({ value, note }: Pick<SharedIndicator, 'value' | 'note'>): string {
  return note ? `${value} ${note}` : value
}

/** `tlps` run from the narrowest to the widest. */
export function isWider(chosen: Tlp, than: Tlp): boolean {
  return tlps.indexOf(chosen) > tlps.indexOf(than)
}

/** Among fewer members of its kind in a country, the country alone tells who it is. */
export const smallestGroup = 5

export interface Sharing {
  readonly producer: string
  readonly title: string
  readonly description: string
  readonly tlp: Tlp
  readonly country: string | null
  readonly indicators: readonly SharedIndicator[]
  /** Of this installation, so that nobody outside can guess which case a seed belongs to. */
  readonly secret: Buffer
}

/** In every language the same, since the file leaves the reader's language behind. */
export const exerciseMark = 'EXERCISE'

/** `day` is the day on which the hospital knew, in its own zone. An exercise says so wherever anybody may look. */
export function extractOf(
  incident: Pick<Incident, 'organisationId' | 'id'> & Partial<Pick<Incident, 'realm'>>,
  sharing: Sharing,
  day: string,
  madeAt: Date,
): IncidentExtract {
  const { secret, ...rest } = sharing
  const seed = createHash('sha256')
    .update(secret)
    .update(`extract ${incident.organisationId} ${incident.id}`)
    .digest('hex')
  const extract = { ...rest, seed, day, madeAt }
  if (incident.realm !== 'exercise') return extract
  return {
    ...extract,
    isExercise: true,
    title: `${exerciseMark}: ${rest.title}`,
    description: `${exerciseMark}. ${rest.description}`,
  }
}
