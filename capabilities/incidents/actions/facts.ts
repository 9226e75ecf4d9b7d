// Records and corrects facts; what was said before stays visible.
// SPDX-License-Identifier: EUPL-1.2
import type { FieldFault } from '../../../platform/http/problem.ts'
import type { Access } from '../access.ts'
import { factsUnreadable, reasonMissing } from '../contract/refusals.ts'
import { type Confidence, type FactValue, foldLedger } from '../fact.ts'
import { detailsOf } from '../fact-details.ts'
import type { FactKey } from '../fact-keys.ts'
import { readFactValue } from '../fact-value.ts'
import { insertFact, selectFacts } from '../store/room.ts'
import { caseOf, inRoom, noteInJournal, type RoomContext } from './room.ts'

export interface FactsCommand {
  /** As typed in a form; the empty text takes the fact back. */
  readonly facts: readonly { readonly key: FactKey; readonly typed: string }[]
  readonly source: string
  readonly confidence: Confidence
  /** Asked for where one of them says something else than before. */
  readonly reason: string | null
  /** In which times are meant. */
  readonly timeZone: string
}

/** All or none; every fault at once, each with its key. What stands there already is not said again. Returns how many were new. */
export async function recordFacts(
  context: Pick<RoomContext, 'database'>,
  access: Access,
  command: FactsCommand,
  now: Date,
): Promise<number> {
  const { source, confidence } = command
  const values = readAll(command, now)
  return inRoom(context, access, now, async (room) => {
    const ledger = foldLedger(await selectFacts(room.scope, caseOf(room)))
    let recorded = 0
    for (const [key, value] of values) {
      const before = ledger.get(key)?.current ?? null
      if (isSame(before?.value ?? null, value) && (!before || before.confidence === confidence)) continue
      const isCorrection = before !== null && before.value !== null && !isSame(before.value, value)
      if (isCorrection && !command.reason) throw reasonMissing()
      const fact = {
        key,
        value,
        source,
        confidence,
        reason: isCorrection ? command.reason : null,
        ...room.by,
      }
      const number = await insertFact(room.scope, caseOf(room), fact)
      await noteInJournal(room, isCorrection ? 'fact-corrected' : 'fact-recorded', detailsOf(number, fact))
      recorded += 1
    }
    return recorded
  })
}

function readAll(
  { facts, timeZone }: FactsCommand,
  now: Date,
): readonly (readonly [FactKey, FactValue | null])[] {
  const faults: FieldFault[] = []
  const values = facts.flatMap(({ key, typed }): (readonly [FactKey, FactValue | null])[] => {
    const read = readFactValue(key, typed, timeZone, now)
    if (read.ok) return [[key, read.value]]
    if (read.fault === 'missing') return [[key, null]]
    faults.push({ pointer: key, detail: read.fault })
    return []
  })
  if (faults.length > 0) throw factsUnreadable(faults)
  return values
}

function isSame(a: FactValue | null, b: FactValue | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
