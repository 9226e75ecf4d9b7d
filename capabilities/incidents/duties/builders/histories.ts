// Generated incident histories: events of a journal, and beside them what is true in the end.
// SPDX-License-Identifier: EUPL-1.2
import { type CaseEvent, caseEventSchema } from '../case-event.ts'

/** What the generator put in, by itself: the oracle never looks at the fold. */
export interface Truth {
  entityClass: string
  criticalEntity: string
  significant: string
  personalData: string
  riskToPersons: string
  firstKnownAt: number | null
  awareAt: number | null
  personalDataAwareAt: number | null
  notifiedAt: number | null
  cerInitialAt: number | null
  handledAt: number | null
}

export type Random = () => number

/** A small generator with a seed (mulberry32), so that a failing history can be made again. */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function shuffle<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
}

function pick<const T>(items: readonly [T, ...T[]], random: Random): T {
  return items[Math.floor(random() * items.length)] ?? items[0]
}

const minuteMs = 60_000
const firstMinute = Date.UTC(2026, 0, 1) / minuteMs
const lastMinute = Date.UTC(2030, 11, 31) / minuteMs
const momentsOfTruth = ['awareAt', 'awareAt', 'firstKnownAt', 'personalDataAwareAt', 'handledAt'] as const
/** The hours before both changes of the clocks, and the ends of months: where mistakes hide. */
const traps = [
  '2026-09-25T00:15',
  '2026-10-24T22:30',
  '2026-10-25T00:30',
  '2026-10-25T01:30',
  '2027-02-28T01:30',
  '2027-02-28T00:10',
  '2027-03-27T23:30',
  '2027-01-31T23:30',
  '2028-01-31T11:00',
  '2028-02-01T00:30',
  '2026-12-31T23:30',
  '2027-10-31T00:45',
  '2027-08-31T22:15',
  '2028-02-26T01:20',
  '2028-02-26T00:40',
].map((text) => Date.parse(`${text}Z`) / minuteMs)

/** Minutes since 1970, a third of them at or near a trap. */
function minute(random: Random): number {
  if (random() < 1 / 3) return pick(traps as [number, ...number[]], random) + Math.floor(random() * 240) - 120
  return firstMinute + Math.floor(random() * (lastMinute - firstMinute))
}

export interface Written {
  readonly number: number
  readonly at: string
  readonly kind: string
}

export function profile(number: number, at: string, changes: object = {}) {
  return {
    number,
    at,
    kind: 'profile',
    country: 'FR',
    timeZone: 'Europe/Paris',
    entityClass: 'essential',
    criticalEntity: 'no',
    ...changes,
  }
}

export function fact(number: number, at: string, key: string, value: unknown) {
  const said = { source: 'log', confidence: 'likely', recordedBy: 'A', reason: null }
  return { number, at, kind: 'fact', fact: { key, value, ...said } }
}

function iso(minutes: number): string {
  return new Date(minutes * minuteMs).toISOString()
}

export function generate(random: Random): { readonly events: readonly Written[]; readonly truth: Truth } {
  const answer = () => pick(['yes', 'yes', 'yes', 'no', 'unknown'], random)
  const truth: Truth = {
    entityClass: pick(['essential', 'important', 'not_in_scope', 'unknown'], random),
    criticalEntity: answer(),
    significant: 'unknown',
    personalData: 'unknown',
    riskToPersons: 'unknown',
    firstKnownAt: null,
    awareAt: null,
    personalDataAwareAt: null,
    notifiedAt: null,
    cerInitialAt: null,
    handledAt: null,
  }
  const start = minute(random)
  const events: Written[] = []
  const at = () => iso(start + events.length)
  const next = () => events.length + 1
  const { entityClass, criticalEntity } = truth
  events.push(profile(next(), at(), { entityClass, criticalEntity }))
  const filed = new Map<string, number[]>()
  const first = (duty: string) => {
    const all = filed.get(duty) ?? []
    return all.length === 0 ? null : Math.min(...all)
  }
  const count = 3 + Math.floor(random() * 7)
  for (let step = 0; step < count; step++) {
    const dice = random()
    if (dice > 0.95) {
      // An authority names the hospital, or the register is put right, in the middle of the night.
      truth.entityClass = pick(['essential', 'important', 'not_in_scope', 'unknown'], random)
      truth.criticalEntity = answer()
      const { entityClass, criticalEntity } = truth
      events.push(profile(next(), at(), { entityClass, criticalEntity }))
      continue
    }
    if (dice < 0.35) {
      const key = pick(momentsOfTruth, random)
      // One in ten takes the fact back.
      const value = random() < 0.1 ? null : minute(random)
      truth[key] = value
      events.push(fact(next(), at(), key, value === null ? null : iso(value)))
    } else if (dice < 0.5) {
      truth.significant = answer()
      events.push({
        ...{ number: next(), at: at(), kind: 'significance' },
        ...{ answer: truth.significant, reason: 'x' },
      })
    } else if (dice < 0.7) {
      const isData = random() < 0.6
      const value = isData
        ? pick(['breach', 'breach', 'none', 'unknown'], random)
        : pick(['unlikely', 'risk', 'high', 'unknown'], random)
      truth[isData ? 'personalData' : 'riskToPersons'] = value
      events.push(fact(next(), at(), isData ? 'personalData' : 'riskToPersons', value))
    } else {
      const duty = pick(['NIS2-IN', 'NIS2-IN', 'CER-1'], random)
      const all = filed.get(duty) ?? []
      const last = all.at(-1)
      const isVoid = last !== undefined && random() < 0.3
      const submitted = isVoid ? last : minute(random)
      filed.set(duty, isVoid ? all.filter((one) => one !== submitted) : [...all, submitted])
      const said = { duty, submittedAt: iso(submitted), ...(isVoid ? { reason: 'never arrived' } : {}) }
      events.push({ ...{ number: next(), at: at(), kind: isVoid ? 'filing-void' : 'filing' }, ...said })
    }
  }
  truth.notifiedAt = first('NIS2-IN')
  truth.cerInitialAt = first('CER-1')
  return { events, truth }
}

export function placed(events: readonly Written[], country: string, timeZone: string): readonly CaseEvent[] {
  return events.map((event) =>
    caseEventSchema.parse(event.kind === 'profile' ? { ...event, country, timeZone } : event),
  )
}
