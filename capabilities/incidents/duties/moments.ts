// The moments that start, stop or discharge a legal clock: facts of the case, filings, and answers that came in.
// SPDX-License-Identifier: EUPL-1.2

export const factMoments = [
  'occurredAt',
  'detectedAt',
  'firstKnownAt',
  'awareAt',
  'personalDataAwareAt',
  'handledAt',
] as const

export const filingMoments = [
  'earlyWarningSubmittedAt',
  'notificationSubmittedAt',
  'intermediateReportSubmittedAt',
  'progressReportSubmittedAt',
  'finalReportSubmittedAt',
  'recipientsToldAt',
  'dataProtectionSubmittedAt',
  'personsToldAt',
  'registerEnteredAt',
  'cerInitialSubmittedAt',
  'cerDetailedSubmittedAt',
  'healthAuthoritySubmittedAt',
  'deviceReportSubmittedAt',
  'aiProviderToldAt',
  'voluntaryReportSubmittedAt',
  'productReportSubmittedAt',
] as const
export type FilingMoment = (typeof filingMoments)[number]

/** What others did: the CSIRT that received, answered or asked, the processor that told. */
export const inboundMoments = [
  'earlyWarningReceivedAt',
  'csirtAnsweredAt',
  'intermediateReportDueAt',
  'processorToldAt',
] as const
export type InboundMoment = (typeof inboundMoments)[number]

export const momentKeys = [...factMoments, ...filingMoments, ...inboundMoments] as const
export type FactMoment = (typeof factMoments)[number]
export type MomentKey = (typeof momentKeys)[number]
export type Moments = Readonly<Partial<Record<MomentKey, Date>>>

/** Reports that are owed again and again: the last one counts. Of all others the first, since a correction moves no clock. */
export const repeatedFilings: readonly FilingMoment[] = [
  'progressReportSubmittedAt',
  'intermediateReportSubmittedAt',
]
