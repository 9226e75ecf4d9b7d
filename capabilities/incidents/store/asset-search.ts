// Finds assets of the hospital's own inventory by a part of their name, to attach them to a case.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { MemberScope } from '../../../platform/database/database.ts'
import { ownAssets } from '../../assets/index.ts'

export interface FoundAsset {
  readonly id: number
  readonly title: string
  readonly version: string | null
  readonly site: string | null
}

/** Enough to choose from; whoever sees more searches more closely. */
export const shownAssets = 20

export async function searchOwnAssets(scope: MemberScope, search: string): Promise<readonly FoundAsset[]> {
  const { rows } = await sql<FoundAsset>`
    select id, title, version, site from ${ownAssets(scope.organisationId)} as own
    where position(lower(${search}) in lower(concat_ws(' ', title, version, site))) > 0
    order by title, id limit ${shownAssets + 1}`.execute(scope.db)
  return rows
}
