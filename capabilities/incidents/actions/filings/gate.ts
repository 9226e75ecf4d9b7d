// The one gate to the outside: exercises and invented hospitals never reach an authority, and real filings go to the authority they are for and nowhere else.
// SPDX-License-Identifier: EUPL-1.2
import { type Authority, directory } from '../../../authorities/index.ts'
import { type Realm, realmOf } from '../../incident.ts'

export type ClosedBecause =
  | 'takes-no-mail'
  | 'encryption-required'
  | 'no-own-address'
  | 'own-address-is-an-authority'
  | 'invented-hospital'

export type Gate =
  | { readonly open: true; readonly recipient: string }
  | { readonly open: false; readonly because: ClosedBecause }

export interface Leaving {
  readonly incidentId: number
  readonly authority: Authority | null
  /** The hospital is one of the example centre, whose cases count as real among themselves. */
  readonly isInvented: boolean
  /** Of the person who sends; an exercise goes there and nowhere else. */
  readonly ownAddress: string | null
}

/** Where the mail of a filing goes; the number of the case alone says whether it is an exercise. */
export function gateMail({ incidentId, authority, isInvented, ownAddress }: Leaving): Gate {
  if (isInvented) return { open: false, because: 'invented-hospital' }
  const authorityMail = mailOf(authority)
  if (!authorityMail.open) return authorityMail
  if (realmOf(incidentId) === 'real') return authorityMail
  if (ownAddress === null || !oneAddress.test(ownAddress)) return { open: false, because: 'no-own-address' }
  if (isOfAnAuthority(ownAddress)) return { open: false, because: 'own-address-is-an-authority' }
  return { open: true, recipient: ownAddress }
}

/** Asked once more when the message is written: what was stored is believed no more than what is typed. */
export function mayLeave(filing: {
  readonly incidentId: number
  readonly authority: Authority | null
  readonly isInvented: boolean
  readonly recipient: string
  readonly isExerciseContent: boolean
}): boolean {
  if (filing.isInvented) return false
  const realm: Realm = filing.isExerciseContent ? 'exercise' : 'real'
  if (realm !== realmOf(filing.incidentId)) return false
  if (realm === 'exercise') return oneAddress.test(filing.recipient) && !isOfAnAuthority(filing.recipient)
  const gate = mailOf(filing.authority)
  return gate.open && gate.recipient === filing.recipient
}

/** Only where a source says that a filing by mail counts, and that it need not be encrypted, which we cannot do. */
export function mailOf(authority: Authority | null): Gate {
  const channels = (authority?.channels ?? []).filter(
    ({ kind, purpose, filing, address }) =>
      kind === 'mail' && purpose === 'file' && filing === 'accepted' && address !== null,
  )
  const plain = channels.find(({ encryption }) => encryption !== 'required')
  if (plain?.address) return { open: true, recipient: plain.address }
  return { open: false, because: channels.length > 0 ? 'encryption-required' : 'takes-no-mail' }
}

/** One mailbox and no list: no spaces, commas, brackets or quotes. */
const oneAddress = /^[^\s@,;:<>()[\]"\\]{1,64}@[^\s@,;:<>()[\]"\\]{3,190}$/

const authorityDomains: ReadonlySet<string> = new Set(
  [...directory.values()].flatMap(({ authorities }) =>
    authorities.flatMap(({ channels }) =>
      channels.flatMap(({ kind, address }) => (kind === 'mail' && address ? [domainOf(address)] : [])),
    ),
  ),
)

/** Any mailbox of the same house counts as the house. */
export function isOfAnAuthority(address: string): boolean {
  return authorityDomains.has(domainOf(address))
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}
