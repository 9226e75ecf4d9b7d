// Mutual aid: what a member can give or lacks, who may see it, and how two members come together.
// SPDX-License-Identifier: EUPL-1.2
import type { Realm } from '../incidents/index.ts'

export const aidKinds = [
  'patients',
  'beds',
  'people',
  'devices',
  'network',
  'laboratory',
  'transport',
  'other',
] as const
export type AidKind = (typeof aidKinds)[number]

export const circleKinds = ['countries', 'members', 'all'] as const
export interface Circle {
  readonly kind: (typeof circleKinds)[number]
  /** ISO 3166-1 alpha-2; read where the kind is `countries`. */
  readonly countries: readonly string[]
  readonly members: readonly number[]
}

export const maxCircleMembers = 30
export const maxCircleCountries = 45

interface Posting {
  readonly id: number
  readonly kind: AidKind
  readonly title: string
  readonly text: string | null
  /** In words: "within 60 km of Linz". */
  readonly area: string
  readonly until: Date
}

export interface OwnOffer extends Posting {
  readonly capacity: string | null
  readonly showsName: boolean
  readonly contactName: string
  readonly contactPhone: string
  readonly startsAt: Date
  readonly circle: Circle
  readonly withdrawnAt: Date | null
}

/** All that a member of the circle may know before it is accepted; the name only where its owner shows it. */
export interface SeenOffer extends Posting {
  readonly capacity: string | null
  readonly startsAt: Date
  readonly ownerName: string | null
}

export interface OwnNeed extends Posting {
  readonly realm: Realm
  readonly contactName: string
  readonly contactPhone: string
  readonly circle: Circle
  readonly withdrawnAt: Date | null
}

/** A need has no name before its owner has accepted an answer. */
export type SeenNeed = Posting

export function isCurrent(
  posting: { readonly until: Date; readonly withdrawnAt: Date | null },
  now: Date,
): boolean {
  return posting.withdrawnAt === null && now <= posting.until
}

export const matchStates = ['asked', 'accepted', 'declined', 'withdrawn', 'ended'] as const
export type MatchState = (typeof matchStates)[number]
export const matchSteps = ['accept', 'decline', 'withdraw', 'end'] as const
export type MatchStep = (typeof matchSteps)[number]
/** `owner` posted the offer or need, `partner` answered it. */
export type MatchSide = 'owner' | 'partner'

const matchTransitions: Readonly<
  Record<
    MatchState,
    Readonly<Partial<Record<MatchStep, { readonly to: MatchState; readonly by: readonly MatchSide[] }>>>
  >
> = {
  asked: {
    accept: { to: 'accepted', by: ['owner'] },
    decline: { to: 'declined', by: ['owner'] },
    withdraw: { to: 'withdrawn', by: ['partner'] },
  },
  accepted: { end: { to: 'ended', by: ['owner', 'partner'] } },
  declined: {},
  withdrawn: {},
  ended: {},
}

export function matchAfter(state: MatchState, step: MatchStep, side: MatchSide): MatchState | null {
  const transition = matchTransitions[state][step]
  return transition?.by.includes(side) ? transition.to : null
}

export function matchStepsFor(state: MatchState, side: MatchSide): readonly MatchStep[] {
  return matchSteps.filter((step) => matchAfter(state, step, side) !== null)
}

/** Both see each other from the acceptance on, also after it has ended. */
export function seeEachOther(state: MatchState): boolean {
  return state === 'accepted' || state === 'ended'
}

/** True where the words give away whose they are. */
export function givesAwayName(name: string, texts: readonly (string | null)[]): boolean {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).join(' ')
  const wanted = plain(name)
  return wanted !== '' && texts.some((text) => text !== null && plain(text).includes(wanted))
}
