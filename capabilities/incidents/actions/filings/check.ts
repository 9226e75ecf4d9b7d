// Holds a draft against what was told, and settles what contradicts; each way out is kept with its reason.
// SPDX-License-Identifier: EUPL-1.2
import type { Access } from '../../access.ts'
import { filingBlocked, filingIncomplete, filingUnknown } from '../../contract/refusals.ts'
import { readFactValue } from '../../fact-value.ts'
import { type FilingEvent, isFrozen, nextState } from '../../filings/filing.ts'
import {
  type Effect,
  type Settlement,
  type SettlementWay,
  settle,
  settlementKey,
} from '../../filings/settlement.ts'
import type { FilingValue } from '../../filings/value.ts'
import { type Filing, findFiling, saveDraft } from '../../store/filings.ts'
import { recordFacts } from '../facts.ts'
import { caseOf, noteInJournal, type Room, type RoomContext } from '../room.ts'
import { inRoomAtHome } from './at-home.ts'
import { type Draft, draftOf } from './draft.ts'
import { correctionOf } from './prepare.ts'

type Checking = Pick<RoomContext, 'database'>

/** How many contradictions are open; none means that it is ready to be sent. */
export function checkFiling(context: Checking, access: Access, filingId: number, now: Date): Promise<number> {
  return inRoomAtHome(context, access, now, async (room) => {
    const filing = await draftIn(room, filingId)
    const { open } = await draftOf(room.scope, room.incident, filing, now)
    const state = moved(filing, open.length > 0 ? ['contradiction-found'] : steps(filing, 'checked'))
    await saveDraft(room.scope, { ...caseOf(room), id: filingId }, { ...filing, state })
    await noteInJournal(room, 'filing-checked', { filingId, open: open.length })
    return open.length
  })
}

export interface SettleCommand {
  readonly filingId: number
  /** The pair of values, as `settlementKey` names it. */
  readonly finding: string
  readonly way: SettlementWay
  readonly reason: string
  /** For `fix-fact`: as typed, times in the member's zone. */
  readonly typed: string
}

/** The fact first, in the room's own way; then the sentence, and the correction that the other authority is owed. */
export async function settleFinding(
  context: Checking,
  access: Access,
  command: SettleCommand,
  now: Date,
): Promise<void> {
  const { draft, effects, settles } = await decide(context, access, command, now)
  const reason = command.reason.trim()
  for (const effect of effects)
    if (effect.kind === 'correct-fact')
      await recordFacts(
        context,
        access,
        {
          facts: [{ key: effect.key, typed: typedOf(effect.value) }],
          source: access.name,
          confidence: 'likely',
          reason,
          timeZone: draft.organisation.timeZone,
        },
        now,
      )
  await inRoomAtHome(context, access, now, async (room) => {
    const filing = await draftIn(room, command.filingId)
    const key = effects[0]?.key
    if (!key) return
    const settlement = { key, way: command.way, reason, at: now.toISOString(), byName: access.name }
    const settled = { ...filing, settlements: { ...filing.settlements, [settles]: settlement } }
    const { open } = await draftOf(room.scope, room.incident, settled, now)
    const state = moved(filing, open.length > 0 ? ['contradiction-found'] : steps(filing, 'facts-changed'))
    await saveDraft(room.scope, { ...caseOf(room), id: filing.id }, { ...settled, state })
    await noteInJournal(room, 'filing-settled', { filingId: filing.id, key, way: command.way })
    for (const effect of effects)
      if (effect.kind === 'prepare-correction')
        await correctionOf(room, Number(effect.filingId), {
          [settles]: { ...settlement, way: command.way === 'fix-fact' ? 'use-draft' : command.way },
        })
  })
}

async function decide(
  context: Checking,
  access: Access,
  command: SettleCommand,
  now: Date,
): Promise<{ readonly draft: Draft; readonly effects: readonly Effect[]; readonly settles: string }> {
  return inRoomAtHome(context, access, now, async (room) => {
    const filing = await draftIn(room, command.filingId)
    const draft = await draftOf(room.scope, room.incident, filing, now)
    const finding = draft.open.find((one) => settlementKey(one) === command.finding)
    if (!finding) throw filingIncomplete([{ pointer: 'way', detail: 'nothing-to-settle' }])
    const settled = settle(finding, settlementFrom(command, finding.key, draft, now))
    if (settled.allowed) return { draft, effects: settled.effects, settles: settled.settles }
    const pointer = settled.because.startsWith('reason') ? 'reason' : 'value'
    throw filingIncomplete([{ pointer, detail: settled.because }])
  })
}

function settlementFrom(
  { way, reason, typed }: SettleCommand,
  key: Effect['key'],
  { organisation }: Draft,
  now: Date,
): Settlement {
  if (way !== 'fix-fact') return { way, reason }
  const read = readFactValue(key, typed, organisation.timeZone, now)
  if (!read.ok) throw filingIncomplete([{ pointer: 'value', detail: 'value-does-not-fit' }])
  return { way, reason, value: read.value }
}

/** As it would be typed, for the one way in which facts are recorded. */
function typedOf(value: FilingValue): string {
  return Array.isArray(value) ? value.join(' ') : String(value)
}

export async function draftIn(room: Room, filingId: number): Promise<Filing> {
  const filing = await findFiling(room.scope, caseOf(room), filingId)
  if (!filing) throw filingUnknown(filingId)
  if (isFrozen(filing.state)) throw filingBlocked('frozen')
  return filing
}

/** A contradiction that somebody had settled is first no contradiction any more. */
export function steps(filing: Pick<Filing, 'state'>, event: FilingEvent): readonly FilingEvent[] {
  return filing.state === 'contradiction-open' ? ['contradiction-settled', event] : [event]
}

export function moved(filing: Pick<Filing, 'state'>, events: readonly FilingEvent[]): Filing['state'] {
  return events.reduce((state, event) => {
    const next = nextState(state, event)
    if (!next.allowed) throw filingBlocked(next.because)
    return next.state
  }, filing.state)
}
