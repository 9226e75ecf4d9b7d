// Sends a filing, or records that somebody did: the content is frozen with its hash before the first byte may leave.
// SPDX-License-Identifier: EUPL-1.2
import type { FieldFault } from '../../../../platform/http/problem.ts'
import { wallTimeOf } from '../../../../platform/time/zone.ts'
import type { Access } from '../../access.ts'
import { filingBlocked, filingIncomplete } from '../../contract/refusals.ts'
import { readFactValue } from '../../fact-value.ts'
import type { FilingEvent } from '../../filings/filing.ts'
import { freeze } from '../../filings/frozen.ts'
import { type Filing, freezeFiling } from '../../store/filings.ts'
import { caseOf, noteInJournal, type Room } from '../room.ts'
import { inRoomAtHome } from './at-home.ts'
import { draftIn, moved, steps } from './check.ts'
import { type Draft, draftOf } from './draft.ts'
import { askForMails, type MailContext } from './follow.ts'
import { gateMail } from './gate.ts'
import { enterReceiptIn, noteSent } from './outcome.ts'
import { authorityByKey, notKnown } from './receivers.ts'

export const ways = ['mail', 'portal', 'telephone', 'paper'] as const
export type Way = (typeof ways)[number]

export interface SendCommand {
  readonly filingId: number
  readonly way: Way
  readonly sender: { readonly name: string; readonly role: string; readonly basis: string }
  /** Of the content that the person looked at. */
  readonly seen: string
  /** When it happened, in the member's zone; a mail goes now. */
  readonly happened: string
  readonly receiptNumber: string
  /** Whom it was told, where the directory does not know. */
  readonly authorityName: string
  /** Typed again at night. */
  readonly caseWord: string
  /** Of the person who sends; null for guests. */
  readonly ownAddress: string | null
}

export const maxSenderCharacters = 300
export const maxMandateCharacters = 2_000
export const maxReceiptCharacters = 300
const nightEndsAtMs = 6 * 3_600_000

/** Between midnight and six, what cannot be taken back is asked twice. */
export function isNight(now: Date, timeZone: string): boolean {
  return wallTimeOf(now, timeZone).msOfDay < nightEndsAtMs
}

export async function sendFiling(
  context: MailContext,
  access: Access,
  command: SendCommand,
  now: Date,
): Promise<void> {
  await inRoomAtHome(context, access, now, async (room) => {
    const filing = await draftIn(room, command.filingId)
    const draft = await draftOf(room.scope, room.incident, filing, now)
    const happenedAt = readCommand(command, filing, draft, room)
    const recipient = mayGo(command, filing, draft, room)
    if (command.seen !== draft.seen) throw filingBlocked('changed')
    await freezeAndNote(room, command, { filing, draft, happenedAt, recipient })
  })
  if (command.way === 'mail') await askForMails(context, access.organisationId, now)
}

interface Going {
  readonly filing: Filing
  readonly draft: Draft
  readonly happenedAt: Date
  /** The mail address; null for other ways. */
  readonly recipient: string | null
}

