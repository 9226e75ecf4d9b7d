// Makes a purchase, changes what it is, and leaves a clause or question out of its list with a reason.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import { ownItemsOf } from '../../catalogue/index.ts'
import { unknownHere } from '../contract/refusals.ts'
import { type AskedList, askedFor, type Purchase, type PurchaseFacts } from '../purchase.ts'
import type { Sheet } from '../sheet.ts'
import {
  findPurchase,
  findPurchaseByForm,
  insertChoice,
  insertPurchase,
  insertPurchaseRevision,
  selectLeftOut,
  selectPurchases,
} from '../store/purchases.ts'
import { selectSheets } from '../store/sheets.ts'
import { type Acting, noteInJournal, recordedBy } from './acting.ts'

export type PurchaseContext = Pick<Context, 'database'>

/** The number of the purchase; the same form sent twice is one. */
export function makePurchase(
  context: PurchaseContext,
  by: Acting,
  { formToken, ...facts }: PurchaseFacts & { readonly formToken: string },
  now: Date,
): Promise<number> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    const purchaseId = await insertPurchase(scope, organisationId, formToken, recordedBy(by, now))
    if (purchaseId === null) {
      const known = await findPurchaseByForm(scope, organisationId, formToken)
      if (known === null) throw new Error('a form token was taken and belongs to no purchase')
      return known
    }
    await insertPurchaseRevision(scope, organisationId, purchaseId, facts, recordedBy(by, now))
    await note(scope, by, 'purchase-made', purchaseId, now, { kinds: facts.kinds })
    return purchaseId
  })
}

export function changePurchase(
  context: PurchaseContext,
  by: Acting,
  purchaseId: number,
  facts: PurchaseFacts,
  now: Date,
): Promise<void> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    await purchaseWithin(scope, organisationId, purchaseId)
    await insertPurchaseRevision(scope, organisationId, purchaseId, facts, recordedBy(by, now))
    await note(scope, by, 'purchase-changed', purchaseId, now, { kinds: facts.kinds })
  })
}

/** Without a reason it is taken in again. */
export function chooseItem(
  context: PurchaseContext,
  by: Acting,
  choice: { readonly purchaseId: number; readonly item: string; readonly leftOutBecause: string | null },
  now: Date,
): Promise<void> {
  const { organisationId } = by
  const { purchaseId, item, leftOutBecause } = choice
  return context.database.asMember(organisationId, async (scope) => {
    const purchase = await purchaseWithin(scope, organisationId, purchaseId)
    const { asked } = askedFor(purchase, ownItemsOf('clause'))
    if (!asked.some(({ clause }) => clause.key === item)) throw unknownHere()
    await insertChoice(scope, organisationId, purchaseId, { item, leftOutBecause }, recordedBy(by, now))
    await note(scope, by, leftOutBecause === null ? 'item-taken-in' : 'item-left-out', purchaseId, now, {
      item,
    })
  })
}

export interface PurchaseView {
  readonly purchase: Purchase
  readonly list: AskedList
  readonly sheets: readonly Sheet[]
}

export function viewPurchase(
  context: PurchaseContext,
  organisationId: number,
  purchaseId: number,
): Promise<PurchaseView> {
  return context.database.asMember(organisationId, (scope) => viewWithin(scope, organisationId, purchaseId))
}

export async function viewWithin(
  scope: MemberScope,
  organisationId: number,
  purchaseId: number,
): Promise<PurchaseView> {
  const purchase = await purchaseWithin(scope, organisationId, purchaseId)
  const leftOut = await selectLeftOut(scope, organisationId, purchaseId)
  const sheets = await selectSheets(scope, organisationId, purchaseId)
  return { purchase, list: askedFor(purchase, ownItemsOf('clause'), leftOut), sheets }
}

export function purchasesOf(context: PurchaseContext, organisationId: number): Promise<readonly Purchase[]> {
  return context.database.asMember(organisationId, (scope) => selectPurchases(scope, organisationId))
}

async function purchaseWithin(
  scope: MemberScope,
  organisationId: number,
  purchaseId: number,
): Promise<Purchase> {
  const purchase = await findPurchase(scope, organisationId, purchaseId)
  if (!purchase) throw unknownHere()
  return purchase
}

function note(
  scope: MemberScope,
  by: Acting,
  action: string,
  objectId: number,
  now: Date,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return noteInJournal(scope, by, { action, objectType: 'purchase', objectId, details }, now)
}
