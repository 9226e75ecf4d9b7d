// Whether the database is spread over several servers, for the few statements that have to differ there.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'

/** A setting of the database, made by `distribute` (cluster.ts). */
export const spreadSetting = { name: 'salus.spread', value: 'on' } as const

/** A condition: true on a cluster, not true on one server. */
export const isSpread: RawBuilder<boolean> = sql`current_setting(${sql.lit(spreadSetting.name)}, true) = ${sql.lit(spreadSetting.value)}`
