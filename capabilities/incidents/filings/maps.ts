// The field maps of all duties with the changes of a country applied, valid at an instant.
// SPDX-License-Identifier: EUPL-1.2
import {
  type Condition,
  type FieldMap,
  fieldKey,
  type MapField,
  type MapSection,
  type National,
  type Need,
  nationalSchema,
  readFieldMap,
  type SectionKey,
} from './field-map.ts'
import cer1 from './maps/cer-1.json' with { type: 'json' }
import cer2 from './maps/cer-2.json' with { type: 'json' }
import frSig from './maps/fr-sig.json' with { type: 'json' }
import gdpr33 from './maps/gdpr-33.json' with { type: 'json' }
import gdpr34 from './maps/gdpr-34.json' with { type: 'json' }
import mdrU from './maps/mdr-u.json' with { type: 'json' }
import nis2Ew from './maps/nis2-ew.json' with { type: 'json' }
import nis2Fr from './maps/nis2-fr.json' with { type: 'json' }
import nis2In from './maps/nis2-in.json' with { type: 'json' }
import nis2Ir from './maps/nis2-ir.json' with { type: 'json' }
import nis2Pr from './maps/nis2-pr.json' with { type: 'json' }
import de from './national/de.json' with { type: 'json' }
import eu from './national/eu.json' with { type: 'json' }
import fr from './national/fr.json' with { type: 'json' }
import it from './national/it.json' with { type: 'json' }
import nl from './national/nl.json' with { type: 'json' }
import pl from './national/pl.json' with { type: 'json' }

type Change = National['changes'][number]

/** A field map as it holds in a country, with what changed it. */
export interface AppliedMap extends FieldMap {
  readonly country: string
  readonly changes: readonly Pick<Change, 'article' | 'source' | 'sourceUrl' | 'evidence' | 'verifiedBy'>[]
  readonly alsoAsked: Change['alsoAsked']
}

export const fieldMaps: ReadonlyMap<string, FieldMap> = new Map(
  [nis2Ew, nis2In, nis2Ir, nis2Fr, nis2Pr, gdpr33, gdpr34, cer1, cer2, frSig, mdrU]
    .map(readFieldMap)
    .map((map) => [map.duty, map]),
)

export type Nationals = ReadonlyMap<string, National>

export const nationals: Nationals = readNationals([eu, de, fr, it, nl, pl])

export function readNationals(files: readonly unknown[]): Nationals {
  return new Map(files.map((file) => nationalSchema.parse(file)).map((one) => [one.country, one]))
}

/** Null for a duty that is discharged without a filing of ours. */
export function mapFor(
  duty: string,
  country: string,
  at: Date,
  all: Nationals = nationals,
): AppliedMap | null {
  const map = fieldMaps.get(duty)
  if (!map) return null
  const changes = [all.get('EU'), all.get(country)].flatMap((one) => changesOf(one, duty, at))
  const fields = changes.flatMap((change) => change.fields)
  const block = all.get(country)?.ransomBlock?.[duty] ?? all.get('EU')?.ransomBlock?.[duty] ?? 'off'
  const added = block === 'off' ? fields : [...fields, ...ransomFields(block)]
  return {
    ...map,
    sections: added.reduce(withField, map.sections),
    country,
    changes,
    alsoAsked: changes.flatMap((change) => change.alsoAsked),
  }
}

function changesOf(national: National | undefined, duty: string, at: Date): readonly Change[] {
  const today = at.toISOString().slice(0, 10)
  return (national?.changes ?? []).filter(
    ({ duties, validFrom, validTo }) =>
      duties.includes(duty) &&
      (validFrom === null || validFrom <= today) &&
      (validTo === null || today < validTo),
  )
}

interface Placed {
  readonly section: SectionKey
  readonly field: MapField
}

function ransomFields(need: Need): readonly Placed[] {
  const paid: Condition = { kind: 'fact-is', fact: 'ransomPaid', is: ['yes'] }
  const fields: readonly MapField[] = [
    { fact: 'ransomDemanded', need },
    { fact: 'ransomPaid', need },
    { fact: 'ransomAmount', need, when: paid },
    { fact: 'ransomWallet', need, when: paid },
  ]
  return fields.map((field) => ({ section: 'ransom', field }))
}

/** Takes the place of the same field wherever it stands, else comes last in its section. */
function withField(sections: readonly MapSection[], { section, field }: Placed): MapSection[] {
  const key = fieldKey(field)
  const isThere = sections.some(({ fields }) => fields.some((one) => fieldKey(one) === key))
  if (isThere)
    return sections.map((one) => ({
      ...one,
      fields: one.fields.map((old) => (fieldKey(old) === key ? field : old)),
    }))
  if (!sections.some((one) => one.key === section)) return [...sections, { key: section, fields: [field] }]
  return sections.map((one) => (one.key === section ? { ...one, fields: [...one.fields, field] } : one))
}
