// Ticks a ten-minute task of a measure as done, or takes the tick back.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { ownItemsOf } from '../../catalogue/index.ts'
import { unknownHere } from '../contract/refusals.ts'
import type { Measure } from '../pack.ts'
import { insertTick, selectTicks, type TaskTick } from '../store/tasks.ts'
import { type Acting, noteInJournal, recordedBy } from './acting.ts'

type TaskContext = Pick<Context, 'database'>

export function measureOf(key: string): Measure {
  const measure = ownItemsOf('measure').find((one) => one.key === key)
  if (!measure) throw unknownHere()
  return measure
}

export function tickTask(
  context: TaskContext,
  by: Acting,
  tick: Pick<TaskTick, 'measure' | 'task' | 'isDone' | 'note'>,
  now: Date,
): Promise<void> {
  const measure = measureOf(tick.measure)
  if (!measure.body.tasks.some(({ key }) => key === tick.task)) throw unknownHere()
  return context.database.asMember(by.organisationId, async (scope) => {
    await insertTick(scope, by.organisationId, { ...tick, ...recordedBy(by, now) })
    const action = tick.isDone ? 'task-done' : 'task-not-done'
    await noteInJournal(
      scope,
      by,
      { action, objectType: 'measure', objectId: tick.measure, details: { task: tick.task } },
      now,
    )
  })
}

/** The tasks that are ticked now, by their keys. */
export function ticksOf(
  context: TaskContext,
  organisationId: number,
  measure: string,
): Promise<ReadonlyMap<string, TaskTick>> {
  return context.database.asMember(organisationId, async (scope) => {
    const ticks = await selectTicks(scope, organisationId, measure)
    return new Map(ticks.filter(({ isDone }) => isDone).map((tick) => [tick.task, tick]))
  })
}
