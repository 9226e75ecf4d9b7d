// The vocabulary of the fact ledger: each thing that a case may know, once, with the shape of its value.
// SPDX-License-Identifier: EUPL-1.2

export type FactShape =
  | { readonly kind: 'text' }
  | { readonly kind: 'instant' }
  | { readonly kind: 'answer' }
  | { readonly kind: 'count' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'hours' }
  | { readonly kind: 'countries' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }

const text = { kind: 'text' } as const
const instant = { kind: 'instant' } as const
/** yes, no or unknown: "unknown" is an answer and never counts as no. */
const answer = { kind: 'answer' } as const
const count = { kind: 'count' } as const
const choice = <const C extends readonly string[]>(...choices: C) => ({ kind: 'choice', choices }) as const

/** Grouped as the ledger shows them; the fields of NIS2 Art. 23(4), GDPR Art. 33(3), CER Art. 15(1) are made of these. */
export const factGroups = {
  times: {
    occurredAt: instant,
    detectedAt: instant,
    /** When the first employee knew, or the first evidence was there; some national clocks start here. */
    firstKnownAt: instant,
    /** The legal anchor: when the hospital became aware. */
    awareAt: instant,
    /** When it became aware that personal data are concerned, where that came later: the anchor of GDPR Art. 33. */
    personalDataAwareAt: instant,
    /** When the incident was handled, NIS2 Art. 23(4)(e). */
    handledAt: instant,
  },
  nature: {
    description: text,
    maliciousSuspected: answer,
    threatType: text,
    rootCause: text,
    severity: choice('low', 'medium', 'high', 'critical', 'unknown'),
    impact: text,
    ongoing: answer,
  },
  significance: {
    severeDisruption: choice('happened', 'possible', 'no', 'unknown'),
    financialLoss: choice('happened', 'possible', 'no', 'unknown'),
    damageToOthers: choice('happened', 'possible', 'no', 'unknown'),
  },
  reach: {
    crossBorder: answer,
    countriesAffected: { kind: 'countries' },
    usersAffected: count,
    usersAffectedShare: { kind: 'percent' },
    durationHours: { kind: 'hours' },
    areaAffected: text,
    otherSitesAtRisk: answer,
    essentialServiceDisrupted: choice('happened', 'possible', 'no', 'unknown'),
  },
  care: {
    patientInDanger: answer,
    careImpact: text,
    degradedMode: answer,
    diversion: answer,
  },
  measures: {
    measuresTaken: text,
    measuresPlanned: text,
    indicators: text,
  },
  personalData: {
    personalData: choice('none', 'breach', 'unknown'),
    /** Whether it happened at a provider that processes the data for the hospital, GDPR Art. 33(2). */
    processorInvolved: answer,
    riskToPersons: choice('unlikely', 'risk', 'high', 'unknown'),
    dataSubjectCategories: text,
    dataSubjectCount: count,
    recordCategories: text,
    recordCount: count,
    likelyConsequences: text,
    dataProtectionContact: text,
    delayReason: text,
  },
  device: {
    deviceInvolved: answer,
    deviceManufacturer: text,
    deviceModel: text,
    deviceUdi: text,
    deviceSoftwareVersion: text,
    deviceHarm: choice('death', 'serious-deterioration', 'possible', 'none', 'unknown'),
    ehrSystemInvolved: answer,
    aiSystemInvolved: answer,
  },
  ransom: {
    ransomDemanded: answer,
    ransomPaid: answer,
    ransomAmount: text,
    ransomWallet: text,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FactShape>>>>

export type FactGroup = keyof typeof factGroups
export type FactKey = { [G in FactGroup]: keyof (typeof factGroups)[G] }[FactGroup]

export const factShapes: Readonly<Record<FactKey, FactShape>> = Object.assign(
  {},
  ...Object.values(factGroups),
)

export const factKeys = Object.keys(factShapes) as FactKey[]
