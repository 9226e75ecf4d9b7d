// An administrator deletes a document from the centre's store, or brings it back; matching and alerts follow.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import type { AdvisoryProblem } from '../contract.ts'
import { type DeletionSubject, findSubject, markDeleted, unmarkDeleted } from '../store/deletion.ts'
import { takeTurn } from '../store/recording.ts'
import { storableText } from '../store/scopes.ts'
import type { Author } from './comment.ts'
import { advisoryRecorded } from './events.ts'
import { unknownAdvisory } from './view.ts'

export interface DeletionCommand {
  readonly advisoryId: number
  readonly reason: string
  readonly person: Author
}

/**
 * The document counts as withdrawn from now on; its bytes stay, because explanations of what hospitals were told name
 * places in them (docs/decisions/0015-deleted-documents.md).
 */
export async function deleteAdvisory(
  context: Pick<Context, 'database' | 'events'>,
  command: DeletionCommand,
  now: Date,
): Promise<void> {
  await context.database.asEngine(async (scope) => {
    const subject = await subjectOf(scope, command.advisoryId)
    if (subject.wasDeleted) throw alreadyDeleted(command.advisoryId)
    const { advisoryId, reason, person } = command
    const because = storableText(reason)
    await markDeleted(scope, advisoryId, { by: `person:${person.id}`, byName: person.name, because }, now)
    await record(scope, entry('advisory.deleted', command, subject, now))
    await context.events.announce(scope, advisoryRecorded, { advisoryId, because: 'deleted' }, now)
  })
}

export async function bringBackAdvisory(
  context: Pick<Context, 'database' | 'events'>,
  command: DeletionCommand,
  now: Date,
): Promise<void> {
  await context.database.asEngine(async (scope) => {
    const subject = await subjectOf(scope, command.advisoryId)
    if (!subject.wasDeleted) throw notDeleted(command.advisoryId)
    await unmarkDeleted(scope, command.advisoryId)
    await record(scope, entry('advisory.brought-back', command, subject, now))
    await context.events.announce(scope, advisoryRecorded, { advisoryId: command.advisoryId }, now)
  })
}

/** Deletions and recordings take turns: nobody deletes twice, and a newer version that comes at the same time is not lost. */
async function subjectOf(scope: EngineScope, advisoryId: number): Promise<DeletionSubject> {
  await takeTurn(scope)
  const subject = await findSubject(scope, advisoryId)
  if (subject === null) throw unknownAdvisory(advisoryId)
  return subject
}

function entry(
  action: string,
  { advisoryId, reason, person }: DeletionCommand,
  { wasDeleted: _, ...subject }: DeletionSubject,
  now: Date,
) {
  return {
    organisationId: centreJournal,
    at: now,
    actor: `person:${person.id}`,
    action,
    objectType: 'advisory',
    objectId: advisoryId,
    details: { ...subject, reason: storableText(reason) },
  }
}

function alreadyDeleted(advisoryId: number): Refusal {
  const code: AdvisoryProblem = 'advisories/already-deleted'
  return new Refusal({
    code,
    status: 409,
    title: 'This document was deleted before',
    detail: `Somebody deleted advisory ${advisoryId} meanwhile. Nothing was changed.`,
    remedy: 'Open it again to see who deleted it and why.',
    values: { id: advisoryId },
  })
}

function notDeleted(advisoryId: number): Refusal {
  const code: AdvisoryProblem = 'advisories/not-deleted'
  return new Refusal({
    code,
    status: 409,
    title: 'This document is not deleted',
    detail: `Advisory ${advisoryId} is in force: somebody brought it back, or a newer version came.`,
    remedy: 'Open it again to see what counts now.',
    values: { id: advisoryId },
  })
}
