// Prepares a filing: one draft for each duty and authority, and the correction of one that was sent.
// SPDX-License-Identifier: EUPL-1.2
import { findOrganisation } from '../../../organisations/index.ts'
import type { Access } from '../../access.ts'
import { filingBlocked, filingUnknown } from '../../contract/refusals.ts'
import { isFrozen, wasTold } from '../../filings/filing.ts'
import { mapFor } from '../../filings/maps.ts'
import {
  type Filing,
  findFiling,
  insertFiling,
  type Settlements,
  selectFilings,
} from '../../store/filings.ts'
import { caseOf, noteInJournal, type Room, type RoomContext } from '../room.ts'
import { inRoomAtHome } from './at-home.ts'
import { receiverOf } from './receivers.ts'

type Preparing = Pick<RoomContext, 'database'>

/** Corrections included; a case that needs more is several cases. */
const maxFilings = 500

/** Returns the number of the draft: the one that is open for this duty and authority, or a new one. */
export function prepareFiling(
  context: Preparing,
  access: Access,
  { duty, authority }: Pick<Filing, 'duty' | 'authority'>,
  now: Date,
): Promise<number> {
  return inRoomAtHome(context, access, now, async (room) => {
    const organisation = await findOrganisation(room.scope, access.organisationId)
    const country = organisation?.country ?? ''
    const isOurs = mapFor(duty, country, now) && receiverOf(country, duty, authority, now)
    if (!isOurs) throw filingUnknown(0)
    return draftFor(room, { duty, authority, correctsId: null, settlements: {} })
  })
}

/** A correction goes to the authority that was told, about the same duty. */
export function prepareCorrection(
  context: Preparing,
  access: Access,
  filingId: number,
  now: Date,
): Promise<number> {
  return inRoomAtHome(context, access, now, (room) => correctionOf(room, filingId))
}

/** `settlements` explain the difference that the correction is for, and their sentences go with it. */
export async function correctionOf(
  room: Room,
  filingId: number,
  settlements: Settlements = {},
): Promise<number> {
  const told = await findFiling(room.scope, caseOf(room), filingId)
  if (!told) throw filingUnknown(filingId)
  if (!wasTold(told.state) || told.voidAt) throw filingBlocked('not-told')
  const { duty, authority } = told
  return draftFor(room, { duty, authority, correctsId: filingId, settlements })
}

async function draftFor(
  room: Room,
  wanted: Pick<Filing, 'duty' | 'authority' | 'correctsId' | 'settlements'>,
): Promise<number> {
  const filings = await selectFilings(room.scope, caseOf(room))
  const open = filings.find(
    ({ state, duty, authority, correctsId }) =>
      !isFrozen(state) &&
      duty === wanted.duty &&
      authority === wanted.authority &&
      correctsId === wanted.correctsId,
  )
  if (open) return open.id
  if (filings.length >= maxFilings) throw filingBlocked('too-many')
  const filingId = await insertFiling(room.scope, caseOf(room), { ...wanted, ...room.by })
  const { duty, authority, correctsId } = wanted
  await noteInJournal(room, 'filing-prepared', { filingId, duty, authority, correctsId })
  return filingId
}