async function freezeAndNote(room: Room, command: SendCommand, going: Going): Promise<void> {
  const { filing, draft, happenedAt, recipient } = going
  const { way, sender } = command
  const authorityName = authorityByKey(filing.authority)?.name ?? command.authorityName.trim()
  const frozen = freeze({
    ...draft,
    isExercise: room.incident.realm === 'exercise',
    sending: {
      filingId: String(filing.id),
      authority: { key: filing.authority, name: authorityName || filing.authority },
      way,
      sentAt: happenedAt.toISOString(),
      sender: {
        name: sender.name.trim(),
        role: sender.role.trim(),
        mandate: { basis: sender.basis.trim(), until: null },
      },
      corrects: filing.correctsId === null ? null : String(filing.correctsId),
    },
  })
  const sent: Filing = {
    ...filing,
    ...frozen,
    state: moved(filing, eventsOf(way, filing)),
    channel: way,
    recipient,
    mandate: sender.basis.trim(),
    sendingAt: happenedAt,
    sentAt: way === 'mail' ? null : happenedAt,
  }
  await freezeFiling(
    room.scope,
    { ...caseOf(room), id: filing.id },
    {
      ...frozen,
      state: sent.state,
      channel: way,
      recipient,
      mandate: sender.basis.trim(),
      sendingAt: happenedAt,
      sentAt: sent.sentAt,
      sentBy: room.access.actor,
      sentByName: room.access.name,
    },
  )
  const { duty, authority, id: filingId } = filing
  if (way === 'mail')
    await noteInJournal(room, 'filing-sending', {
      filingId,
      duty,
      authority,
      channel: way,
      sha256: frozen.sha256,
    })
  else await noteSent(room.scope, sent, room.access.actor, room.now)
  if (command.receiptNumber.trim() !== '' && way !== 'mail')
    await enterReceiptIn(room, sent, command.receiptNumber.trim(), happenedAt)
}

function eventsOf(way: Way, filing: Filing): readonly FilingEvent[] {
  if (way === 'telephone') return ['told-by-telephone']
  if (way === 'paper') return ['handed-over-on-paper']
  const start = [...steps(filing, 'checked'), 'sending-started'] as const
  const fromReady = filing.state === 'ready' ? (['sending-started'] as const) : start
  return way === 'mail' ? fromReady : [...fromReady, 'sent']
}

/** Every fault at once, each at its field. */
function readCommand(command: SendCommand, filing: Filing, { organisation }: Draft, room: Room): Date {
  const { sender, way, receiptNumber } = command
  const faults: FieldFault[] = [
    ...lengthFault('senderName', sender.name, maxSenderCharacters),
    ...lengthFault('role', sender.role, maxSenderCharacters),
    ...lengthFault('mandate', sender.basis, maxMandateCharacters),
  ]
  if (receiptNumber.trim().length > maxReceiptCharacters)
    faults.push({ pointer: 'receiptNumber', detail: 'too-long' })
  if (filing.authority === notKnown)
    faults.push(...lengthFault('authorityName', command.authorityName, maxSenderCharacters))
  if (
    way === 'mail' &&
    isNight(room.now, organisation.timeZone) &&
    !sameWord(command.caseWord, room.incident.word)
  )
    faults.push({ pointer: 'caseWord', detail: 'not-the-word' })
  const at =
    way === 'mail'
      ? { ok: true as const, value: room.now.toISOString() }
      : readMoment(command, organisation.timeZone, room.now)
  if (!at.ok) faults.push({ pointer: 'happened', detail: at.fault })
  if (faults.length > 0 || !at.ok) throw filingIncomplete(faults)
  return new Date(String(at.value))
}

function readMoment({ happened }: SendCommand, timeZone: string, now: Date) {
  return readFactValue('detectedAt', happened, timeZone, now)
}

function lengthFault(pointer: string, typed: string, longest: number): readonly FieldFault[] {
  const { length } = typed.trim()
  if (length === 0) return [{ pointer, detail: 'missing' }]
  return length > longest ? [{ pointer, detail: 'too-long' }] : []
}

function sameWord(typed: string, word: string): boolean {
  return typed.trim().toLowerCase().replaceAll(' ', '-') === word
}

/** What was told by telephone or on paper happened, whatever the draft looked like; what can still be stopped is. */
function mayGo(
  { way, ownAddress }: SendCommand,
  { authority }: Filing,
  { open, rendered, organisation }: Draft,
  { incident }: Room,
): string | null {
  if ((way === 'mail' || way === 'portal') && open.length > 0) throw filingBlocked('contradiction-open')
  if (way !== 'mail') return null
  if (rendered.blocking.length > 0) throw filingBlocked('not-enough')
  const gate = gateMail({
    incidentId: incident.id,
    authority: authorityByKey(authority),
    isInvented: organisation.isExample,
    ownAddress,
  })
  if (!gate.open) throw filingBlocked(gate.because)
  return gate.recipient
}
