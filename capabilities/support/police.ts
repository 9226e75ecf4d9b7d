// What the police need to begin: facts, traces and the list of evidence with hashes; nothing about patients.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { PoliceFacts } from './case.ts'

/** A closed list: a new fact of the ledger stays inside until somebody decides here that it goes out. */
export const policeFactKeys = [
  'occurredAt',
  'detectedAt',
  'awareAt',
  'description',
  'maliciousSuspected',
  'threatType',
  'rootCause',
  'ongoing',
  'impact',
  'financialLoss',
  'crossBorder',
  'countriesAffected',
  'measuresTaken',
  'ransomDemanded',
  'ransomPaid',
  'ransomAmount',
  'ransomWallet',
] as const
export type PoliceFactKey = (typeof policeFactKeys)[number]

/** Written by people in a hurry, so that a name or a diagnosis may stand in it: to be read before it is handed over. */
export const freeTextKeys: ReadonlySet<PoliceFactKey> = new Set([
  'description',
  'threatType',
  'rootCause',
  'impact',
  'measuresTaken',
])

export interface Reporter {
  readonly organisation: string
  readonly country: string
  readonly contactName: string | null
  readonly contactPhone: string | null
  readonly contactEmail: string | null
}

export interface PolicePack {
  readonly format: 'salus-police-pack/1'
  readonly isExercise: boolean
  readonly case: {
    readonly number: number
    readonly word: string
    readonly kind: string
    readonly openedAt: string
  }
  readonly reporter: Reporter
  readonly facts: readonly {
    readonly key: PoliceFactKey
    readonly value: string | number | readonly string[]
    readonly source: string
    readonly confidence: string
    readonly recordedAt: string
  }[]
  readonly missing: readonly PoliceFactKey[]
  readonly indicators: readonly {
    readonly type: string
    readonly value: string
    readonly note: string | null
    readonly recordedAt: string
  }[]
  readonly evidence: readonly {
    readonly fileName: string
    readonly sizeBytes: number
    readonly sha256: string
    readonly takenFrom: string
    readonly takenAt: string
    readonly custody: readonly {
      readonly action: string
      readonly toWhom: string | null
      readonly at: string
      readonly by: string
    }[]
  }[]
}

export function packOf(facts: PoliceFacts, reporter: Reporter): PolicePack {
  const told = policeFactKeys.flatMap((key) => {
    const fact = facts.facts.find((one) => one.key === key)
    if (!fact) return []
    const { value, source, confidence, recordedAt } = fact
    return [{ key, value, source, confidence, recordedAt: recordedAt.toISOString() }]
  })
  return {
    format: 'salus-police-pack/1',
    isExercise: facts.realm === 'exercise',
    case: {
      number: facts.incidentId,
      word: facts.word,
      kind: facts.kind,
      openedAt: facts.openedAt.toISOString(),
    },
    reporter,
    facts: told,
    missing: policeFactKeys.filter((key) => !told.some((one) => one.key === key)),
    indicators: facts.indicators.map(({ type, value, note, recordedAt }) => ({
      type,
      value,
      note,
      recordedAt: recordedAt.toISOString(),
    })),
    evidence: facts.evidence.map(({ fileName, size, sha256, takenFrom, takenAt, custody }) => ({
      fileName,
      sizeBytes: size,
      sha256,
      takenFrom,
      takenAt: takenAt.toISOString(),
      custody: custody.map(({ action, toWhom, at, byName }) => ({
        action,
        toWhom,
        at: at.toISOString(),
        by: byName,
      })),
    })),
  }
}

/** The text that is handed over, with the hash that is printed on the paper beside it. */
export function writePack(pack: PolicePack): { readonly text: string; readonly sha256: string } {
  const text = JSON.stringify(pack, null, 2)
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') }
}
