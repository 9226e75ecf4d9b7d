// Playbooks in a room: which of them run, starting one, and what a person does in one; all through the room's own door.
// SPDX-License-Identifier: EUPL-1.2
import { notFound } from '../../../platform/http/problem.ts'
import { findOrganisation } from '../../organisations/index.ts'
import {
  type Actor,
  answerDecision,
  type CarriedOut,
  completeStep,
  endRun,
  listPlaybooks,
  noteOnStep,
  type Order,
  type Outcome,
  type RunView,
  readRun,
  reopenStep,
  runsOf,
  startRun,
  takeStep,
} from '../../playbooks/index.ts'
import type { Access } from '../access.ts'
import { doorClosed, readOnly } from '../contract/refusals.ts'
import { inRoom, noteInJournal, type Room, type RoomContext } from './room.ts'

type Runs = Pick<RoomContext, 'database'>

const subjectType = 'incident'
/** Each holds its whole playbook; a case that has begun so many has gone wrong. */
const maxRunsOfCase = 40
/** As the events of a run keep a name. */
const maxNameCharacters = 200

export interface Reading {
  /** BCP 47. */
  readonly language: string
  readonly now: Date
}

export function readRuns(
  context: Runs,
  access: Access,
  { language, now }: Reading,
): Promise<readonly RunView[]> {
  return inRoom(
    context,
    access,
    now,
    ({ scope, incident }) => runsOf(scope, subjectType, [incident.id], language, now),
    { write: false },
  )
}

export function readRunInRoom(
  context: Runs,
  access: Access,
  runId: number,
  { language, now }: Reading,
): Promise<RunView> {
  return inRoom(context, access, now, (room) => runOfRoom(room, runId, language), { write: false })
}

/** A run of another case is as unknown here as none: a guest sees this room alone. */
async function runOfRoom({ scope, incident, now }: Room, runId: number, language: string): Promise<RunView> {
  const view = await readRun(scope, runId, language, now)
  if (view.subjectType !== subjectType || view.subjectId !== incident.id)
    throw notFound('There is no such run in this room.')
  return view
}

/** What the hospital may start: ours, and what the centre offers it. */
export function playbooksToStart(context: Runs, access: Access, now: Date) {
  return inRoom(context, access, now, ({ scope }) => listPlaybooks(scope), { write: false })
}

/** The number of the run; null where the case has too many. One that runs already is not begun twice. */
export function beginRun(
  context: Runs,
  access: Access,
  start: { readonly playbookKey: string; readonly role: string },
  now: Date,
): Promise<number | null> {
  return inRoom(context, access, now, async (room) => {
    if (access.via === 'guest') throw doorClosed()
    const { scope, incident } = room
    const runs = await runsOf(scope, subjectType, [incident.id], incident.language, now)
    const running = runs.find(({ key, ended }) => key === start.playbookKey && ended === null)
    if (running) return running.runId
    if (runs.length >= maxRunsOfCase) return null
    const { playbookKey, role } = start
    const actor = actorOf(access, role)
    const simulated = incident.realm === 'exercise'
    const runId = await startRun(
      scope,
      { subjectType, subjectId: incident.id, playbookKey, simulated, actor },
      now,
    )
    await noteInJournal(room, 'run-started', { runId, playbook: playbookKey })
    return runId
  })
}

/** What somebody does in a run, as the page sends it. */
export type RunCommand =
  | { readonly kind: 'take'; readonly stepId: string; readonly takeOver: boolean }
  | {
      readonly kind: 'complete'
      readonly stepId: string
      readonly outcome: Outcome
      readonly note: string | null
    }
  | {
      readonly kind: 'answer'
      readonly stepId: string
      readonly answer: string
      readonly note: string | null
    }
  | { readonly kind: 'note'; readonly stepId: string | null; readonly note: string }
  | { readonly kind: 'reopen'; readonly stepId: string; readonly note: string }
  | { readonly kind: 'end'; readonly note: string }

export interface RunOrder {
  readonly runId: number
  readonly commandId: string
  /** What they are in this matter: a role of the playbook, or the door they came through. */
  readonly role: string
  readonly command: RunCommand
}

export function actInRun(
  context: Runs,
  access: Access,
  { runId, commandId, role, command }: RunOrder,
  now: Date,
): Promise<CarriedOut> {
  return inRoom(context, access, now, async (room) => {
    if (command.kind === 'end' && access.via === 'guest') throw readOnly()
    await runOfRoom(room, runId, room.incident.language)
    const organisation = await findOrganisation(room.scope, access.organisationId)
    const timeZone = organisation?.timeZone ?? 'UTC'
    const carriedOut = await carryOut(
      room,
      { runId, commandId, timeZone, actor: actorOf(access, role) },
      command,
    )
    if (command.kind === 'end' && !carriedOut.isRepeated) await noteInJournal(room, 'run-ended', { runId })
    return carriedOut
  })
}

function carryOut({ scope, now }: Room, order: Order, command: RunCommand): Promise<CarriedOut> {
  switch (command.kind) {
    case 'take':
      return takeStep(scope, { ...order, ...command }, now)
    case 'complete':
      return completeStep(scope, { ...order, ...command }, now)
    case 'answer':
      return answerDecision(scope, { ...order, ...command }, now)
    case 'note':
      return noteOnStep(scope, { ...order, ...command }, now)
    case 'reopen':
      return reopenStep(scope, { ...order, ...command }, now)
    case 'end':
      return endRun(scope, { ...order, note: command.note }, now)
  }
}

export function actorOf({ actor, name }: Pick<Access, 'actor' | 'name'>, role: string): Actor {
  const personId = actor.startsWith('person:') ? Number(actor.slice('person:'.length)) : null
  return { personId, name: name.slice(0, maxNameCharacters).toWellFormed(), role }
}
