// A person at the centre decides about a pair of names, or takes a decision back; it counts for every member at once.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import type { AliasAnswer } from '../alias.ts'
import { alreadyDecided, nothingToTakeBack, unknownPair } from '../contract.ts'
import type { AliasCause } from '../events.ts'
import { fillAliasKeys, insertDecision, lockMatching, lockPair, selectDecisionsOfPair } from '../store.ts'
import { relinkNames } from './relink.ts'

export interface AliasCommand {
  readonly pairId: number
  readonly answer: AliasAnswer | 'taken-back'
  readonly reason: string
  /** The decision that the person saw standing, or null. */
  readonly standing: number | null
  readonly person: { readonly id: number; readonly name: string }
}

/** Returns the decision's number. Links, verdicts and alerts follow in the same transaction, large numbers in portions. */
export function decideAlias(
  context: Pick<Context, 'database' | 'events'>,
  command: AliasCommand,
  now: Date,
): Promise<number> {
  return context.database.asEngine(async (scope) => {
    // No inventory and no advisory may be linked by what was true before.
    await lockMatching(scope, 'advisory')
    await fillAliasKeys(scope)
    const pair = await lockPair(scope, command.pairId)
    if (!pair) throw unknownPair(command.pairId)
    await refuseUnlessSeen(scope, command)
    const id = await insertDecision(scope, {
      pairId: command.pairId,
      answer: command.answer,
      reason: command.reason,
      decidedBy: `person:${command.person.id}`,
      decidedByName: command.person.name,
      decidedAt: now,
    })
    const keys = [pair.inventoryKey, pair.statedKey]
    const versions = await relinkNames(context, scope, keys, causes[command.answer], now)
    await record(scope, {
      organisationId: centreJournal,
      at: now,
      actor: `person:${command.person.id}`,
      action: actions[command.answer],
      objectType: 'alias',
      objectId: command.pairId,
      details: { decision: id, reason: command.reason, versions },
    })
    return id
  })
}

/** Two people may look at one pair at the same time: the second learns what the first has decided. */
async function refuseUnlessSeen(
  scope: EngineScope,
  { pairId, standing, answer }: AliasCommand,
): Promise<void> {
  const [last] = await selectDecisionsOfPair(scope, pairId, 1)
  const stands = last && last.answer !== 'taken-back' ? last : null
  if ((stands?.id ?? null) === standing && (answer !== 'taken-back' || stands)) return
  if (answer === 'taken-back' || !last) throw nothingToTakeBack()
  throw alreadyDecided(last.decidedByName, last.decidedAt)
}

const causes: Readonly<Record<AliasCommand['answer'], AliasCause>> = {
  same: 'alias-confirmed',
  member: 'alias-confirmed',
  different: 'alias-refused',
  'taken-back': 'alias-taken-back',
}

const actions: Readonly<Record<AliasCommand['answer'], string>> = {
  same: 'alias.confirmed',
  member: 'alias.confirmed-as-member',
  different: 'alias.refused',
  'taken-back': 'alias.taken-back',
}
