// Where the platform reads facts that other capabilities keep, so that nobody is asked what is known already.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope, MemberScope } from '../../platform/database/database.ts'
import type { Statement } from './statement.ts'

/** Reads within the given transaction; what is not known is left out, never guessed. */
export type LiveSource = (
  scope: MemberScope | EngineScope,
  organisationId: number,
  now: Date,
) => Promise<readonly Statement[]>
