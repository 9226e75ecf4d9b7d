// What a hospital decides about its sightings: switches, standing consents, single approvals; each with a name and a day.
// SPDX-License-Identifier: EUPL-1.2
import type { SightingOutcome } from '@salus/standards/sightings'
import type { Chance } from './chance.ts'
import { isOn } from './draft.ts'
import { SightingFault } from './fault.ts'
import { approved, withdrawn } from './items.ts'
import { maxHistory } from './limits.ts'
import type { Consent, ConsentScope, Given, Item, SightingState } from './shapes.ts'

type Entry = Consent['history'][number]

export function turnedOn(state: SightingState, scope: ConsentScope | 'health', given: Given): SightingState {
  if (scope === 'privacy' && state.consent.on.rules === null)
    throw new SightingFault(
      'sightings/consent',
      'Sightings of privacy findings need two switches, and that of the rules is off.',
      'Let IT turn on rules first; then the privacy officer turns on privacy.',
    )
  const { consent } = state
  const next =
    scope === 'health' ? { ...consent, health: given } : { ...consent, on: { ...consent.on, [scope]: given } }
  return { ...state, consent: noted(next, { ...given, what: 'on', of: scope, count: 0 }) }
}

/** With the switch go its standing consent and whatever has not been sent. */
export function turnedOff(state: SightingState, scope: ConsentScope | 'health', given: Given): SightingState {
  const { consent } = state
  if (scope === 'health')
    return {
      ...state,
      consent: noted({ ...consent, health: null }, { ...given, what: 'off', of: scope, count: 0 }),
    }
  const next = {
    ...consent,
    on: { ...consent.on, [scope]: null },
    standing: { ...consent.standing, [scope]: null },
  }
  const { items, count } = withdrawing(state.items, ({ scope: of }) => !isOn(next, of), given.at)
  return { ...state, items, consent: noted(next, { ...given, what: 'off', of: scope, count }) }
}

/** For all of a kind, now and later, until it is taken back. Of privacy findings each is approved by itself. */
export function standingGiven(
  state: SightingState,
  scope: ConsentScope,
  given: Given,
  draw: Chance,
): SightingState {
  if (scope === 'privacy')
    throw new SightingFault(
      'sightings/consent',
      'There is no standing consent for privacy findings.',
      'Approve each of them, or all drafts of one rule.',
    )
  requireOn(state.consent, scope)
  const consent = { ...state.consent, standing: { ...state.consent.standing, [scope]: given } }
  const items = state.items.map((item) =>
    item.scope === scope ? approved(item, { ...given, how: 'standing' }, given.at, draw) : item,
  )
  const count = changedOf(state.items, items)
  return { ...state, items, consent: noted(consent, { ...given, what: 'standing', of: scope, count }) }
}

/** What it approved and has not been sent becomes withdrawn. */
export function standingRevoked(state: SightingState, scope: ConsentScope, given: Given): SightingState {
  const consent = { ...state.consent, standing: { ...state.consent.standing, [scope]: null } }
  const { items, count } = withdrawing(
    state.items,
    (item) => item.scope === scope && item.consent?.how === 'standing',
    given.at,
  )
  return { ...state, items, consent: noted(consent, { ...given, what: 'standing-off', of: scope, count }) }
}

export interface Choice {
  /** Items by their ids, or all drafts of one rule or indicator. */
  readonly ids: readonly string[]
  readonly about: string | null
}

/** Throws SightingFault where an item is not there: nobody should believe to have approved what was mistyped. */
export function itemsApproved(
  state: SightingState,
  choice: Choice,
  given: Given,
  draw: Chance,
  outcome: SightingOutcome | null = null,
): SightingState {
  const chosen = chosenOf(state.items, choice)
  const how = choice.about === null ? 'item' : 'rule'
  const items = state.items.map((item) => {
    if (!chosen.has(item.id) || item.state !== 'draft') return item
    requireOn(state.consent, item.scope)
    return approved(item, { ...given, how }, given.at, draw, outcome ?? item.sighting.outcome)
  })
  const count = changedOf(state.items, items)
  return {
    ...state,
    items,
    consent: noted(state.consent, { ...given, what: 'approved', of: 'items', count }),
  }
}

export function itemsWithdrawn(state: SightingState, choice: Choice, given: Given): SightingState {
  const chosen = chosenOf(state.items, choice)
  const { items, count } = withdrawing(state.items, ({ id }) => chosen.has(id), given.at)
  return {
    ...state,
    items,
    consent: noted(state.consent, { ...given, what: 'withdrawn', of: 'items', count }),
  }
}

function chosenOf(items: readonly Item[], { ids, about }: Choice): ReadonlySet<string> {
  const known = new Set(items.map(({ id }) => id))
  const unknown = ids.find((id) => !known.has(id))
  const ofAbout = items.filter(({ sighting }) => about !== null && sighting.id === about)
  if (unknown !== undefined || (about !== null && ofAbout.length === 0))
    throw new SightingFault(
      'sightings/consent',
      `There is no sighting "${unknown ?? about}".`,
      'Look at `sensor sightings preview`, and take the ids as they stand there.',
    )
  return new Set([...ids, ...ofAbout.map(({ id }) => id)])
}

function withdrawing(items: readonly Item[], which: (item: Item) => boolean, at: number) {
  const next = items.map((item) => (which(item) ? withdrawn(item, at) : item))
  return { items: next, count: changedOf(items, next) }
}

function changedOf(before: readonly Item[], after: readonly Item[]): number {
  return after.filter((item, index) => item !== before[index]).length
}

function requireOn(consent: Consent, scope: ConsentScope): void {
  if (isOn(consent, scope)) return
  throw new SightingFault(
    'sightings/consent',
    `Sightings of ${scope} are turned off.`,
    `Turn them on first: \`sensor sightings on ${scope} --by NAME\`.`,
  )
}

function noted(consent: Consent, entry: Entry): Consent {
  return { ...consent, history: [...consent.history, entry].slice(-maxHistory) }
}
