// Fills a field map from the ledger and the profile: each value with where it comes from, what is missing, and whether it is enough.
// SPDX-License-Identifier: EUPL-1.2
import type { FactKey } from '../fact-keys.ts'
import type { Chain, Condition, FieldKey, FieldMap, MapField, Need, SectionKey } from './field-map.ts'
import { fieldKey } from './field-map.ts'
import type { OrganisationKey, OrganisationValues } from './organisation-keys.ts'
import { type FilingValue, fitsShape, type KnownFact, type KnownFacts, saysUnknown } from './value.ts'

/** `said-unknown`: somebody answered "unknown". `unreadable`: the value does not fit its fact, and counts as missing. */
export type FieldState = 'known' | 'said-unknown' | 'missing' | 'unreadable'

export interface RenderedField {
  readonly key: FieldKey
  /** After its condition: a required field whose condition does not hold is welcome. */
  readonly need: Need
  readonly state: FieldState
  readonly value: FilingValue | null
  /** Null for what stands in the profile. */
  readonly fact: Pick<KnownFact, 'recordedAt' | 'source' | 'confidence' | 'isAtLeast'> | null
  /** The fact that is enough in its place, such as measures planned for measures taken. */
  readonly satisfiedBy: FactKey | null
}

export interface RenderedFiling {
  readonly duty: string
  readonly chain: Chain
  readonly mapVersion: string
  readonly sections: readonly { readonly key: SectionKey; readonly fields: readonly RenderedField[] }[]
  /** Required fields, and how many of them have a value or are answered with "unknown". */
  readonly asked: number
  readonly known: number
  readonly saidUnknown: number
  readonly missing: readonly FieldKey[]
  /** What the authority cannot do without, and which is missing; empty means that it can be sent now. */
  readonly blocking: readonly FieldKey[]
  /** `complete`: nothing required is missing. `enough`: may be sent now, the rest follows. */
  readonly verdict: 'complete' | 'enough' | 'not-enough'
}

/** `at` is the moment of sending, or now: some fields are required only late. */
export function renderFiling(
  map: FieldMap,
  facts: KnownFacts,
  organisation: OrganisationValues,
  at: Date,
): RenderedFiling {
  const sections = map.sections.map(({ key, fields }) => ({
    key,
    fields: fields.map((field) => renderField(field, facts, organisation, at)),
  }))
  const all = sections.flatMap(({ fields }) => fields)
  const required = all.filter(({ need }) => need === 'required')
  const missing = required.filter(isMissing).map(({ key }) => key)
  const enough = new Set<FieldKey>(map.enoughWith.map((key) => keyOf(key, all)))
  const blocking = required.filter((field) => enough.has(field.key) && !isKnown(field)).map(({ key }) => key)
  return {
    duty: map.duty,
    chain: map.chain,
    mapVersion: map.version,
    sections,
    asked: required.length,
    known: required.filter(isKnown).length,
    saidUnknown: required.filter(({ state, satisfiedBy }) => state === 'said-unknown' && !satisfiedBy).length,
    missing,
    blocking,
    verdict: blocking.length > 0 ? 'not-enough' : missing.length > 0 ? 'enough' : 'complete',
  }
}

export function renderedFields(rendered: Pick<RenderedFiling, 'sections'>): readonly RenderedField[] {
  return rendered.sections.flatMap(({ fields }) => fields)
}

const isKnown = ({ state, satisfiedBy }: RenderedField) => state === 'known' || satisfiedBy !== null

const isMissing = ({ state, satisfiedBy }: RenderedField) =>
  satisfiedBy === null && (state === 'missing' || state === 'unreadable')

function keyOf(key: FactKey | OrganisationKey, fields: readonly RenderedField[]): FieldKey {
  const own = `organisation.${key}` as FieldKey // One of the two by the schema of the map.
  return fields.some((field) => field.key === own) ? own : (key as FactKey)
}

function renderField(
  field: MapField,
  facts: KnownFacts,
  organisation: OrganisationValues,
  at: Date,
): RenderedField {
  const key = fieldKey(field)
  if (!('fact' in field)) {
    const value = organisation[field.organisation]?.trim() || null
    return { key, need: field.need, ...stateless, state: value === null ? 'missing' : 'known', value }
  }
  const need = field.when && !holds(field.when, facts, at) ? 'welcome' : field.need
  const own = readFact(field.fact, facts)
  const other = field.or && own.state !== 'known' && readFact(field.or, facts).state === 'known'
  return { key, need, ...own, satisfiedBy: other ? (field.or ?? null) : null }
}

const stateless = { fact: null, satisfiedBy: null } as const

function readFact(key: FactKey, facts: KnownFacts): Pick<RenderedField, 'state' | 'value' | 'fact'> {
  const known = facts[key]
  if (!known) return { state: 'missing', value: null, fact: null }
  const { value, recordedAt, source, confidence, isAtLeast } = known
  const fact = { recordedAt, source, confidence, ...(isAtLeast ? { isAtLeast } : {}) }
  if (!fitsShape(key, value)) return { state: 'unreadable', value: null, fact }
  return { state: saysUnknown(key, value) ? 'said-unknown' : 'known', value, fact }
}

function holds(condition: Condition, facts: KnownFacts, at: Date): boolean {
  if (condition.kind === 'fact-is') {
    const value = facts[condition.fact]?.value
    return typeof value === 'string' && condition.is.includes(value)
  }
  const since = condition.since.map((key) => facts[key]?.value).find((value) => value !== undefined)
  const elapsedMs = typeof since === 'string' ? at.getTime() - Date.parse(since) : Number.NaN
  return elapsedMs > condition.hours * 3_600_000
}
