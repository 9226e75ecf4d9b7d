// The book of facts: reads what is known about an organisation from every source, and records what somebody says.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import { type FactKey, type FactSource, type FactValue, isValueOf } from '../fact-key.ts'
import type { LiveSource } from '../live-source.ts'
import { type Confidence, type Facts, factsOf } from '../statement.ts'
import { readFactKeys } from '../store/dictionary.ts'
import { insertStatements, selectStatements } from '../store/statements.ts'

export interface NewStatement {
  readonly organisationId: number
  readonly key: string
  readonly value: FactValue
  readonly source: FactSource
  readonly reference: string | null
  readonly asOf: Date
  readonly confidence: Confidence
  /** As the journal names it: `person:12`. */
  readonly by: string
  readonly byName: string | null
}

export interface FactBook {
  readonly keys: ReadonlyMap<string, FactKey>
  about(scope: MemberScope | EngineScope, organisationId: number, now: Date): Promise<Facts>
  /** With an entry in the journal for each, in the caller's transaction. Throws for a value that its fact cannot have. */
  record(scope: MemberScope | EngineScope, statements: readonly NewStatement[], now: Date): Promise<void>
}

export function createFactBook(sources: readonly LiveSource[]): FactBook {
  const keys = readFactKeys()
  return {
    keys,
    async about(scope, organisationId, now) {
      const statements = [...(await selectStatements(scope, organisationId))]
      for (const source of sources) statements.push(...(await source(scope, organisationId, now)))
      return factsOf([...keys.values()], statements, now)
    },
    record: (scope, statements, now) => recordStatements(keys, scope, statements, now),
  }
}

async function recordStatements(
  keys: ReadonlyMap<string, FactKey>,
  scope: MemberScope | EngineScope,
  statements: readonly NewStatement[],
  now: Date,
): Promise<void> {
  await insertStatements(
    scope,
    statements.map(({ by, byName, ...statement }) => {
      const key = keys.get(statement.key)
      if (!key || !isValueOf(key, statement.value))
        throw new Error(`${String(statement.value)} is no value of the fact ${statement.key}.`)
      return {
        ...statement,
        keyVersion: key.version,
        tlp: 'TLP:AMBER+STRICT' as const,
        recordedAt: now,
        recordedBy: by,
        recordedByName: byName,
      }
    }),
  )
  await record(
    scope,
    statements.map(({ organisationId, key, source, by }) => ({
      organisationId,
      at: now,
      actor: by,
      action: 'facts.stated',
      objectType: 'fact',
      objectId: key,
      // The value stays in the table of facts, closed to the centre; the journal says only that something was said.
      details: { source },
    })),
  )
}
