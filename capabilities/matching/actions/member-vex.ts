// A hospital hands in a VEX document about its own products, or takes it back; nobody else's verdicts change.
// SPDX-License-Identifier: EUPL-1.2
import { type Advisory, readAdvisory } from '@salus/standards/advisory'
import type { Fault } from '@salus/standards/fault'
import { readJson } from '@salus/standards/json'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/journal/journal.ts'
import { sha256Of } from '../../advisories/index.ts'
import { maxVexBytes, tooManyVex, vexGone, vexKnown, vexUnreadable } from '../contract.ts'
import { exemptionsChanged } from '../events.ts'
import { countMemberVex, insertMemberVex, lockMatching, withdrawMemberVex } from '../store.ts'
import { clearingStatuses, vulnerabilityKey } from '../testimony.ts'
import { refreshExemptions } from './refresh-exemptions.ts'

export interface MemberVexFile {
  readonly organisationId: number
  readonly fileName: string
  readonly content: Uint8Array
  /** Why the hospital trusts it. */
  readonly reason: string
  readonly person: { readonly id: number; readonly name: string }
}

type MatchingContext = Pick<Context, 'database' | 'events'>

const maxStandingDocuments = 500
const maxVulnerabilities = 10_000
const maxNameCharacters = 255

/** Returns the number of the stored document; its statements count at once. */
export async function handInMemberVex(
  context: MatchingContext,
  file: MemberVexFile,
  now: Date,
): Promise<number> {
  const { organisationId, person, reason } = file
  const fileName = file.fileName.slice(0, maxNameCharacters).toWellFormed().trim() || 'vex.json'
  const { advisory, faults } = await read(fileName, file.content)
  const vulnerabilities = clearedBy(fileName, advisory)
  const sha256 = sha256Of(file.content)
  return context.database.asEngineFor(organisationId, async (scope) => {
    // Alone: neither an advisory nor an inventory may come between the document and its exemptions.
    await lockMatching(scope, 'advisory')
    if ((await countMemberVex(scope, organisationId)) >= maxStandingDocuments)
      throw tooManyVex(maxStandingDocuments)
    const id = await insertMemberVex(scope, {
      organisationId,
      sha256,
      fileName,
      format: advisory.format,
      publisher: advisory.publisher,
      trackingId: advisory.trackingId,
      title: advisory.title,
      faults,
      document: file.content,
      reason,
      uploadedBy: `person:${person.id}`,
      uploadedByName: person.name,
      uploadedAt: now,
      vulnerabilities,
    })
    if (id === null) throw vexKnown(fileName)
    await refreshExemptions(scope, { organisationId }, now)
    await note(scope, organisationId, id, 'vex.handed-in', person.id, now, { sha256 })
    await context.events.announce(scope, exemptionsChanged, { organisationId }, now)
    return id
  })
}

/** What it freed counts again. */
export async function takeBackMemberVex(
  context: MatchingContext,
  of: {
    readonly organisationId: number
    readonly documentId: number
    readonly person: MemberVexFile['person']
  },
  now: Date,
): Promise<void> {
  const { organisationId, documentId, person } = of
  await context.database.asEngineFor(organisationId, async (scope) => {
    await lockMatching(scope, 'advisory')
    if (!(await withdrawMemberVex(scope, { organisationId, documentId, byName: person.name, at: now })))
      throw vexGone()
    await refreshExemptions(scope, { organisationId }, now)
    await note(scope, organisationId, documentId, 'vex.taken-back', person.id, now, {})
    await context.events.announce(scope, exemptionsChanged, { organisationId }, now)
  })
}

interface ReadVex {
  readonly advisory: Advisory
  readonly faults: readonly Fault[]
}

/** A document that breaks its standard may warn, but not give the all-clear. */
async function read(fileName: string, content: Uint8Array): Promise<ReadVex> {
  const json = readJson(content, { maxBytes: maxVexBytes, maxDepth: 200 })
  if (json.outcome === 'refused') throw vexUnreadable(fileName, json.faults[0].detail)
  const { advisory, validity, faults } = await readAdvisory(json.value)
  const [first] = faults
  if (advisory === null || validity === 'invalid')
    throw vexUnreadable(fileName, first?.detail ?? 'It says nothing.')
  if (advisory.state !== 'published') throw vexUnreadable(fileName, `Its state is ${advisory.state}.`)
  return { advisory, faults: [...json.warnings, ...faults] }
}

function clearedBy(fileName: string, { statements, vulnerabilities }: Advisory): readonly string[] {
  const keys = statements
    .filter(({ status }) => clearingStatuses.has(status))
    .flatMap(({ vulnerability }) => (vulnerability === null ? [] : [vulnerability]))
  const named = new Map(vulnerabilities.map(({ key, cveId }) => [key, cveId ?? key]))
  const cleared = [...new Set(keys.map((key) => vulnerabilityKey(named.get(key) ?? key)))]
  if (cleared.length === 0)
    throw vexUnreadable(fileName, 'It calls no product fixed or not affected, so it would change nothing.')
  if (cleared.length > maxVulnerabilities)
    throw vexUnreadable(fileName, `It speaks of more than ${maxVulnerabilities} vulnerabilities.`)
  return cleared
}

function note(
  scope: Parameters<typeof record>[0],
  organisationId: number,
  documentId: number,
  action: string,
  personId: number,
  at: Date,
  details: Readonly<Record<string, string>>,
): Promise<void> {
  return record(scope, {
    organisationId,
    at,
    actor: `person:${personId}`,
    action,
    objectType: 'vex',
    objectId: documentId,
    details,
  })
}
