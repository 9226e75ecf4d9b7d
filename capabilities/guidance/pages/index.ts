// Every screen of guidance, one list.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Page } from '../../../platform/http/endpoint.ts'
import type { FactBook } from '../../facts/index.ts'
import { createMisses } from '../actions/misses.ts'
import { comparePage } from './compare.tsx'
import { purchaseFilePages } from './files.ts'
import { measurePages } from './measure.tsx'
import { measuresPage } from './measures.tsx'
import { packPage } from './pack.tsx'
import { purchasePages } from './purchase.tsx'
import { purchasesPages } from './purchases.tsx'
import { sheetPage } from './sheet.tsx'
import { sheetStepPages } from './sheet-steps.ts'
import { supplierPages } from './supplier.tsx'
import { supplierSbomPages } from './supplier-sbom.tsx'

export function guidancePages(context: Context, facts: FactBook): readonly Page[] {
  const misses = createMisses()
  return [
    measuresPage(context, facts),
    packPage(context, facts),
    ...measurePages(context, facts),
    ...purchasesPages(context),
    ...purchasePages(context),
    ...purchaseFilePages(context),
    comparePage(context),
    sheetPage(context, facts),
    ...sheetStepPages(context, facts),
    ...supplierPages(context, misses),
    ...supplierSbomPages(context, misses),
  ]
}
