// Adds to an event what the hospital knows: whether the access is explained, how the two are related, shift, site, device.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, type Fields, type FieldValue, type LogEvent } from '../../event/event.ts'
import type { HealthContext } from './context.ts'
import { staleAfterMs } from './limits.ts'
import { numberOfKey } from './numbers.ts'
import { type Relation, relations } from './patients.ts'
import { accountOf, inShift, type Person, type Turn } from './people.ts'
import type { Explanation, Viewer } from './reasons.ts'

/**
 * The event with more fields, or itself where there is nothing to add. Adds no name, no number of a patient, and
 * nothing about what is not known: a field that is absent says so.
 */
export function enrich(event: LogEvent, context: HealthContext): LogEvent {
  const added: Record<string, FieldValue> = {}
  addActor(event, context, added)
  addPlaces(event, context, added)
  if (Object.keys(added).length === 0) return event
  // The parser's event may be used elsewhere as it is.
  const fields: Fields = Object.assign(emptyFields(), event.fields)
  for (const [name, value] of Object.entries(added)) fields[name] = value
  return { ...event, fields }
}

type Added = Record<string, FieldValue>

function addActor(event: LogEvent, context: HealthContext, added: Added): void {
  const { actor } = event.fields
  if (typeof actor !== 'string' || actor === '') return
  const name = accountOf(actor)
  const account = context.accounts.find(name) ?? 0
  const person = context.people.get(account)
  const kind = kindOf(name, person, context)
  if (kind !== null) added.actor_kind = kind
  if (kind === 'patient' || kind === 'service') return
  if (person) addPerson(person, event.at, context, added)
  if (event.at === null) return
  const turns = context.turns.get(account) ?? []
  const shift = inShift(turns, event.at, context.rosterReach)
  if (shift !== null) added.in_shift = shift
  const viewer = viewerOf({ account, person, turns }, event.at)
  if (viewer.onCall.length > 0) added.on_call = true
  addPatients(event, event.at, { account, person, viewer }, context, added)
}

function kindOf(name: string, person: Person | undefined, context: HealthContext): string | null {
  // The parser of AuditEvents writes this word for a patient who looks at own records.
  if (name === 'patient') return 'patient'
  if (context.serviceAccounts.has(name)) return 'service'
  if (context.people.size === 0) return null
  return person ? 'staff' : 'unknown'
}

function addPerson(person: Person, at: number | null, context: HealthContext, added: Added): void {
  if (person.role !== '') added.staff_role = person.role
  setWords(added, 'actor_unit', person.units.map(context.units.wordOf))
  if (at === null) return
  const onLeave = person.leave.some(([from, to]) => at >= from && at < to)
  added.actor_state = at >= person.leftAt ? 'left' : onLeave ? 'on_leave' : 'active'
}

interface Actor {
  readonly account: number
  readonly person: Person | undefined
  readonly viewer: Viewer
}

/** Of several patients in one record the unexplained and the closest count. */
function addPatients(event: LogEvent, at: number, actor: Actor, context: HealthContext, added: Added): void {
  const keys = textsIn(event.fields.patient_key)
  if (keys.length === 0) return
  // Of an account that no extract knows nothing can be said: it may belong to somebody new.
  const isKnown =
    actor.account !== 0 && context.reasons.size() > 0 && at <= context.reasons.newest() + staleAfterMs
  const found = keys.map((key) => {
    const place = context.patients.find(numberOfKey(key) ?? 0)
    return {
      place,
      relation:
        actor.person && place !== -1 ? context.patients.relationOf(place, actor.account, actor.person) : null,
      explanation: isKnown ? context.reasons.explain(place, at, actor.viewer) : null,
    }
  })
  const open = found.filter(({ explanation }) => explanation === null)
  const relevant = open.length > 0 ? open : found
  if (isKnown) {
    added.explained = open.length === 0
    const reasons = found
      .map(({ explanation }) => explanation)
      .filter((one): one is Explanation => one !== null)
    if (open.length === 0) setWords(added, 'explained_by', [...new Set(reasons)])
  }
  if (actor.person) {
    const relation = closest(relevant.map((one) => one.relation ?? 'none'))
    added.relation = relation
    if (relation === 'colleague')
      added.same_unit = relevant.some(({ place }) => worksWith(actor.person, place, context))
  }
  const places = relevant.map(({ place }) => place)
  setWords(added, 'patient_flags', [...new Set(places.flatMap(context.patients.flagsOf))])
  const units = new Set(places.flatMap((place) => context.reasons.unitsAt(place, at)))
  setWords(added, 'patient_unit', [...units].map(context.units.wordOf))
}

/** Whether the record is that of somebody of the same unit. */
function worksWith(person: Person | undefined, place: number, context: HealthContext): boolean {
  const owner = context.people.get(context.patients.ownerOf(place) ?? 0)
  return person?.units.some((unit) => owner?.units.includes(unit)) ?? false
}

function viewerOf(
  { account, person, turns }: Omit<Actor, 'viewer'> & { readonly turns: readonly Turn[] },
  at: number,
): Viewer {
  const now = turns.filter(({ from, to }) => at >= from - shiftEdgeMs && at <= to + shiftEdgeMs)
  const own = person?.units ?? []
  const unitsOf = (turn: Turn) => (turn.unit === 0 ? own : [turn.unit])
  return {
    account,
    units: [...own, ...now.filter(({ onCall }) => !onCall).flatMap(unitsOf)],
    onCall: now.filter(({ onCall }) => onCall).flatMap(unitsOf),
  }
}

/** What was begun in a turn is written up after it. */
const shiftEdgeMs = 2 * 3_600_000

function closest(found: readonly Relation[]): Relation {
  return relations.find((relation) => found.includes(relation)) ?? 'none'
}

function addPlaces({ fields }: LogEvent, { places }: HealthContext, added: Added): void {
  if (places.size() === 0) return
  const client = firstText(fields.client_ip) ?? firstText(fields['id.orig_h'])
  const from = client === null ? null : places.find(client)
  if (from?.site) added.client_site = from.site
  if (from?.device) added.device = from.device
  const target = firstText(fields['id.resp_h'])
  const to = target === null ? null : places.find(target)
  if (to?.device) added.target_device = to.device
}

function setWords(added: Added, name: string, words: readonly string[]): void {
  const [first] = words
  if (first !== undefined) added[name] = words.length === 1 ? first : words
}

function textsIn(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? value : []
}

function firstText(value: FieldValue | undefined): string | null {
  return textsIn(value)[0] ?? null
}
