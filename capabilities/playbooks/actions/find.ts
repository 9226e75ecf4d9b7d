// Finds playbooks and runs for people: our library, what the centre took over, and runs with the words of a language.
// SPDX-License-Identifier: EUPL-1.2
import { readCacaoBytes } from '@salus/standards/cacao'
import { fromCacao } from '../from-cacao.ts'
import type { IncidentKind, WholePlaybook } from '../playbook.ts'
import { type LibraryScope, selectImported, selectImportedDocument } from '../store/imported.ts'
import { ownPlaybooks } from '../store/library.ts'
import { type RunScope, selectEvents, selectRun, selectRunsOf } from '../store/runs.ts'
import { type RunView, viewRun } from '../view.ts'
import { noSuchPlaybook, noSuchRun } from './refusals.ts'

const importedKey = /^imported-(\d{1,15})$/

export function keyOfImported(id: number): string {
  return `imported-${id}`
}

export function idOfImported(key: string): number | null {
  const id = importedKey.exec(key)?.[1]
  return id === undefined ? null : Number(id)
}

/** Refused where there is none, or none for this scope. */
export async function findWhole(scope: LibraryScope, key: string): Promise<WholePlaybook> {
  const own = ownPlaybooks().find(({ playbook }) => playbook.key === key)
  if (own) return own
  const id = idOfImported(key)
  const imported = id === null ? null : await selectImportedDocument(scope, id)
  if (!imported) throw noSuchPlaybook(key)
  return wholeOf(imported.document, key)
}

/** Of bytes that were read when they were taken over; that they cannot be read now is a defect. */
function wholeOf(document: Buffer, key: string): WholePlaybook {
  const read = readCacaoBytes(document)
  const made = read.outcome === 'read' ? fromCacao(read.value, key) : read
  if (made.outcome === 'refused')
    throw new Error(`${key} was taken over and cannot be read: ${made.faults[0].code}`)
  return made.value
}

/** The playbooks of our library that are made for this, the first to be started. */
export function playbooksFor(kind: IncidentKind): readonly WholePlaybook[] {
  return ownPlaybooks().filter(({ playbook }) => playbook.startedBy.includes(kind))
}

export async function listPlaybooks(scope: LibraryScope) {
  return { own: ownPlaybooks(), imported: await selectImported(scope) }
}

export async function readRun(scope: RunScope, runId: number, language: string, now: Date): Promise<RunView> {
  const run = await selectRun(scope, runId)
  if (!run) throw noSuchRun(runId)
  const events = await selectEvents(scope, [runId])
  return viewRun(run, events.get(runId) ?? [], language, now)
}

/** The runs of these subjects, the oldest first. */
export async function runsOf(
  scope: RunScope,
  subjectType: string,
  subjectIds: readonly number[],
  language: string,
  now: Date,
): Promise<readonly RunView[]> {
  const runs = await selectRunsOf(scope, subjectType, subjectIds)
  const events = await selectEvents(
    scope,
    runs.map(({ id }) => id),
  )
  return runs.map((run) => viewRun(run, events.get(run.id) ?? [], language, now))
}
