// A request to the reserve for one matter, and what each step of the chain said about it.
// SPDX-License-Identifier: EUPL-1.2
import type { Realm } from '../../incidents/index.ts'
import type { ChainStep, Decision, DossierState, OutsideStep } from './chain.ts'

export interface Dossier {
  readonly organisationId: number
  readonly id: number
  readonly realm: Realm
  readonly incidentId: number | null
  readonly title: string
  readonly state: DossierState
  readonly round: number
  readonly openedAt: Date
  readonly openedByName: string
  readonly endedAt: Date | null
}

export interface Endorsement {
  readonly round: number
  readonly step: ChainStep
  readonly decision: Decision
  readonly name: string
  readonly role: string
  readonly mandate: string
  readonly receiptNumber: string | null
  /** Why not, where it was refused. */
  readonly text: string | null
  readonly snapshot: string
  readonly sha256: string
  readonly via: 'member' | 'centre' | 'link'
  readonly recordedAt: Date
  readonly recordedByName: string
}

export interface Link {
  readonly id: number
  readonly dossierId: number
  readonly round: number
  readonly step: OutsideStep
  readonly forWhom: string
  readonly until: Date
  readonly usedAt: Date | null
  readonly revokedAt: Date | null
  readonly recordedByName: string
}

/** Long enough for a weekend and for a mandate to be signed. */
export const linkDays = 4

/** The last instant is still within it; a link is for one step of one round and for one answer. */
export function linkIsGood(
  link: Pick<Link, 'until' | 'usedAt' | 'revokedAt' | 'round' | 'step'> | null,
  dossier: Pick<Dossier, 'round'> & { readonly turn: ChainStep | null },
  now: Date,
): boolean {
  if (!link || link.usedAt || link.revokedAt || now > link.until) return false
  return link.round === dossier.round && link.step === dossier.turn
}
