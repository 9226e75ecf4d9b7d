// What the house takes out of a sheet: a bill of materials as an import into its inventory, and facts that the sheet proposes.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import { requestInventoryImport } from '../../assets/index.ts'
import { ownItemsOf } from '../../catalogue/index.ts'
import { type FactBook, knownValue } from '../../facts/index.ts'
import { movedOn, unknownHere } from '../contract/refusals.ts'
import { type Proposal, proposalsOf } from '../proposal.ts'
import { answersOf, isReadable, type Sheet, stateOf } from '../sheet.ts'
import {
  findContent,
  insertFactDecision,
  insertFileImport,
  selectFactDecisions,
  selectFiles,
} from '../store/files.ts'
import { findPurchase } from '../store/purchases.ts'
import { lockSheet } from '../store/sheets.ts'
import { type Acting, noteInJournal, recordedBy } from './acting.ts'
import type { PurchaseContext } from './purchases.ts'
import { type SheetPlace, sheetWithin } from './sheets.ts'

/** The number of the import; its own page shows the difference, and there a person confirms it. */
export async function importFile(
  context: Context,
  by: Acting,
  of: SheetPlace & { readonly fileId: number },
  now: Date,
): Promise<number> {
  const { organisationId } = by
  const { file, describes, earlier } = await context.database.asMember(organisationId, async (scope) => {
    const sheet = await sheetWithin(scope, organisationId, of)
    const purchase = await findPurchase(scope, organisationId, of.purchaseId)
    const found = await findContent(scope, organisationId, of)
    if (!found || !purchase) throw unknownHere()
    const files = await selectFiles(scope, organisationId, sheet.id)
    const earlier = files.find(({ id }) => id === of.fileId)?.importId ?? null
    return { file: found, describes: `${purchase.name}, ${sheet.supplier}`, earlier }
  })
  // The same form sent twice.
  if (earlier !== null) return earlier
  const upload = { ...file, describes, covers: 'whole' as const }
  const importId = await requestInventoryImport(context, organisationId, upload, by.actor, now)
  await context.database.asMember(organisationId, async (scope) => {
    await insertFileImport(scope, organisationId, { fileId: of.fileId, importId }, recordedBy(by, now))
    await noteInJournal(
      scope,
      by,
      {
        action: 'sbom-imported',
        objectType: 'supplier-sheet',
        objectId: of.sheetId,
        details: { import: importId },
      },
      now,
    )
  })
  return importId
}

export function contentOf(
  context: PurchaseContext,
  organisationId: number,
  of: SheetPlace & { readonly fileId: number },
) {
  return context.database.asMember(organisationId, async (scope) => {
    await sheetWithin(scope, organisationId, of)
    const found = await findContent(scope, organisationId, of)
    if (!found) throw unknownHere()
    return found
  })
}

/** Of a sheet that is handed in; what the house declined is not proposed again. */
export function openProposals(
  context: PurchaseContext,
  facts: FactBook,
  organisationId: number,
  of: SheetPlace,
  now: Date,
): Promise<readonly Proposal[]> {
  return context.database.asMember(organisationId, async (scope) =>
    proposalsWithin(scope, facts, organisationId, await sheetWithin(scope, organisationId, of), now),
  )
}

export function decideFact(
  context: PurchaseContext,
  facts: FactBook,
  by: Acting,
  decision: SheetPlace & { readonly fact: string; readonly value: string; readonly isTaken: boolean },
  now: Date,
): Promise<void> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    await lockSheet(scope, organisationId, decision.sheetId)
    const sheet = await sheetWithin(scope, organisationId, decision)
    const open = await proposalsWithin(scope, facts, organisationId, sheet, now)
    const proposal = open.find(({ fact, value }) => fact === decision.fact && value === decision.value)
    if (!proposal) throw movedOn()
    const purchase = await findPurchase(scope, organisationId, sheet.purchaseId)
    await insertFactDecision(scope, organisationId, sheet.id, decision, recordedBy(by, now))
    if (decision.isTaken)
      await facts.record(
        scope,
        [
          {
            organisationId,
            key: proposal.fact,
            value: proposal.value,
            source: 'answer',
            reference: `${sheet.supplier}: ${purchase?.name ?? ''}`.slice(0, 300),
            asOf: now,
            confidence: 'stated',
            by: by.actor,
            byName: by.name,
          },
        ],
        now,
      )
    await noteInJournal(
      scope,
      by,
      {
        action: decision.isTaken ? 'fact-taken' : 'fact-declined',
        objectType: 'supplier-sheet',
        objectId: sheet.id,
        details: { fact: proposal.fact },
      },
      now,
    )
  })
}

async function proposalsWithin(
  scope: MemberScope,
  facts: FactBook,
  organisationId: number,
  sheet: Sheet,
  now: Date,
): Promise<readonly Proposal[]> {
  if (stateOf(sheet) !== 'handed-in') return []
  const about = await facts.about(scope, organisationId, now)
  const files = await selectFiles(scope, organisationId, sheet.id)
  const decided = await selectFactDecisions(scope, organisationId, sheet.id)
  const asked = ownItemsOf('clause').filter(({ key }) => sheet.questions.includes(key))
  return proposalsOf(asked, {
    answers: answersOf(sheet),
    hasSbom: files.some(isReadable),
    known: (fact) => knownValue(about, fact),
  }).filter(({ fact, value }) => !decided.some((one) => one.fact === fact && one.value === value))
}
