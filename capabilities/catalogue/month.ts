// The things to do this month: which of all measures, courses, duties and services come first for one house, and why.
// SPDX-License-Identifier: EUPL-1.2
import { type Facts, isInForce, knownValue } from '../facts/index.ts'
import { type Choices, choiceNow, type ItemChoice, isAside } from './choice.ts'
import type { Item, ItemOf } from './item.ts'
import { type CourseRole, courseRoles } from './kinds/course.ts'
import { type HouseSize, houseSizes } from './kinds/measure.ts'
import { fitOf, helpedBy, type Openness, opennessOf } from './offering.ts'
import { type MeasureStanding, measureStanding } from './standing.ts'

export interface Need {
  /** What there is to do. */
  readonly item: Item
  /** The measure that asks for it; the item itself, or what its course or service serves. Null for duties. */
  readonly measure: ItemOf<'measure'> | null
  readonly openness: Openness | 'duty'
  readonly standing: MeasureStanding | null
  /** The facts that speak for it: gaps, old answers, or what is not known. */
  readonly facts: readonly string[]
  /** Of its first step; null where nobody can say. */
  readonly minutes: number | null
  /** Services, tools and guides that make it easier. */
  readonly helps: readonly Item[]
  readonly choice: ItemChoice | null
}

/** All of them in order: what is planned, then the essentials that lack, old and unknown ones, then the further ones. */
export function needsOf(items: readonly Item[], facts: Facts, choices: Choices, now: Date): readonly Need[] {
  const inForce = items.filter((item) => isInForce(item, now) && !isAside(choices.get(item.key), now))
  const known: Known = { items: inForce, facts, choices, now }
  const candidates = [...measureNeeds(known), ...dutyNeeds(known)]
  return candidates
    .toSorted(
      (a, b) =>
        plannedFirst(a.need) - plannedFirst(b.need) ||
        a.place - b.place ||
        a.need.item.key.localeCompare(b.need.item.key),
    )
    .map(({ need }) => need)
}

interface Known {
  readonly items: readonly Item[]
  readonly facts: Facts
  readonly choices: Choices
  readonly now: Date
}

interface Candidate {
  readonly need: Need
  readonly place: number
}

const places = {
  essential: { gap: 100, old: 300, unknown: 400 },
  further: { gap: 500, old: 600, unknown: 700 },
} as const
const firstDuty = 200
const nextDuty = 450
const otherDuties = 650
/** An item whose audience is not certain comes after its like. */
const unsure = 50

function plannedFirst({ choice }: Need): number {
  return choice?.choice === 'planned' ? (choice.until?.getTime() ?? 0) : Number.MAX_SAFE_INTEGER
}

function measureNeeds(known: Known): readonly Candidate[] {
  const { items, facts, choices, now } = known
  return items.flatMap((measure) => {
    if (measure.kind !== 'measure') return []
    const { fit } = fitOf(measure, facts)
    const standing = measureStanding(measure, facts)
    const openness = opennessOf(standing)
    if (fit === 'no' || openness === null) return []
    const item = standInFor(measure, known) ?? measure
    const { essential } = measure.body
    const need: Need = {
      item,
      measure,
      openness,
      standing,
      facts: factsOf(openness, standing),
      minutes: minutesOf(item, facts),
      helps: helpsFor(measure, item, known),
      choice: choiceNow(choices.get(item.key), now),
    }
    const place = places[essential === null ? 'further' : 'essential'][openness] + (essential ?? 0)
    return [{ need, place: place + (fit === 'unknown' ? unsure : 0) }]
  })
}

/** First a duty that by the house's own answer is not kept; those of which nobody has said anything come after the essentials. */
function dutyNeeds(known: Known): readonly Candidate[] {
  const { items, facts, choices, now } = known
  return items
    .filter((item): item is ItemOf<'duty'> => item.kind === 'duty' && fitOf(item, facts).fit === 'yes')
    .filter((item) => isStillToDo(item, known))
    .flatMap((item) => {
      const unmet = unmetOf(item, facts)
      if (unmet === 'met') return []
      const need: Need = {
        item,
        measure: null,
        openness: 'duty',
        standing: null,
        facts: [...unmet, ...fitOf(item, facts).decision.used],
        minutes: null,
        helps: [],
        choice: choiceNow(choices.get(item.key), now),
      }
      return [{ need, place: unmet.length > 0 ? firstDuty : otherDuties }]
    })
    .map((candidate, index, all) => ({
      ...candidate,
      place: isNextDuty(index, all) ? nextDuty : candidate.place,
    }))
}

