// Makes a STIX 2.1 bundle of an incident's extract: report, indicators, the kind of victim, the marking.
// SPDX-License-Identifier: EUPL-1.2
import { uuidOf } from './identifier.ts'
import { stixPattern } from './pattern.ts'

/** FIRST TLP 2.0. */
export const tlpLevels = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const
export type TlpLevel = (typeof tlpLevels)[number]

export interface SharedIndicator {
  /** `domain`, `ipv4`, `ipv6`, `url`, `md5`, `sha1`, `sha256`, `email`, `file-name`; others have no pattern. */
  readonly type: string
  readonly value: string
  readonly note: string | null
}

export interface IncidentExtract {
  /** Says nothing of the victim; the same seed gives the same identifiers. */
  readonly seed: string
  /** Who shares it: the centre, never the hospital. */
  readonly producer: string
  readonly title: string
  readonly description: string
  readonly tlp: TlpLevel
  /** ISO 3166-1 alpha-2; null where even that would tell who it is. */
  readonly country: string | null
  /** The day on which it was noticed, `2026-03-29`: an hour would be a mark by which to recognise it. */
  readonly day: string
  readonly madeAt: Date
  readonly indicators: readonly SharedIndicator[]
  /** Nothing of it happened: every object says so, and no indicator is called malicious. */
  readonly isExercise?: boolean
}

/** OASIS extension definition for TLP 2.0, and its five markings. */
const tlpExtension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d'
export const tlpMarkings: Readonly<Record<TlpLevel, string>> = {
  clear: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  green: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  amber: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'amber+strict': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  red: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
}
const tlpCreated = '2022-10-01T00:00:00.000Z'

/** Indicators without a pattern are left out; `leftOut` names them, so that nothing is dropped in silence. */
export function stixBundle(extract: IncidentExtract): {
  readonly bundle: Record<string, unknown>
  readonly leftOut: readonly SharedIndicator[]
} {
  const at = extract.madeAt.toISOString()
  const id = (type: string, name: string) => `${type}--${uuidOf(`${type} ${extract.seed} ${name}`)}`
  const marking = tlpMarkings[extract.tlp]
  const producer = `identity--${uuidOf(`identity producer ${extract.producer}`)}`
  const common = { spec_version: '2.1', created: at, modified: at, object_marking_refs: [marking] }
  const labels = extract.isExercise ? { labels: ['exercise'] } : {}
  const own = { ...common, created_by_ref: producer, ...labels }
  const patterns = extract.indicators.map((indicator) => ({
    indicator,
    pattern: stixPattern(indicator.type, indicator.value),
  }))
  const victim = {
    type: 'identity',
    id: id('identity', 'victim'),
    ...own,
    name: 'A healthcare provider',
    identity_class: 'class',
    sectors: ['healthcare'],
  }
  const place = extract.country
    ? [
        {
          type: 'location',
          id: id('location', extract.country),
          ...own,
          country: extract.country,
        },
      ]
    : []
  const indicators = patterns.flatMap(({ indicator, pattern }) =>
    pattern === null
      ? []
      : [
          {
            type: 'indicator',
            id: id('indicator', pattern),
            ...own,
            name: indicator.value.slice(0, 200),
            ...(indicator.note ? { description: indicator.note } : {}),
            indicator_types: [extract.isExercise ? 'benign' : 'malicious-activity'],
            pattern,
            pattern_type: 'stix',
            pattern_version: '2.1',
            valid_from: `${extract.day}T00:00:00.000Z`,
          },
        ],
  )
  const report = {
    type: 'report',
    id: id('report', 'report'),
    ...own,
    name: extract.title,
    description: extract.description,
    report_types: ['indicator', 'threat-report'],
    published: at,
    object_refs: [victim, ...place, ...indicators].map((object) => object.id),
  }
  const level = {
    type: 'marking-definition',
    spec_version: '2.1',
    id: marking,
    created: tlpCreated,
    name: `TLP:${extract.tlp.toUpperCase()}`,
    extensions: { [tlpExtension]: { extension_type: 'property-extension', tlp_2_0: extract.tlp } },
  }
  const who = {
    type: 'identity',
    id: producer,
    spec_version: '2.1',
    created: at,
    modified: at,
    name: extract.producer,
    identity_class: 'organization',
  }
  const objects = [level, who, victim, ...place, ...indicators, report]
  return {
    bundle: { type: 'bundle', id: id('bundle', at), objects },
    leftOut: patterns.filter(({ pattern }) => pattern === null).map(({ indicator }) => indicator),
  }
}
