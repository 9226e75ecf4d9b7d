// Where the platform reads facts that other capabilities keep, so that nobody is asked what is known already.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope, MemberScope } from '../../platform/database/database.ts'
import type { FactSource, FactValue } from './fact-key.ts'
import type { Statement } from './statement.ts'

/** Reads within the given transaction; what is not known is left out, never guessed. */
export type LiveSource = (
  scope: MemberScope | EngineScope,
  organisationId: number,
  now: Date,
) => Promise<readonly Statement[]>

export interface LiveFact {
  readonly key: string
  readonly value: FactValue
  /** Now, unless the fact is of an earlier day. */
  readonly asOf?: Date
}

/** Makes statements of what a capability reads from its own tables; the capability itself knows nothing of facts. */
export function measuredBy(
  source: FactSource,
  read: (scope: MemberScope | EngineScope, organisationId: number, now: Date) => Promise<readonly LiveFact[]>,
): LiveSource {
  return async (scope, organisationId, now) =>
    (await read(scope, organisationId, now)).map(({ key, value, asOf = now }) => ({
      key,
      keyVersion: 1,
      value,
      source,
      reference: null,
      asOf,
      confidence: 'measured',
      tlp: 'TLP:AMBER+STRICT',
      recordedAt: null,
      recordedByName: null,
    }))
}
