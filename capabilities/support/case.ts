// What this capability is given about a case: enough to prepare a dossier and a pack for the police, and nothing about patients.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../platform/database/database.ts'
import type { Realm } from '../incidents/index.ts'

export interface CaseSummary {
  readonly incidentId: number
  readonly realm: Realm
  /** For reading aloud on the telephone. */
  readonly word: string
  readonly title: string
  readonly kind: string
  readonly openedAt: Date
}

export interface CaseFact {
  /** The ledger's own word, such as `measuresTaken`. */
  readonly key: string
  readonly value: string | number | readonly string[]
  readonly source: string
  readonly confidence: string
  readonly recordedAt: Date
}

export interface CaseService {
  readonly service: string
  readonly state: string
  readonly note: string | null
}

/** Without data subjects, guests, notes and the content of files: none of that is anybody's business here. */
export interface PoliceFacts extends CaseSummary {
  readonly facts: readonly CaseFact[]
  readonly indicators: readonly {
    readonly type: string
    readonly value: string
    readonly note: string | null
    readonly recordedAt: Date
  }[]
  readonly evidence: readonly {
    readonly fileName: string
    /** Bytes. */
    readonly size: number
    readonly sha256: string
    readonly takenFrom: string
    readonly takenAt: Date
    readonly custody: readonly {
      readonly action: string
      readonly toWhom: string | null
      readonly at: Date
      readonly byName: string
    }[]
  }[]
}

export interface CaseDetails extends PoliceFacts {
  readonly services: readonly CaseService[]
}

/** Where cases are read; given by the application, so that incidents need not know who asks. */
export interface CaseSource {
  /** Open ones and those closed lately, the newest first. */
  readonly list: (scope: MemberScope) => Promise<readonly CaseSummary[]>
  readonly find: (scope: MemberScope, incidentId: number) => Promise<CaseDetails | null>
}

/** A centre without incidents: every call and dossier stands alone. */
export const noCases: CaseSource = { list: async () => [], find: async () => null }

export function factOf({ facts }: Pick<CaseDetails, 'facts'>, key: string): string | null {
  const value = facts.find((fact) => fact.key === key)?.value
  if (value === undefined) return null
  return Array.isArray(value) ? value.join(', ') : String(value)
}
