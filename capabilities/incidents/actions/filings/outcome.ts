// What became of a filing: it arrived, a receipt came, it was refused, it never arrived.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope, MemberScope } from '../../../../platform/database/database.ts'
import { record } from '../../../../platform/journal/journal.ts'
import type { Access } from '../../access.ts'
import { filingBlocked, filingIncomplete, filingUnknown } from '../../contract/refusals.ts'
import { readFactValue } from '../../fact-value.ts'
import { nextState } from '../../filings/filing.ts'
import { type Filing, findFiling, saveAnswer, saveFailed, saveSent } from '../../store/filings.ts'
import { caseOf, noteInJournal, type Room, type RoomContext } from '../room.ts'
import { inRoomAtHome } from './at-home.ts'
import { moved } from './check.ts'

type Answering = Pick<RoomContext, 'database'>

/** Answers of authorities come when the case is long closed. */
const alsoWhenClosed = { write: true, closed: true } as const
const maxReasonCharacters = 2_000
const maxReceiptCharacters = 300

/** The entry that the legal clocks read, and the end of what it corrects. */
export async function noteSent(
  scope: MemberScope | EngineScope,
  filing: Filing,
  actor: string,
  now: Date,
): Promise<void> {
  const { organisationId, incidentId, id: filingId, duty, authority, correctsId, channel, sha256 } = filing
  const submittedAt = filing.sentAt?.toISOString()
  const entry = { organisationId, at: now, actor, objectType: 'incident', objectId: incidentId }
  const details = { filingId, duty, authority, submittedAt, correctsId, channel, sha256 }
  await record(scope, { ...entry, action: 'incident.filing-sent', details })
  const corrected = correctsId === null ? null : await findFiling(scope, filing, correctsId)
  const next = corrected && nextState(corrected.state, 'correction-sent')
  if (corrected && next?.allowed) await saveAnswer(scope, corrected, { ...corrected, state: next.state })
}

export async function enterReceiptIn(
  room: Room,
  filing: Filing,
  receiptNumber: string,
  receiptedAt: Date,
): Promise<void> {
  const state = moved(filing, ['receipt-entered'])
  await saveAnswer(room.scope, filing, { ...filing, state, receiptNumber, receiptedAt })
  await noteInJournal(room, 'filing-receipted', {
    filingId: filing.id,
    duty: filing.duty,
    receiptNumber,
    receiptedAt: receiptedAt.toISOString(),
  })
}

export interface AnswerCommand {
  readonly filingId: number
  readonly text: string
  /** In the member's zone; empty: now. */
  readonly at: string
  readonly timeZone: string
}

/** `text` is the number as the authority gave it. */
export function enterReceipt(
  context: Answering,
  access: Access,
  command: AnswerCommand,
  now: Date,
): Promise<void> {
  return answered(
    context,
    access,
    command,
    { pointer: 'receiptNumber', longest: maxReceiptCharacters },
    now,
    enterReceiptIn,
  )
}

export function recordRefusal(
  context: Answering,
  access: Access,
  command: AnswerCommand,
  now: Date,
): Promise<void> {
  return answered(context, access, command, reasonField, now, async (room, filing, because) => {
    const state = moved(filing, ['refused'])
    await saveAnswer(room.scope, filing, { ...filing, state, refusedBecause: because })
    await noteInJournal(room, 'filing-refused', { filingId: filing.id, duty: filing.duty })
  })
}

/** It counts as never filed: the clock that it had stopped runs again. */
export function recordVoid(
  context: Answering,
  access: Access,
  command: AnswerCommand,
  now: Date,
): Promise<void> {
  return answered(context, access, command, reasonField, now, async (room, filing, because) => {
    if (filing.voidAt || !filing.sentAt) throw filingBlocked('not-told')
    const state = filing.state === 'refused' ? filing.state : moved(filing, ['refused'])
    await saveAnswer(room.scope, filing, { ...filing, state, refusedBecause: because, voidAt: now })
    const { id: filingId, duty, sentAt, correctsId } = filing
    // A correction never stopped a clock, so it starts none again.
    if (correctsId === null)
      await noteInJournal(room, 'filing-void', { filingId, duty, submittedAt: sentAt.toISOString() })
    else await noteInJournal(room, 'filing-correction-void', { filingId, duty })
  })
}

/** A person found out that nothing arrived: it can be sent again, and what was tried stays. */
export function recordFailure(
  context: Answering,
  access: Access,
  command: AnswerCommand,
  now: Date,
): Promise<void> {
  return answered(context, access, command, reasonField, now, async (room, filing, because) => {
    const { content, sha256, channel, sendingAt, recipient, id } = filing
    moved(filing, ['sending-failed'])
    if (content === null || sha256 === null || channel === null || !sendingAt) throw filingUnknown(id)
    const startedAt = sendingAt.toISOString()
    const attempt = {
      content,
      sha256,
      channel,
      recipient,
      startedAt,
      failedAt: now.toISOString(),
      because,
      byName: access.name,
    }
    await saveFailed(room.scope, filing, attempt)
    await noteInJournal(room, 'filing-not-arrived', { filingId: id, duty: filing.duty, sha256 })
  })
}

/** A person found out that it arrived, although our mail server never said so. */
export function recordArrival(
  context: Answering,
  access: Access,
  command: AnswerCommand,
  now: Date,
): Promise<void> {
  return answered(context, access, command, reasonField, now, async (room, filing, _because, at) => {
    const sent = { ...filing, state: moved(filing, ['sent']), sentAt: at }
    await saveSent(room.scope, filing, sent)
    await noteSent(room.scope, sent, access.actor, now)
  })
}

const reasonField = { pointer: 'because', longest: maxReasonCharacters } as const

function answered(
  context: Answering,
  access: Access,
  command: AnswerCommand,
  field: { readonly pointer: string; readonly longest: number },
  now: Date,
  work: (room: Room, filing: Filing, text: string, at: Date) => Promise<void>,
): Promise<void> {
  return inRoomAtHome(
    context,
    access,
    now,
    async (room) => {
      const filing = await findFiling(room.scope, caseOf(room), command.filingId)
      if (!filing) throw filingUnknown(command.filingId)
      const text = command.text.trim()
      if (text === '') throw filingIncomplete([{ pointer: field.pointer, detail: 'missing' }])
      if (text.length > field.longest)
        throw filingIncomplete([{ pointer: field.pointer, detail: 'too-long' }])
      await work(room, filing, text, momentOf(command, now))
    },
    alsoWhenClosed,
  )
}

function momentOf({ at, timeZone }: AnswerCommand, now: Date): Date {
  if (at.trim() === '') return now
  const read = readFactValue('detectedAt', at, timeZone, now)
  if (!read.ok) throw filingIncomplete([{ pointer: 'at', detail: read.fault }])
  return new Date(String(read.value))
}
