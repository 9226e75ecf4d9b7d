// Saves a portion of advisories with a handful of statements: load, decide, save, journal, announce.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { centreJournal, type JournalEntry, record } from '../../../platform/journal/journal.ts'
import type { AdvisoryDocument } from '../document.ts'
import type { Outcome, RecordingOptions } from '../recorded.ts'
import { type Decision, decideRevision, type Edition, isMajorChange, versioningOf } from '../revision.ts'
import {
  drawRevisionIds,
  identityKey,
  insertRevisions,
  replaceVulnerabilities,
  type StoredEditions,
  selectEditions,
  upsertAdvisories,
} from '../store/recording.ts'
import { advisoryRecorded } from './events.ts'

interface Planned {
  readonly document: AdvisoryDocument
  readonly key: string
  readonly decision: Decision
  readonly revisionId: number
  /** The version that counted until then. */
  readonly versionBefore: string | null
  /** It was deleted, and a newer version makes it count again. */
  readonly comesBack: boolean
}

export interface SavedAdvisory {
  readonly advisoryId: number
  readonly outcome: Outcome
}

/** By document. Several revisions of one advisory may come together, in any order. */
export async function saveAdvisories(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  documents: readonly AdvisoryDocument[],
  options: RecordingOptions,
): Promise<ReadonlyMap<AdvisoryDocument, SavedAdvisory>> {
  if (documents.length === 0) return new Map()
  const stored = await selectEditions(
    scope,
    documents.map(({ content }) => content),
  )
  const planned = plan(documents, stored, await drawRevisionIds(scope, documents.length))
  const winners = winnersOf(planned)
  const ids = await writeAdvisories(scope, winners, stored, options)
  const idOf = ({ key }: Planned) => ids.get(key) ?? missing(key)
  await insertRevisions(
    scope,
    planned.filter(isKept).map((one) => revisionOf(one, idOf(one))),
    options.now,
  )
  await record(
    scope,
    planned.filter(isKept).map((one) => journalEntry(one, idOf(one), options)),
  )
  const changed = winners.map((one) => ({ advisoryId: idOf(one) }))
  await context.events.announce(scope, advisoryRecorded, changed, options.now)
  return new Map(
    planned.map((one) => [one.document, { advisoryId: idOf(one), outcome: outcomeOf(one.decision) }]),
  )
}

function plan(
  documents: readonly AdvisoryDocument[],
  stored: ReadonlyMap<string, StoredEditions>,
  revisionIds: readonly number[],
): readonly Planned[] {
  const current = new Map<string, Standing>()
  for (const [key, { current: newest, earlier, isDeleted }] of stored)
    current.set(key, { newest: { ...newest, isDeleted }, all: [...earlier] })
  return documents.map((document, index) => {
    const key = identityKey(document.content)
    const arrived = editionOf(document)
    const before = current.get(key)
    const decision = decideRevision(arrived, before?.newest ?? null, before?.all ?? [])
    const newest = decision === 'new' || decision === 'revised' ? arrived : (before?.newest ?? arrived)
    current.set(key, { newest, all: [...(before?.all ?? []), arrived] })
    const versionBefore = before?.newest.version ?? null
    const comesBack = decision === 'revised' && before?.newest.isDeleted === true
    const revisionId = revisionIds[index] ?? missing(key)
    return { document, key, decision, revisionId, versionBefore, comesBack }
  })
}

interface Standing {
  readonly newest: Edition & { readonly isDeleted?: boolean }
  readonly all: readonly Pick<Edition, 'version' | 'sha256'>[]
}

function editionOf({ content, sha256 }: AdvisoryDocument): Edition {
  return { version: content.version, sha256, revisedAt: content.revisedAt }
}

/** The last one of each advisory that replaces the content. */
function winnersOf(planned: readonly Planned[]): readonly Planned[] {
  const replacing = planned.filter(({ decision }) => decision === 'new' || decision === 'revised')
  return [...new Map(replacing.map((one) => [one.key, one])).values()]
}

/** Returns the ids of all advisories of the portion, the unchanged ones too. */
async function writeAdvisories(
  scope: EngineScope,
  winners: readonly Planned[],
  stored: ReadonlyMap<string, StoredEditions>,
  { isExample = false, now }: RecordingOptions,
): Promise<ReadonlyMap<string, number>> {
  const rows = winners.map(({ document, revisionId }) => {
    const { content, catalogue, validity, faults, fingerprint, hasFix } = document
    const { publisher, trackingId } = content
    return {
      publisher,
      trackingId,
      revisionId,
      validity,
      content,
      catalogue,
      faults,
      fingerprint,
      hasFix,
    }
  })
  const ids = new Map([
    ...Array.from(stored, ([key, { advisoryId }]) => [key, advisoryId] as const),
    ...(await upsertAdvisories(scope, rows, isExample, now)),
  ])
  await replaceVulnerabilities(
    scope,
    winners.map(({ key, document }) => ({
      advisoryId: ids.get(key) ?? missing(key),
      vulnerabilities: document.content.vulnerabilities,
    })),
  )
  return ids
}

function isKept({ decision }: Planned): boolean {
  return decision !== 'known'
}

function revisionOf({ document, revisionId }: Planned, advisoryId: number) {
  const { content, sha256, received } = document
  const { source, bytes } = received
  return { id: revisionId, advisoryId, version: content.version, sha256, source, document: bytes }
}

const actions: Readonly<Record<Exclude<Decision, 'known'>, string>> = {
  new: 'advisory.recorded',
  revised: 'advisory.revised',
  late: 'advisory.older-revision-kept',
  'kept-deleted': 'advisory.kept-deleted',
}

function journalEntry(
  { document, decision, versionBefore, comesBack }: Planned,
  advisoryId: number,
  { actor, now }: RecordingOptions,
): JournalEntry {
  const { content, sha256, validity, received } = document
  const { publisher, trackingId, version, state } = content
  return {
    organisationId: centreJournal,
    at: now,
    actor,
    action: decision === 'known' ? '' : actions[decision],
    objectType: 'advisory',
    objectId: advisoryId,
    details: {
      publisher,
      trackingId,
      version,
      state,
      validity,
      sha256,
      source: received.source,
      ...changeOf(versionBefore, version),
      ...(comesBack ? { comesBack } : {}),
    },
  }
}

/** CSAF 2.1, conformance clause 13: whether versions are semantic, and whether the major one changed. */
function changeOf(versionBefore: string | null, version: string) {
  const versioning = versioningOf(version)
  if (versionBefore === null) return { versioning }
  return { versioning, versionBefore, majorChange: isMajorChange(versionBefore, version) }
}

function outcomeOf(decision: Decision): Outcome {
  return decision === 'late' || decision === 'kept-deleted' ? 'known' : decision
}

function missing(key: string): never {
  throw new Error(`the database gave no number for ${key}`)
}