/** One duty of which nobody has said anything comes before the further measures; all of them would hide these for good. */
function isNextDuty(index: number, all: readonly Candidate[]): boolean {
  return index === all.findIndex(({ place }) => place === otherDuties)
}

/** The facts by which it is certainly not kept; `met` where all of them say that it is. */
function unmetOf({ body }: ItemOf<'duty'>, facts: Facts): readonly string[] | 'met' {
  const said = body.facts.map(({ fact, done }) => {
    const value = knownValue(facts, fact)
    return { fact, isMet: value === null ? null : done.includes(String(value)) }
  })
  if (said.length > 0 && said.every(({ isMet }) => isMet)) return 'met'
  return said.filter(({ isMet }) => isMet === false).map(({ fact }) => fact)
}

/** Training is done by doing a course; a further measure that one service of the centre serves alone, by asking for that. */
function standInFor(measure: ItemOf<'measure'>, known: Known): Item | null {
  if (measure.key === 'train-people') return courseFor(known)
  if (measure.body.essential !== null) return null
  return (
    known.items.find(
      (item) =>
        item.kind === 'service' &&
        item.provider.level === 'own' &&
        item.links.length === 1 &&
        item.links[0]?.to === measure.key &&
        fitOf(item, known.facts).fit === 'yes' &&
        isStillToDo(item, known),
    ) ?? null
  )
}

const rolesFirst: Readonly<Record<HouseSize, readonly CourseRole[]>> = {
  practice: ['reception', 'doctor'],
  clinic: ['ward', 'reception'],
  hospital: ['ward', 'reception'],
}

function courseFor(known: Known): Item | null {
  const size = sizeOf(known.facts)
  const order = [...(size ? rolesFirst[size] : []), ...courseRoles]
  const courses = known.items
    .filter((item): item is ItemOf<'course'> => item.kind === 'course')
    .filter((item) => fitOf(item, known.facts).fit === 'yes' && isStillToDo(item, known))
  return courses.toSorted((a, b) => order.indexOf(a.body.role) - order.indexOf(b.body.role))[0] ?? null
}

function isStillToDo({ key }: Item, { choices, now }: Known): boolean {
  return choiceNow(choices.get(key), now)?.choice !== 'done'
}

function factsOf(openness: Openness, { rows }: MeasureStanding): readonly string[] {
  const wanted = rows.filter(({ is, current }) =>
    openness === 'gap'
      ? is === 'not-done' || is === 'partly'
      : openness === 'old'
        ? current?.isOld
        : is === 'not-known',
  )
  return wanted.map(({ fact }) => fact)
}

const mostHelps = 2

function helpsFor(measure: ItemOf<'measure'>, item: Item, { items, facts }: Known): readonly Item[] {
  return items
    .filter((one) => one.kind === 'service' || one.kind === 'tool' || one.kind === 'guide')
    .filter((one) => one.key !== item.key && helpedBy(one, [measure]).length > 0)
    .map((one) => ({ one, fit: fitOf(one, facts).fit }))
    .filter(({ fit }) => fit !== 'no')
    .toSorted(
      (a, b) =>
        Number(b.one.provider.level === 'own') - Number(a.one.provider.level === 'own') ||
        Number(b.fit === 'yes') - Number(a.fit === 'yes') ||
        a.one.links.length - b.one.links.length ||
        a.one.key.localeCompare(b.one.key),
    )
    .slice(0, mostHelps)
    .map(({ one }) => one)
}

export function sizeOf(facts: Facts): HouseSize | null {
  const value = knownValue(facts, 'org.size')
  return houseSizes.find((size) => size === value) ?? null
}

/** Where the size is not known, as long as it takes the largest: better a surprise that it went faster. */
function minutesOf(item: Item, facts: Facts): number | null {
  if (item.kind === 'course') return item.body.minutes
  if (item.kind !== 'measure') return null
  const { sizes } = item.body
  const size = sizeOf(facts)
  return size ? sizes[size].minutes : Math.max(...houseSizes.map((one) => sizes[one].minutes))
}
