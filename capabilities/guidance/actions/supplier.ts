// What a supplier does by its link, without an account: read the questions, save answers, hand them in, add a bill of materials.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { MemberScope } from '../../../platform/database/database.ts'
import { type Counter, createCounter } from '../../../platform/http/flood.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { linkClosed, movedOn, tooMany, tooOften } from '../contract/refusals.ts'
import { readSbom, type SbomReading } from '../sbom.ts'
import {
  type Filled,
  linkIsGood,
  mergeFilled,
  most,
  type Sheet,
  type SheetFile,
  type SheetLink,
  stateOf,
} from '../sheet.ts'
import { insertFile, selectFiles } from '../store/files.ts'
import { findLink } from '../store/links.ts'
import { findPurchase } from '../store/purchases.ts'
import { countRevisions, findFilled, findSheet, insertRevision, lockSheet } from '../store/sheets.ts'
import { type Acting, noteInJournal, recordedBy } from './acting.ts'
import type { PurchaseContext } from './purchases.ts'
import { type ReadToken, readToken } from './token.ts'

const hourMs = 3_600_000

export interface Guest {
  readonly link: SheetLink
  readonly sheet: Sheet
  readonly files: readonly SheetFile[]
  readonly hospitalName: string
  readonly timeZone: string
  readonly purchaseName: string
}

/** Throws where the link is unknown, taken back or over: all look alike to a stranger. */
export function viewByLink(context: PurchaseContext, token: string, now: Date): Promise<Guest> {
  const read = readToken(token)
  return context.database.asMember(read.organisationId, async (scope) => {
    const { link, sheet } = await opened(scope, read, now)
    const organisation = await findOrganisation(scope, read.organisationId)
    const purchase = await findPurchase(scope, read.organisationId, sheet.purchaseId)
    if (!organisation || !purchase) throw linkClosed()
    return {
      link,
      sheet,
      files: await selectFiles(scope, read.organisationId, sheet.id),
      hospitalName: organisation.name,
      timeZone: organisation.timeZone,
      purchaseName: purchase.name,
    }
  })
}

export interface Saving extends Filled {
  readonly handIn: boolean
  /** The saving that the page showed when it was opened, 0 where there was none yet; null where the form does not say. */
  readonly shown: number | null
}

/** Saving what is saved already writes nothing. */
export function saveByLink(
  context: PurchaseContext,
  token: string,
  { handIn, shown, ...typed }: Saving,
  now: Date,
): Promise<void> {
  const read = readToken(token)
  return context.database.asMember(read.organisationId, async (scope) => {
    const { link, sheet } = await openedForWriting(scope, read, now)
    const merged = mergeFilled(typed, await filledWhen(scope, read, sheet, shown), sheet.latest)
    const { answers } = merged
    // Whoever hands in says whom to reach.
    const contact = handIn ? typed.contact : merged.contact
    if (!handIn && isSame(sheet, { answers, contact })) return
    const since = new Date(now.getTime() - hourMs)
    const { recent, all } = await countRevisions(scope, read.organisationId, sheet.id, since)
    if (recent >= most.savingsAnHour) throw tooOften()
    // The last one is kept for handing in.
    if (all >= (handIn ? most.savings : most.savings - 1)) throw tooMany()
    const by = supplierActs(read, link, sheet)
    const step = handIn ? 'handed-in' : 'saved'
    await insertRevision(
      scope,
      read.organisationId,
      sheet.id,
      { step, answers, contact },
      recordedBy(by, now),
    )
    await noteInJournal(
      scope,
      by,
      {
        action: `sheet-${step}`,
        objectType: 'supplier-sheet',
        objectId: sheet.id,
        details: { answered: Object.values(answers).filter(({ answer }) => answer !== null).length },
      },
      now,
    )
  })
}

export interface HandedFile {
  readonly fileName: string
  readonly content: Uint8Array
}

/**
 * Reading takes seconds of this process, and a file is noted only afterwards; so tries are counted here before they are
 * read, or many at once would all be let through.
 */
export function createReadings(max: number = most.filesAnHour): Counter {
  return createCounter({ max, withinMs: hourMs })
}

