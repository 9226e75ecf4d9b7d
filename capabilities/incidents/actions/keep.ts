// What people keep in a room beside facts: notes, decisions, tasks and promises, services, assets, indicators.
// SPDX-License-Identifier: EUPL-1.2
import { assetById } from '../../assets/index.ts'
import type { Access } from '../access.ts'
import type { ServiceStanding } from '../clinical-service.ts'
import { assetUnknown, taskEnded } from '../contract/refusals.ts'
import {
  deleteCaseAsset,
  deleteIndicator,
  endTask,
  type Indicator,
  insertCaseAsset,
  insertDecision,
  insertIndicator,
  insertNote,
  insertService,
  insertTask,
  type NoteKind,
  saveOwner,
  type Task,
  type TaskKind,
} from '../store/room.ts'
import { caseOf, inRoom, noteInJournal, type RoomContext } from './room.ts'

type Keeping = Pick<RoomContext, 'database'>

export function addNote(
  context: Keeping,
  access: Access,
  note: { readonly kind: NoteKind; readonly text: string; readonly happenedAt: Date | null },
  now: Date,
): Promise<void> {
  return inRoom(
    context,
    access,
    now,
    async (room) => {
      const happenedAt = note.happenedAt ?? now
      const noteId = await insertNote(room.scope, caseOf(room), { ...note, happenedAt, ...room.by })
      await noteInJournal(room, 'note-added', { noteId, kind: note.kind })
    },
    // Lessons are learned when all is over.
    { write: true, closed: note.kind === 'lesson' },
  )
}

export function decide(
  context: Keeping,
  access: Access,
  decision: { readonly subject: string; readonly answer: string; readonly because: string },
  now: Date,
): Promise<void> {
  return inRoom(context, access, now, async (room) => {
    await insertDecision(room.scope, caseOf(room), { ...decision, ...room.by })
    await noteInJournal(room, 'decided', { subject: decision.subject, answer: decision.answer })
  })
}

export function addTask(
  context: Keeping,
  access: Access,
  task: {
    readonly kind: TaskKind
    readonly title: string
    readonly toWhom: string | null
    readonly leadsTo?: string | null
    readonly owner: string
    readonly dueAt: Date
  },
  now: Date,
): Promise<void> {
  return inRoom(
    context,
    access,
    now,
    async (room) => {
      const taskId = await insertTask(room.scope, caseOf(room), { leadsTo: null, ...task, ...room.by })
      await noteInJournal(room, `${task.kind}-added`, { taskId, dueAt: task.dueAt.toISOString() })
    },
    { write: true, closed: task.kind === 'lesson' },
  )
}

export function finishTask(
  context: Keeping,
  access: Access,
  end: { readonly taskId: number; readonly state: 'done' | 'dropped'; readonly outcome: string | null },
  now: Date,
): Promise<void> {
  return inRoom(
    context,
    access,
    now,
    async (room) => {
      const { taskId: id, state, outcome } = end
      const ended = await endTask(room.scope, caseOf(room), {
        id,
        state,
        endedAt: now,
        endedByName: access.name,
        outcome,
      })
      if (!ended) throw taskEnded()
      await noteInJournal(room, 'task-ended', { taskId: id, state })
    },
    { write: true, closed: true },
  )
}

export function assignTask(
  context: Keeping,
  access: Access,
  task: Pick<Task, 'id' | 'owner' | 'dueAt'>,
  now: Date,
): Promise<void> {
  return inRoom(context, access, now, async (room) => {
    if (!(await saveOwner(room.scope, caseOf(room), task))) throw taskEnded()
    await noteInJournal(room, 'task-assigned', { taskId: task.id, dueAt: task.dueAt.toISOString() })
  })
}

export function setService(
  context: Keeping,
  access: Access,
  standing: Omit<ServiceStanding, 'recordedAt' | 'recordedByName'>,
  now: Date,
): Promise<void> {
  return inRoom(context, access, now, async (room) => {
    await insertService(room.scope, caseOf(room), { ...standing, ...room.by })
    const { service, state, expectedAt } = standing
    await noteInJournal(room, 'service-told', {
      service,
      state,
      expectedAt: expectedAt?.toISOString() ?? null,
    })
  })
}

export function addCaseAsset(
  context: Keeping,
  access: Access,
  asset: { readonly assetId: number; readonly note: string | null },
  now: Date,
): Promise<void> {
  return inRoom(context, access, now, async (room) => {
    if (!(await assetById(room.scope, asset.assetId))) throw assetUnknown(asset.assetId)
    await insertCaseAsset(room.scope, caseOf(room), { ...asset, ...room.by })
    await noteInJournal(room, 'asset-added', { assetId: asset.assetId })
  })
}

export function removeCaseAsset(context: Keeping, access: Access, assetId: number, now: Date): Promise<void> {
  return inRoom(context, access, now, async (room) => {
    await deleteCaseAsset(room.scope, caseOf(room), assetId)
    await noteInJournal(room, 'asset-removed', { assetId })
  })
}

export function addIndicators(
  context: Keeping,
  access: Access,
  indicators: readonly Pick<Indicator, 'type' | 'value' | 'note'>[],
  now: Date,
): Promise<void> {
  return inRoom(context, access, now, async (room) => {
    for (const indicator of indicators)
      await insertIndicator(room.scope, caseOf(room), { ...indicator, ...room.by })
    await noteInJournal(room, 'indicators-added', { count: indicators.length })
  })
}

export function removeIndicator(context: Keeping, access: Access, id: number, now: Date): Promise<void> {
  return inRoom(context, access, now, async (room) => {
    await deleteIndicator(room.scope, caseOf(room), id)
    await noteInJournal(room, 'indicator-removed', { indicatorId: id })
  })
}
