// How urgent an alert is for one hospital: an SSVC decision from facts, with the path that led to it.
// SPDX-License-Identifier: EUPL-1.2
import type { ClinicalRole, NetworkExposure } from '@salus/standards/inventory'

export const urgencies = ['act-now', 'this-week', 'next-maintenance', 'watch'] as const
export type Urgency = (typeof urgencies)[number]

type Exploitation = 'none' | 'poc' | 'active'
type Exposure = 'small' | 'controlled' | 'open'
type Impact = 'low' | 'medium' | 'high' | 'very-high'

/** Facts about the vulnerability, from the catalogue of exploited vulnerabilities and the advisory. */
export interface ThreatFacts {
  readonly exploitation: Exploitation | null
  readonly kevDateAdded: string | null
  readonly automatable: boolean | null
  readonly cvssVector: string | null
  readonly maxBaseScore: number | null
}

/** Facts about the affected assets; each list holds the distinct values, null where the inventory does not say. */
export interface AssetFacts {
  readonly exposures: readonly (NetworkExposure | null)[]
  readonly clinicalRoles: readonly (ClinicalRole | null)[]
}

/** One question of the path: the answer, the fact that gave it, and whether that fact was assumed. */
export interface PathStep<Answer extends string = string> {
  readonly question: 'exploitation' | 'exposure' | 'automatable' | 'impact'
  readonly answer: Answer
  readonly because: string
  readonly assumed: boolean
}

export interface UrgencyDecision {
  readonly urgency: Urgency
  /** Row of the SSVC deployer table. */
  readonly row: number
  readonly path: readonly PathStep[]
}

/** Name and version of the table below: CERT/CC SSVC, "Deployer Patch Application Priority". */
export const urgencyTable = 'SSVC deployer 1.0.0'

/**
 * The table's 72 outcomes in its own order: exploitation (none, poc, active) × exposure (small, controlled, open) ×
 * automatable (no, yes) × human impact (low, medium, high, very high). d defer, s scheduled, o out-of-cycle, i immediate.
 */
const outcomes = [
  'ddss',
  'dsss',
  'dsss',
  'ssss',
  'dsss',
  'ssso',
  'dsss',
  'ssss',
  'dsss',
  'ssso',
  'ssso',
  'ssoo',
  'ssoo',
  'sooo',
  'ssoo',
  'oooo',
  'sooi',
  'ooii',
].join('')

const urgencyOf: Readonly<Record<string, Urgency>> = {
  i: 'act-now',
  o: 'this-week',
  s: 'next-maintenance',
  d: 'watch',
}

export function decideUrgency(threat: ThreatFacts, assets: AssetFacts): UrgencyDecision {
  const exploitation = exploitationStep(threat)
  const exposure = exposureStep(assets)
  const automatable = automatableStep(threat)
  const impact = impactStep(assets)
  const row =
    ['none', 'poc', 'active'].indexOf(exploitation.answer) * 24 +
    ['small', 'controlled', 'open'].indexOf(exposure.answer) * 8 +
    (automatable.answer === 'yes' ? 4 : 0) +
    ['low', 'medium', 'high', 'very-high'].indexOf(impact.answer)
  return {
    urgency: urgencyOf[outcomes.charAt(row)] ?? 'this-week',
    row,
    path: [exploitation, exposure, automatable, impact],
  }
}

function exploitationStep(threat: ThreatFacts): PathStep<Exploitation> {
  const question = 'exploitation'
  if (threat.kevDateAdded !== null) return { question, answer: 'active', because: 'kev', assumed: false }
  if (threat.exploitation !== null)
    return { question, answer: threat.exploitation, because: 'advisory', assumed: false }
  return { question, answer: 'none', because: 'nobody-says', assumed: true }
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

/** SSVC 2: without a stated answer, an attack over the network without password and click can be automated. */
function automatableStep(threat: ThreatFacts): PathStep<'yes' | 'no'> {
  const question = 'automatable'
  if (threat.automatable !== null)
    return { question, answer: threat.automatable ? 'yes' : 'no', because: 'stated', assumed: false }
  if (threat.cvssVector === null) return { question, answer: 'yes', because: 'not-stated', assumed: true }
  const metrics = threat.cvssVector.split('/')
  // CVSS 2.0 has no metric for a click; its Au is the password.
  const needsNothing =
    metrics.includes('AV:N') &&
    metrics.includes('AC:L') &&
    (metrics.includes('Au:N') || (metrics.includes('PR:N') && metrics.includes('UI:N')))
  return { question, answer: needsNothing ? 'yes' : 'no', because: 'cvss', assumed: false }
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
