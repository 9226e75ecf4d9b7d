// How urgent an alert is for one hospital: an SSVC decision from facts, with the path that led to it.
// SPDX-License-Identifier: EUPL-1.2
import { type AttackMetrics, attackMetricsOf } from '@salus/standards/cvss'
import type { ClinicalRole, NetworkExposure } from '@salus/standards/inventory'
import { type Answers, findRow, type Question, type Urgency } from './urgency-table.ts'

export { type Urgency, urgencies, urgencyTable } from './urgency-table.ts'

type Exploitation = Answers['exploitation']
type Exposure = Answers['exposure']
type Impact = Answers['impact']

/** Facts about the vulnerability, from the catalogue of exploited vulnerabilities, EPSS and the advisory. */
export interface ThreatFacts {
  readonly exploitation: Exploitation | null
  readonly kevDateAdded: string | null
  readonly automatable: boolean | null
  readonly cvssVector: string | null
  readonly maxBaseScore: number | null
  /** One for each vulnerability of the advisory; `cvssVector` is among them. */
  readonly cvssVectors?: readonly string[]
  /** The gravest that any vector says by its exploit maturity, CVSS 2.0 to 4.0. */
  readonly exploitMaturity?: Exploitation | null
  readonly epss?: EpssFact | null
}

/** The gravest EPSS value of the vulnerabilities; both numbers from 0 to 1. */
export interface EpssFact {
  readonly probability: number
  readonly percentile: number
  /** Day of the scores, `2026-09-29`. */
  readonly scoreDate: string
  /** At or above the thresholds of advisories/epss-thresholds.json. */
  readonly isHigh: boolean
}

/** Facts about the affected assets; each list holds the distinct values, null where the inventory does not say. */
export interface AssetFacts {
  readonly exposures: readonly (NetworkExposure | null)[]
  readonly clinicalRoles: readonly (ClinicalRole | null)[]
}

/** One question of the path: the answer, the fact that gave it, and whether that fact was assumed. */
export interface PathStep<Answer extends string = string> {
  readonly question: Question
  readonly answer: Answer
  readonly because: string
  readonly assumed: boolean
  /** Only where an EPSS value answered: per cent, with one decimal at most. */
  readonly epss?: { readonly probability: number; readonly percentile: number; readonly scoreDate: string }
}

export interface UrgencyDecision {
  readonly urgency: Urgency
  /** Row of the SSVC deployer table, from 0. */
  readonly row: number
  readonly path: readonly PathStep[]
  /** SSVC technical impact from CVSS; told to specialists, the deployer table does not ask for it. */
  readonly technicalImpact?: AttackMetrics['technicalImpact']
}

export function decideUrgency(threat: ThreatFacts, assets: AssetFacts): UrgencyDecision {
  const exploitation = exploitationStep(threat)
  const exposure = exposureStep(assets)
  const automatable = automatableStep(threat)
  const impact = impactStep(assets)
  const technicalImpact = technicalImpactOf(threat)
  return {
    ...findRow({
      exploitation: exploitation.answer,
      exposure: exposure.answer,
      automatable: automatable.answer,
      impact: impact.answer,
    }),
    path: [exploitation, exposure, automatable, impact],
    ...(technicalImpact ? { technicalImpact } : {}),
  }
}

/**
 * For a warning of the centre: other hospitals saw it, so it is being used. Nobody knows which assets it would hit, so
 * what is not said counts as it does for an asset of which the inventory says nothing.
 */
export function decideWarning(
  threat: ThreatFacts,
  stated: { readonly exposure: 'open' | 'controlled' | null },
): UrgencyDecision {
  const nothingStated: AssetFacts = { exposures: [null], clinicalRoles: [null] }
  const unknownSystems = <Answer extends string>(step: PathStep<Answer>) => ({
    ...step,
    because: 'unknown-systems',
  })
  const exploitation: PathStep<Exploitation> = {
    question: 'exploitation',
    answer: 'active',
    because: 'sightings',
    assumed: false,
  }
  const exposure: PathStep<Exposure> =
    stated.exposure === null
      ? unknownSystems(exposureStep(nothingStated))
      : { question: 'exposure', answer: stated.exposure, because: 'centre', assumed: false }
  const automatable = automatableStep(threat)
  const impact = unknownSystems(impactStep(nothingStated))
  const answers = {
    exploitation: exploitation.answer,
    exposure: exposure.answer,
    automatable: automatable.answer,
    impact: impact.answer,
  }
  return { ...findRow(answers), path: [exploitation, exposure, automatable, impact] }
}

/** Before the warning is recorded: its document names no vulnerability, so no source says anything of one. */
const noThreat: ThreatFacts = {
  exploitation: null,
  kevDateAdded: null,
  automatable: null,
  cvssVector: null,
  maxBaseScore: null,
}

