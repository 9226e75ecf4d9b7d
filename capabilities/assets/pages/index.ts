// The screens of assets in one list.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Page } from '../../../platform/http/endpoint.ts'
import type { Inventory } from '../actions/inventory.ts'
import { aliasPages } from './alias.tsx'
import { assetPages } from './asset.tsx'
import { importPages } from './import.tsx'
import { listPage } from './list.tsx'
import { uploadPages } from './upload.tsx'

export function assetsPages(context: Context, inventory: Inventory): readonly Page[] {
  return [
    listPage(context),
    ...uploadPages(context, inventory),
    ...assetPages(context, inventory),
    ...aliasPages(context),
    ...importPages(context, inventory),
  ]
}
