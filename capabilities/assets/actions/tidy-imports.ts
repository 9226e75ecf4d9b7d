// Forgets what is no longer needed of imports: a list of devices is not kept longer than its purpose lasts.
// SPDX-License-Identifier: EUPL-1.2
import { discardOldImports, forgetOldRows } from '../store/imports-of-all.ts'
import type { Inventory } from './inventory.ts'

const waitingDays = 30
const rowsKeptDays = 180
const dayMs = 86_400_000

export async function tidyImports({ context }: Inventory, now: Date): Promise<void> {
  await context.database.asEngine(async (scope) => {
    await discardOldImports(scope, new Date(now.getTime() - waitingDays * dayMs), now)
    await forgetOldRows(scope, new Date(now.getTime() - rowsKeptDays * dayMs))
  })
}