export function urgencyOfWarning(exposure: 'open' | 'controlled' | null): Urgency {
  return decideWarning(noThreat, { exposure }).urgency
}

const gravity = ['none', 'poc', 'active'] as const

/**
 * The gravest source wins. A catalogue entry and what a publisher says are reports; EPSS is a forecast, so a high value
 * lifts "none" to "poc" and no further, and a low value lowers nothing.
 */
function exploitationStep(threat: ThreatFacts): PathStep<Exploitation> {
  const question = 'exploitation'
  if (threat.kevDateAdded !== null) return { question, answer: 'active', because: 'kev', assumed: false }
  const said = gravest([
    { answer: threat.exploitation, because: 'advisory' },
    { answer: threat.exploitMaturity ?? maturityOf(threat), because: 'cvss' },
  ])
  const { epss } = threat
  if (epss?.isHigh && (said === null || said.answer === 'none'))
    return { question, answer: 'poc', because: 'epss', assumed: false, epss: inPercent(epss) }
  return said
    ? { question, ...said, assumed: false }
    : { question, answer: 'none', because: 'nobody-says', assumed: true }
}

interface Said {
  readonly answer: Exploitation
  readonly because: string
}

/** Of two that say the same, the first. */
function gravest(
  sources: readonly { readonly answer: Exploitation | null; readonly because: string }[],
): Said | null {
  const said = sources.filter((one): one is Said => one.answer !== null)
  return said.toSorted((a, b) => gravity.indexOf(b.answer) - gravity.indexOf(a.answer))[0] ?? null
}

function maturityOf(threat: ThreatFacts): Exploitation | null {
  const said = metricsOf(threat).map(({ exploitation }) => ({ answer: exploitation, because: 'cvss' }))
  return gravest(said)?.answer ?? null
}

function inPercent({ probability, percentile, scoreDate }: EpssFact) {
  const percent = (share: number) => Math.round(share * 1000) / 10
  return { probability: percent(probability), percentile: percent(percentile), scoreDate }
}

/** The most exposed of the affected assets decides. What the list does not say counts as reachable inside the hospital. */
function exposureStep(assets: AssetFacts): PathStep<Exposure> {
  const question = 'exposure'
  if (assets.exposures.includes('internet'))
    return { question, answer: 'open', because: 'internet', assumed: false }
  if (assets.exposures.includes('hospital-network'))
    return { question, answer: 'controlled', because: 'hospital-network', assumed: false }
  if (assets.exposures.includes(null))
    return { question, answer: 'controlled', because: 'not-stated', assumed: true }
  return {
    question,
    answer: 'small',
    because: assets.exposures.includes('isolated') ? 'isolated' : 'offline',
    assumed: false,
  }
}

/** SSVC 2: without a stated answer, one vulnerability that asks for no password and no click is enough. */
function automatableStep(threat: ThreatFacts): PathStep<'yes' | 'no'> {
  const question = 'automatable'
  if (threat.automatable !== null)
    return { question, answer: threat.automatable ? 'yes' : 'no', because: 'stated', assumed: false }
  const read = metricsOf(threat)
  if (read.length === 0) return { question, answer: 'yes', because: 'not-stated', assumed: true }
  const isAutomatable = read.some(({ automatable }) => automatable)
  return { question, answer: isAutomatable ? 'yes' : 'no', because: 'cvss', assumed: false }
}

function technicalImpactOf(threat: ThreatFacts): AttackMetrics['technicalImpact'] | null {
  const read = metricsOf(threat)
  if (read.length === 0) return null
  return read.some(({ technicalImpact }) => technicalImpact === 'total') ? 'total' : 'partial'
}

function metricsOf({ cvssVectors, cvssVector }: ThreatFacts): readonly AttackMetrics[] {
  const vectors =
    cvssVectors && cvssVectors.length > 0 ? cvssVectors : cvssVector === null ? [] : [cvssVector]
  return vectors.map(attackMetricsOf).filter((metrics) => metrics !== null)
}

const impactOf: Readonly<Record<ClinicalRole, Impact>> = {
  'life-supporting': 'very-high',
  diagnostic: 'high',
  records: 'high',
  support: 'medium',
  office: 'low',
}

/** The most important role decides. A role that is not stated counts as high: unknown is never treated as harmless. */
function impactStep(assets: AssetFacts): PathStep<Impact> {
  const question = 'impact'
  const roles = (['life-supporting', 'diagnostic', 'records', 'support', 'office'] as const).filter((role) =>
    assets.clinicalRoles.includes(role),
  )
  const first = roles[0]
  if (first && (impactOf[first] === 'very-high' || !assets.clinicalRoles.includes(null)))
    return { question, answer: impactOf[first], because: first, assumed: false }
  return {
    question,
    answer: 'high',
    because: first && impactOf[first] === 'high' ? first : 'not-stated',
    assumed: !(first && impactOf[first] === 'high'),
  }
}
