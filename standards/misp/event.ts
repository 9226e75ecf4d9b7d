// Makes a MISP event (MISP core format) of an incident's extract.
// SPDX-License-Identifier: EUPL-1.2
import type { IncidentExtract } from '../stix/bundle.ts'
import { uuidOf } from '../stix/identifier.ts'

export interface MispOptions {
  /** 1 high to 4 undefined. */
  readonly threatLevel: 1 | 2 | 3 | 4
}

const attributeOf: Readonly<Record<string, readonly [type: string, category: string]>> = {
  domain: ['domain', 'Network activity'],
  ipv4: ['ip-dst', 'Network activity'],
  ipv6: ['ip-dst', 'Network activity'],
  url: ['url', 'Network activity'],
  md5: ['md5', 'Payload delivery'],
  sha1: ['sha1', 'Payload delivery'],
  sha256: ['sha256', 'Payload delivery'],
  email: ['email-src', 'Payload delivery'],
  'file-name': ['filename', 'Payload delivery'],
  other: ['text', 'Other'],
}

/** Distribution 0: it stays with the organisation that takes it in, which shares on as the TLP allows. */
export function mispEvent(extract: IncidentExtract, { threatLevel }: MispOptions): Record<string, unknown> {
  const timestamp = String(Math.floor(extract.madeAt.getTime() / 1000))
  return {
    Event: {
      uuid: uuidOf(`misp ${extract.seed}`),
      info: `${extract.title}: ${extract.description}`.slice(0, 65_000),
      date: extract.day,
      threat_level_id: String(threatLevel),
      analysis: '2',
      distribution: '0',
      published: false,
      timestamp,
      Tag: [
        { name: `tlp:${extract.tlp}` },
        { name: 'misp-galaxy:sector="Health"' },
        ...(extract.isExercise ? [{ name: 'exercise' }] : []),
      ],
      Attribute: extract.indicators.map(({ type, value, note }) => {
        const [attribute = 'text', category = 'Other'] = attributeOf[type] ?? []
        return {
          uuid: uuidOf(`misp ${extract.seed} ${type} ${value}`),
          type: attribute,
          category,
          value,
          // What was made up for an exercise must never reach anybody's detection.
          to_ids: attribute !== 'text' && !extract.isExercise,
          distribution: '5',
          timestamp,
          comment: note ?? '',
        }
      }),
    },
  }
}
