// Whether PostgreSQL plans a statement anew for its parameters or takes the plan that it has.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from './database.ts'
import { isSpread } from './spread.ts'

/**
 * A column for a statement that the transaction begins with: from then on statements met before are not planned again.
 * For work on few rows by index, where planning takes longer than running; such plans expect about ten parameters of a list.
 * On a cluster each is planned: a plan made before its parameters are known cannot say which server holds the member.
 */
export const reusePlans: RawBuilder<string> = sql`set_config('plan_cache_mode', case when ${isSpread} then 'auto' else 'force_generic_plan' end, true)`

/** Takes `reusePlans` back: for statements whose best plan depends on how much there is. */
export async function planAnew(scope: Scope): Promise<void> {
  await sql.raw(`set local plan_cache_mode = auto`).execute(scope.db)
}
