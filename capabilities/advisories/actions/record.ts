// Records documents that arrived: new, revised, known, exploited vulnerabilities, EPSS values, or quarantined with the reasons.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { type ReadDocument, readDocument, sha256Of } from '../document.ts'
import type { DocumentOutcome, Outcome, ReceivedDocument, RecordingOptions } from '../recorded.ts'
import { deletedAmong } from '../store/deletion.ts'
import { releaseQuarantined } from '../store/quarantine.ts'
import { selectKnownDocuments, takeTurn } from '../store/recording.ts'
import { portionsOf } from './portions.ts'
import { saveAdvisories } from './save-advisories.ts'
import { saveEpss } from './save-epss.ts'
import { saveKev } from './save-kev.ts'
import { saveUnreadable } from './save-unreadable.ts'

export type RecordingContext = Pick<Context, 'database' | 'events' | 'log'>

/** One document within the caller's transaction. */
export async function recordDocument(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  received: ReceivedDocument,
  options: RecordingOptions,
): Promise<DocumentOutcome> {
  const [outcome] = await saveDocuments(context, scope, [await readDocument(received)], options)
  if (outcome === undefined) throw new Error('a recorded document came back without its outcome')
  return outcome
}

/** Any number of documents, in portions of one transaction each; yields each outcome once it is committed. */
export async function* recordDocuments(
  context: RecordingContext,
  documents: Iterable<ReceivedDocument> | AsyncIterable<ReceivedDocument>,
  options: RecordingOptions,
): AsyncGenerator<DocumentOutcome> {
  for await (const portion of portionsOf(documents)) yield* await recordPortion(context, portion, options)
}

/** Reading takes the processor's time, so it is done before the transaction and not for documents already stored. */
async function recordPortion(
  context: RecordingContext,
  portion: readonly ReceivedDocument[],
  options: RecordingOptions,
): Promise<readonly DocumentOutcome[]> {
  const hashes = portion.map(({ bytes }) => sha256Of(bytes))
  const known = await context.database.asEngine((scope) => selectKnownDocuments(scope, hashes))
  const outcomes: DocumentOutcome[] = []
  const unread: ReadDocument[] = []
  for (const [index, received] of portion.entries()) {
    const advisoryId = known.get(hashes[index] ?? '')
    if (advisoryId !== undefined)
      outcomes.push({ name: received.name, outcome: 'known', advisoryId, faults: [] })
    else unread.push(await readDocument(received, hashes[index]))
  }
  return tellDeleted(context, [...outcomes, ...(await savePortion(context, unread, options))])
}

/** Who sends a deleted document again must not believe that it counts because it is known. */
async function tellDeleted(
  context: RecordingContext,
  outcomes: readonly DocumentOutcome[],
): Promise<readonly DocumentOutcome[]> {
  const known = outcomes.flatMap(({ outcome, advisoryId }) => (outcome === 'known' ? (advisoryId ?? []) : []))
  if (known.length === 0) return outcomes
  const deleted = await context.database.asEngine((scope) => deletedAmong(scope, known))
  return outcomes.map((one) =>
    one.advisoryId !== null && deleted.has(one.advisoryId)
      ? { ...one, faults: [staysDeleted, ...one.faults] }
      : one,
  )
}

const staysDeleted: Fault = {
  code: 'advisory/stays-deleted',
  place: '',
  detail: 'This document was deleted at the centre. It stays deleted, and warns nobody.',
  remedy: 'If it is needed after all, an administrator of the centre brings it back on its page.',
}

/** One document that can't be stored must not stop the others: then each gets a transaction of its own. */
async function savePortion(
  context: RecordingContext,
  documents: readonly ReadDocument[],
  options: RecordingOptions,
): Promise<readonly DocumentOutcome[]> {
  if (documents.length === 0) return []
  try {
    return await context.database.asEngine((scope) => saveDocuments(context, scope, documents, options))
  } catch (error) {
    if (documents.length === 1) return quarantineUnstorable(context, documents, error, options)
  }
  const outcomes: DocumentOutcome[] = []
  for (const document of documents) outcomes.push(...(await savePortion(context, [document], options)))
  return outcomes
}

/** If this fails too, the database is gone, and the error rises. */
async function quarantineUnstorable(
  context: RecordingContext,
  documents: readonly ReadDocument[],
  error: unknown,
  options: RecordingOptions,
): Promise<readonly DocumentOutcome[]> {
  context.log.error({ error }, 'a document could not be stored; it is in quarantine')
  const unreadable = documents.map((document) => ({
    ...document,
    kind: 'unreadable' as const,
    faults: [notStorable, ...document.faults],
  }))
  return context.database.asEngine((scope) => saveDocuments(context, scope, unreadable, options))
}

const notStorable: Fault = {
  code: 'advisory/not-storable',
  place: '',
  detail: 'The document could be read, but not be stored; the log of the centre holds the reason.',
  remedy: 'Send it again. If it stays so, report it to those who operate the centre.',
}

async function saveDocuments(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  documents: readonly ReadDocument[],
  options: RecordingOptions,
): Promise<readonly DocumentOutcome[]> {
  await takeTurn(scope)
  const advisories = documents.filter((document) => document.kind === 'advisory')
  const saved = await saveAdvisories(context, scope, advisories, options)
  const outcomes: DocumentOutcome[] = []
  for (const document of documents) {
    const { kind, received, faults } = document
    if (kind === 'kev') await saveKev(context, scope, document, options)
    if (kind === 'unreadable') await saveUnreadable(scope, document, options)
    const advisory = kind === 'advisory' ? saved.get(document) : undefined
    const listed = kind === 'epss' ? await saveEpss(context, scope, document, options) : null
    const outcome: Outcome = advisory?.outcome ?? listed ?? (kind === 'kev' ? 'kev' : 'quarantined')
    outcomes.push({ name: received.name, outcome, advisoryId: advisory?.advisoryId ?? null, faults })
  }
  await releaseQuarantined(
    scope,
    documents.filter(isReadable).map(({ sha256 }) => sha256),
  )
  return outcomes
}

function isReadable(document: ReadDocument): document is Exclude<ReadDocument, { kind: 'unreadable' }> {
  return document.kind !== 'unreadable'
}