/** The file is read outside of any transaction; a try that cannot be read is noted and nothing of it kept. */
export async function addFileByLink(
  context: PurchaseContext,
  readings: Counter,
  token: string,
  file: HandedFile,
  now: Date,
): Promise<SbomReading> {
  const read = readToken(token)
  const { organisationId } = read
  await context.database.asMember(organisationId, async (scope) => {
    const { sheet } = await openedForWriting(scope, read, now)
    await refuseTooManyFiles(scope, organisationId, sheet, now)
    const subject = `${organisationId}-${sheet.id}`
    if (!readings.allows(subject, now)) throw tooOften()
    readings.count(subject, now)
  })
  const reading = await readSbom(file.content, file.fileName)
  await context.database.asMember(organisationId, async (scope) => {
    const { link, sheet } = await openedForWriting(scope, read, now)
    await refuseTooManyFiles(scope, organisationId, sheet, now)
    const by = supplierActs(read, link, sheet)
    await insertFile(scope, organisationId, sheet.id, fileOf(file, reading), recordedBy(by, now))
    await noteInJournal(
      scope,
      by,
      {
        action: reading.outcome === 'read' ? 'sbom-handed-in' : 'sbom-refused',
        objectType: 'supplier-sheet',
        objectId: sheet.id,
        details: { faults: reading.faults.length },
      },
      now,
    )
  })
  return reading
}

function fileOf({ fileName, content }: HandedFile, reading: SbomReading) {
  const isRead = reading.outcome === 'read'
  return {
    fileName: plainName(fileName),
    bytes: content.byteLength,
    format: isRead ? reading.format : null,
    formatVersion: isRead ? reading.formatVersion : null,
    components: isRead ? reading.components : 0,
    faults: reading.faults.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    content: isRead ? content : null,
  }
}

function plainName(name: string): string {
  return (
    name
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
      .slice(0, 255)
      .toWellFormed()
      .trim() || 'file'
  )
}

async function refuseTooManyFiles(
  scope: MemberScope,
  organisationId: number,
  sheet: Sheet,
  now: Date,
): Promise<void> {
  const files = await selectFiles(scope, organisationId, sheet.id)
  const since = now.getTime() - hourMs
  if (files.filter(({ recordedAt }) => recordedAt.getTime() > since).length >= most.filesAnHour)
    throw tooOften()
  if (files.length >= most.files) throw tooMany()
}

async function opened(
  scope: MemberScope,
  { organisationId, hash }: ReadToken,
  now: Date,
): Promise<{ readonly link: SheetLink; readonly sheet: Sheet }> {
  const link = await findLink(scope, organisationId, hash)
  const sheet = link && (await findSheet(scope, organisationId, link.sheetId))
  if (!link || !sheet || !linkIsGood(link, now)) throw linkClosed()
  return { link, sheet }
}

/** Read again under the lock: what was handed in meanwhile is not changed any more. */
async function openedForWriting(scope: MemberScope, read: ReadToken, now: Date) {
  const { sheet } = await opened(scope, read, now)
  await lockSheet(scope, read.organisationId, sheet.id)
  const again = await opened(scope, read, now)
  if (stateOf(again.sheet) === 'handed-in') throw movedOn()
  return again
}

async function filledWhen(
  scope: MemberScope,
  { organisationId }: ReadToken,
  { id, latest }: Sheet,
  shown: number | null,
): Promise<Filled | null> {
  if (shown === 0) return null
  return shown === null || shown === latest?.id ? latest : findFilled(scope, organisationId, id, shown)
}

function supplierActs({ organisationId }: ReadToken, link: SheetLink, sheet: Sheet): Acting {
  return { organisationId, via: 'link', actor: `supplier-link:${link.id}`, name: sheet.supplier }
}

function isSame({ latest }: Sheet, { answers, contact }: Filled): boolean {
  if (latest === null || latest.step === 'reopened') return false
  return (
    latest.contact.name === contact.name &&
    latest.contact.reach === contact.reach &&
    [...new Set([...Object.keys(answers), ...Object.keys(latest.answers)])].every(
      (key) =>
        (answers[key]?.answer ?? null) === (latest.answers[key]?.answer ?? null) &&
        (answers[key]?.words ?? null) === (latest.answers[key]?.words ?? null),
    )
  )
}
