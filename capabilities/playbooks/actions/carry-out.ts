// One command of one person on a run: decided, stored and put on record in the caller's transaction.
// SPDX-License-Identifier: EUPL-1.2
import { record } from '../../../platform/journal/journal.ts'
import { maxCommandIdCharacters, maxEventsOfRun } from '../contract.ts'
import { flowOf } from '../flow.ts'
import { type Actor, type Command, decide, type EventKind, type RunEvent, stateOf } from '../run.ts'
import { insertEvent, organisationOf, type RunScope, selectEvents, selectRunToChange } from '../store/runs.ts'
import type { Run } from '../view.ts'
import { noSuchRun, refusalOf, runFull } from './refusals.ts'

export interface Order {
  readonly runId: number
  /** Made by who sends it, such as a UUID in the form: sent twice, it counts once. */
  readonly commandId: string
  readonly actor: Actor
  /** IANA name; a refusal says in it when somebody else was first. */
  readonly timeZone: string
}

export interface CarriedOut {
  readonly event: RunEvent
  /** The command had been carried out before; nothing was changed. */
  readonly isRepeated: boolean
}

export async function carryOut(
  scope: RunScope,
  { runId, commandId, actor, timeZone }: Order,
  command: Command,
  now: Date,
): Promise<CarriedOut> {
  const run = await selectRunToChange(scope, runId)
  if (!run) throw noSuchRun(runId)
  const events = (await selectEvents(scope, [runId])).get(runId) ?? []
  const before = events.find((event) => event.commandId === commandId)
  if (before) return { event: before, isRepeated: true }
  if (events.length >= maxEventsOfRun) throw runFull(maxEventsOfRun)
  const flow = flowOf(run.whole.playbook)
  const decision = decide(flow, stateOf(flow, run.startedAt, events), command, actor)
  if (!decision.allowed) throw refusalOf(decision.because, decision.before, timeZone)
  const event: RunEvent = { ...decision.event, number: events.length + 1, commandId, at: now, by: actor }
  await append(scope, run, event)
  return { event, isRepeated: false }
}

const actions: Readonly<Record<EventKind, string>> = {
  started: 'playbook.started',
  taken: 'playbook.step-taken',
  completed: 'playbook.step-completed',
  answered: 'playbook.decision-answered',
  noted: 'playbook.note-added',
  reopened: 'playbook.step-reopened',
  ended: 'playbook.ended',
}

/** The event and its entry in the journal, which names no text that a person wrote. */
export async function append(
  scope: RunScope,
  run: Omit<Run, 'whole'> & RunPlaybook,
  event: RunEvent,
): Promise<void> {
  if (event.commandId === '' || event.commandId.length > maxCommandIdCharacters)
    throw new Error(`a command's name has 1 to ${maxCommandIdCharacters} characters`)
  await insertEvent(scope, run.id, event)
  const { stepId, result, number, by } = event
  await record(scope, {
    organisationId: organisationOf(scope),
    at: event.at,
    actor: by.personId === null ? 'visitor' : `person:${by.personId}`,
    action: actions[event.kind],
    objectType: 'playbook-run',
    objectId: run.id,
    details: {
      ...{ playbook: run.whole.playbook.key, version: run.whole.playbook.version, number },
      ...(stepId === null ? {} : { stepId }),
      ...(result === null ? {} : { result }),
      ...(run.simulated ? { simulated: true } : {}),
      ...{ subjectType: run.subjectType, subjectId: run.subjectId },
    },
  })
}

interface RunPlaybook {
  readonly whole: Pick<Run['whole'], 'playbook'>
}
