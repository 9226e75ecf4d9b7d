// What the house does with a supplier's sheet: send it by a link, take the link back, let the supplier change it again.
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import type { MemberScope } from '../../../platform/database/database.ts'
import { movedOn, tooMany, unknownHere } from '../contract/refusals.ts'
import { questionsOf } from '../purchase.ts'
import { linkDays, most, type Sheet, type SheetFile, type SheetLink, stateOf } from '../sheet.ts'
import { selectFiles } from '../store/files.ts'
import { insertLink, revokeLink, selectLinks } from '../store/links.ts'
import { findSheet, insertRevision, insertSheet, lockSheet } from '../store/sheets.ts'
import { type Acting, noteInJournal, recordedBy } from './acting.ts'
import { type PurchaseContext, type PurchaseView, viewWithin } from './purchases.ts'
import { hashOf, tokenBytes } from './token.ts'

const dayMs = 24 * 3_600_000

export interface Sending {
  readonly purchaseId: number
  readonly supplier: string
  readonly language: string
  readonly formToken: string
}

/** The token for the address is shown once and never stored; null where the same form was sent before. */
export function sendSheet(
  context: PurchaseContext,
  by: Acting,
  sending: Sending,
  now: Date,
): Promise<{ readonly sheetId: number; readonly token: string } | null> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    const { purchase, list, sheets } = await viewWithin(scope, organisationId, sending.purchaseId)
    if (sheets.length >= most.sheets) throw tooMany()
    const questions = questionsOf(list.asked).map(({ clause }) => clause.key)
    if (questions.length === 0) throw unknownHere()
    const sheetId = await insertSheet(scope, organisationId, { ...sending, questions }, recordedBy(by, now))
    if (sheetId === null) return null
    await note(scope, by, 'sheet-sent', sheetId, now, { purchase: purchase.id, questions: questions.length })
    return { sheetId, token: await addLink(scope, by, sheetId, now) }
  })
}

export function makeLink(context: PurchaseContext, by: Acting, of: SheetPlace, now: Date): Promise<string> {
  return context.database.asMember(by.organisationId, async (scope) => {
    await sheetWithin(scope, by.organisationId, of)
    const links = await selectLinks(scope, by.organisationId, of.sheetId)
    if (links.length >= most.links) throw tooMany()
    return addLink(scope, by, of.sheetId, now)
  })
}

export interface SheetPlace {
  readonly purchaseId: number
  readonly sheetId: number
}

export function takeLinkBack(
  context: PurchaseContext,
  by: Acting,
  of: SheetPlace & { readonly linkId: number },
  now: Date,
): Promise<void> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    await sheetWithin(scope, organisationId, of)
    if (!(await revokeLink(scope, organisationId, { id: of.linkId, sheetId: of.sheetId }, now)))
      throw movedOn()
    await note(scope, by, 'sheet-link-taken-back', of.sheetId, now, { link: of.linkId })
  })
}

/** What was handed in stays stored; the supplier may change a copy of it and hand that in. */
export function reopenSheet(context: PurchaseContext, by: Acting, of: SheetPlace, now: Date): Promise<void> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    await lockSheet(scope, organisationId, of.sheetId)
    const sheet = await sheetWithin(scope, organisationId, of)
    if (stateOf(sheet) !== 'handed-in' || sheet.latest === null) throw movedOn()
    const { answers, contact } = sheet.latest
    await insertRevision(
      scope,
      organisationId,
      sheet.id,
      { step: 'reopened', answers, contact },
      recordedBy(by, now),
    )
    await note(scope, by, 'sheet-reopened', sheet.id, now)
  })
}

export interface SheetView extends PurchaseView {
  readonly sheet: Sheet
  readonly links: readonly SheetLink[]
  readonly files: readonly SheetFile[]
}

export function viewSheet(
  context: PurchaseContext,
  organisationId: number,
  of: SheetPlace,
): Promise<SheetView> {
  return context.database.asMember(organisationId, async (scope) => {
    const view = await viewWithin(scope, organisationId, of.purchaseId)
    const sheet = await sheetWithin(scope, organisationId, of)
    return {
      ...view,
      sheet,
      links: await selectLinks(scope, organisationId, sheet.id),
      files: await selectFiles(scope, organisationId, sheet.id),
    }
  })
}

export async function sheetWithin(
  scope: MemberScope,
  organisationId: number,
  { purchaseId, sheetId }: SheetPlace,
): Promise<Sheet> {
  const sheet = await findSheet(scope, organisationId, sheetId)
  if (!sheet || sheet.purchaseId !== purchaseId) throw unknownHere()
  return sheet
}

async function addLink(scope: MemberScope, by: Acting, sheetId: number, now: Date): Promise<string> {
  const secret = randomBytes(tokenBytes).toString('base64url')
  const until = new Date(now.getTime() + linkDays * dayMs)
  await insertLink(
    scope,
    by.organisationId,
    { sheetId, tokenHash: hashOf(secret), until },
    recordedBy(by, now),
  )
  await note(scope, by, 'sheet-link-made', sheetId, now)
  // The number of the organisation in front, so that no token is ever looked for among those of others.
  return `${by.organisationId}-${secret}`
}

function note(
  scope: MemberScope,
  by: Acting,
  action: string,
  objectId: number,
  now: Date,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return noteInJournal(scope, by, { action, objectType: 'supplier-sheet', objectId, details }, now)
}
