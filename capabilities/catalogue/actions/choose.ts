// Plans an item, puts it off, says that it is done or not for this house, and takes that back; the obligation goes with it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import { cancelObligations, dischargeObligations, startObligations } from '../../obligations/index.ts'
import type { ChoiceKind } from '../choice.ts'
import { unknownItem } from '../contract/refusals.ts'
import type { Item } from '../item.ts'
import { insertChoice, lockChoices, selectChoicesOf } from '../store/choices.ts'
import { type Acting, actorOf, noteInJournal } from './acting.ts'
import { findListed } from './items.ts'

const subjectType = 'item-choice'

export interface Choosing {
  readonly key: string
  readonly choice: ChoiceKind
  readonly until: Date | null
  readonly reason: string | null
  /** Null: whoever plans it. */
  readonly who: string | null
}

/** The item, so that the page knows which fact to ask for next. */
export function chooseItem(
  context: Pick<Context, 'database'>,
  by: Acting,
  choosing: Choosing,
  now: Date,
): Promise<Item> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    const listed = await findListed(scope, choosing.key)
    if (!listed) throw unknownItem()
    const { item } = listed
    await lockChoices(scope, organisationId, item.key)
    await endPlan(scope, by, choosing, now)
    const id = await insertChoice(scope, organisationId, {
      itemKey: item.key,
      itemVersion: item.version,
      choice: choosing.choice,
      until: choosing.until,
      reason: choosing.reason,
      who: choosing.who,
      at: now,
      by: actorOf(by),
      byName: by.name,
    })
    if (choosing.choice === 'planned' && choosing.until)
      await startObligations(scope, [
        {
          organisationId,
          kind: 'measure',
          when: null,
          subjectType,
          subjectId: id,
          startsAt: now,
          chosenDueAt: choosing.until,
        },
      ])
    const action = `item-${choosing.choice}`
    await noteInJournal(scope, by, { action, objectType: 'item', objectId: item.key }, now)
    return item
  })
}

/** What was planned before is either done now, or no longer owed. */
async function endPlan(
  scope: MemberScope,
  { organisationId, name }: Acting,
  { key, choice }: Choosing,
  now: Date,
): Promise<void> {
  const planned = (await selectChoicesOf(scope, organisationId, key)).filter(
    (one) => one.choice === 'planned',
  )
  if (planned.length === 0) return
  const end = {
    organisationIds: planned.map(() => organisationId),
    subjectType,
    subjectIds: planned.map(({ id }) => id),
    kinds: ['measure' as const],
    at: now,
  }
  if (choice === 'done') await dischargeObligations(scope, end, `said done by ${name}`)
  else await cancelObligations(scope, end)
}
