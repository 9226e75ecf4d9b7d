// What the capability announces, to itself and to others.
// SPDX-License-Identifier: EUPL-1.2
import { defineEvent } from '../../platform/events/event.ts'
import type { Realm } from '../incidents/index.ts'
import type { ChainStep, Decision } from './dossier/chain.ts'

/** Somebody asks the centre for help, for the first time or again. */
export const callAsked = defineEvent<{ readonly organisationId: number; readonly callId: number }>(
  'support.call-asked',
)
/** A member lacks something; the circle is told without a name. */
export const needPosted = defineEvent<{ readonly organisationId: number; readonly needId: number }>(
  'support.need-posted',
)

export interface DossierMoved {
  readonly organisationId: number
  readonly dossierId: number
  readonly realm: Realm
  readonly title: string
  readonly round: number
  readonly step: ChainStep
  readonly decision: Decision
}
/** Somebody said yes or no. */
export const dossierMoved = defineEvent<DossierMoved>('support.dossier-moved')
