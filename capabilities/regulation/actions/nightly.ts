// Looks at the duties of everybody who once did: a law whose day comes, or an answer that changed, is noted.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { FactBook } from '../../facts/index.ts'
import { selectLookers } from '../store/outcomes.ts'
import { lookAtDuties } from './look.ts'

/** A transaction each; one member whose facts cannot be read does not stop the others. */
export async function lookAtAll(context: Context, book: FactBook, now: Date): Promise<void> {
  const organisations = await context.database.asEngine(selectLookers)
  for (const organisationId of organisations)
    await context.database
      .asEngineFor(organisationId, (scope) =>
        lookAtDuties(book, scope, organisationId, { actor: 'regulation', now }),
      )
      .catch((error: unknown) => context.log.error({ error, organisationId }, 'duties were not looked at'))
}
