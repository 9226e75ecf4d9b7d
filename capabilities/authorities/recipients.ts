// Whom to file a duty with in a country at an instant, or why there is nobody.
// SPDX-License-Identifier: EUPL-1.2
import type { Authority, AuthorityRole, Channel, GapReason, Source } from './authority.ts'
import { type Directory, directory, union } from './directory.ts'
import { type Open, openAt } from './hours.ts'

export type Bearer = Authority['bearers'][number]

/** Narrows where a country has one authority per region or bearer; what is left out is not narrowed by. */
export interface Seat {
  /** ISO 3166-2, such as DE-BY. */
  readonly region?: string | undefined
  readonly bearer?: Bearer | undefined
}

export interface Recipient {
  readonly authority: Authority
  readonly basis: 'must' | 'may' | 'forwarded'
  readonly caution: 'entry-into-force-not-found' | null
  /** The source that names this recipient; null is background knowledge. */
  readonly source: Source | null
  readonly ways: readonly Way[]
  /** False as long as nobody confirmed the entry with the authority itself. */
  readonly isVerified: boolean
}

export interface Way {
  readonly channel: Channel
  readonly open: Open
}

export type Recipients =
  | {
      readonly found: true
      readonly recipients: readonly Recipient[]
      /** `one`: each is for a region or bearer only, and which is yours was not said. */
      readonly choice: 'all' | 'one'
      readonly alsoTell: readonly 'manufacturer'[]
    }
  | {
      readonly found: false
      /** `country-not-known`: no file for the country; `no-entry`: its file is silent about the duty. */
      readonly because: GapReason | 'country-not-known' | 'no-entry'
      readonly source: Source | null
      readonly alsoTell: readonly 'manufacturer'[]
    }

export function authoritiesFor(
  country: string,
  duty: string,
  at: Date,
  seat: Seat = {},
  all: Directory = directory,
): Recipients {
  const files = [all.get(country), all.get(union)].filter((file) => file !== undefined)
  const alsoTell = files.flatMap((file) =>
    file.alsoTell.filter((one) => one.duty === duty).map(({ whom }) => whom),
  )
  const recipients = files.flatMap(({ authorities, sources }) =>
    authorities
      .filter((authority) => isFor(authority, seat))
      .flatMap((authority) => recipientOf(authority, sources, duty, at)),
  )
  if (recipients.length > 0) return { found: true, recipients, choice: choiceOf(recipients), alsoTell }
  const gap = files.flatMap(({ gaps, sources }) =>
    gaps
      .filter(({ duties }) => duties.includes(duty))
      .map(({ because, source }) => ({
        because,
        source: source === null ? null : (sources[source] ?? null),
      })),
  )[0]
  if (gap) return { found: false, ...gap, alsoTell }
  return {
    found: false,
    because: all.has(country) ? 'no-entry' : 'country-not-known',
    source: null,
    alsoTell,
  }
}

export function authoritiesWithRole(
  country: string,
  role: AuthorityRole,
  seat: Seat = {},
  all: Directory = directory,
): readonly Authority[] {
  return (all.get(country)?.authorities ?? []).filter(
    (authority) => authority.roles.includes(role) && isFor(authority, seat),
  )
}

function recipientOf(
  authority: Authority,
  sources: Readonly<Record<string, Source>>,
  duty: string,
  at: Date,
): readonly Recipient[] {
  const today = at.toISOString().slice(0, 10)
  const receipt = authority.receives.find(
    ({ duties, from, to }) =>
      duties.includes(duty) && (from === null || from <= today) && (to === null || today < to),
  )
  if (!receipt) return []
  return [
    {
      authority,
      basis: receipt.basis,
      caution: receipt.caution,
      source: receipt.source === null ? null : (sources[receipt.source] ?? null),
      ways: authority.channels.map((channel) => ({ channel, open: openAt(channel.hours, at) })),
      isVerified: authority.verifiedBy !== null,
    },
  ]
}

function isFor({ regions, bearers }: Authority, { region, bearer }: Seat): boolean {
  return (
    (region === undefined || regions.length === 0 || regions.includes(region)) &&
    (bearer === undefined || bearers.length === 0 || bearers.includes(bearer))
  )
}

function choiceOf(recipients: readonly Recipient[]): 'all' | 'one' {
  const isNarrow = ({ authority }: Recipient) => authority.regions.length > 0 || authority.bearers.length > 0
  return recipients.filter(isNarrow).length > 1 ? 'one' : 'all'
}
