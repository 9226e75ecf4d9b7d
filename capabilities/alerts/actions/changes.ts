// What becomes of each alert that is compared with what is found now.
// SPDX-License-Identifier: EUPL-1.2
import type { ThreatFactsOfAdvisory } from '../../advisories/index.ts'
import { type Before, type Cause, type Found, type Revision, reviseAlert } from '../revision.ts'
import { situationOf, situations } from '../situation.ts'
import type { Comparison } from '../store.ts'
import { decideUrgency, decideWarning, type ThreatFacts, type UrgencyDecision } from '../urgency.ts'

export interface Change {
  readonly comparison: Comparison
  readonly revision: Revision
  /** Null where nothing is found any more. */
  readonly now: (Found & { readonly decision: UrgencyDecision }) | null
}

/** All situations of one advisory, in their order; advisories with the same facts share them and the key. */
export type UrgencyDecider = (advisoryId: number) => {
  readonly key: string
  readonly decisions: readonly UrgencyDecision[]
}

export function urgencyDecider(threats: ReadonlyMap<number, ThreatFactsOfAdvisory>): UrgencyDecider {
  const decided = new Map<string, ReturnType<UrgencyDecider>>()
  return (advisoryId) => {
    const facts = threats.get(advisoryId) ?? nothingKnown
    const key = keyOf(facts)
    const known = decided.get(key)
    if (known) return known
    const decisions = situations.map((situation) => decideUrgency(facts, situation.facts))
    const made = { key, decisions }
    decided.set(key, made)
    return made
  }
}

const nothingKnown: ThreatFacts = {
  exploitation: null,
  kevDateAdded: null,
  automatable: null,
  cvssVector: null,
  maxBaseScore: null,
}

/** Everything but what names the advisory itself. */
function keyOf(facts: ThreatFacts): string {
  const {
    cveIds: _,
    remediationFingerprint: __,
    ...told
  } = { cveIds: null, remediationFingerprint: null, ...facts }
  return JSON.stringify(told)
}

export function decideChanges(
  comparisons: readonly Comparison[],
  threats: ReadonlyMap<number, ThreatFactsOfAdvisory>,
  decide: UrgencyDecider,
  cause: Cause,
): readonly Change[] {
  return comparisons.map((comparison) => {
    const now = nowOf(comparison, threats.get(comparison.advisoryId), decide)
    return { comparison, now, revision: reviseAlert(beforeOf(comparison), now, cause) }
  })
}

function nowOf(
  comparison: Comparison,
  threat: ThreatFactsOfAdvisory | undefined,
  decide: UrgencyDecider,
): Change['now'] {
  if (comparison.raisedFor === 'warning') return warningNow(comparison, threat)
  const { advisoryId, affected, unsure, situation } = comparison
  if (affected === null || situation === null || !threat?.isLive) return null
  const decision = decide(advisoryId).decisions[situationOf(situation).number]
  if (!decision) throw new Error(`situation ${situation} was not decided`)
  return {
    affectedAssets: affected,
    unsureAssets: unsure ?? 0,
    urgency: decision.urgency,
    remediationFingerprint: threat.remediationFingerprint,
    exploited: decision.path[0]?.answer === 'active',
    decision,
  }
}

/** A warning stands until the centre takes it back; that nothing matches it is how it began. */
function warningNow(
  { warnedExposure }: Comparison,
  threat: ThreatFactsOfAdvisory | undefined,
): Change['now'] {
  if (!threat?.isLive) return null
  const decision = decideWarning(threat, { exposure: warnedExposure })
  return {
    affectedAssets: 0,
    unsureAssets: 0,
    urgency: decision.urgency,
    remediationFingerprint: threat.remediationFingerprint,
    exploited: true,
    decision,
  }
}

function beforeOf(comparison: Comparison): Before | null {
  const { state, affectedBefore, unsureBefore, urgencyBefore, fingerprintBefore, exploitedBefore } =
    comparison
  if (
    state === null ||
    affectedBefore === null ||
    unsureBefore === null ||
    urgencyBefore === null ||
    fingerprintBefore === null ||
    exploitedBefore === null
  )
    return null
  return {
    state,
    affectedAssets: affectedBefore,
    unsureAssets: unsureBefore,
    urgency: urgencyBefore,
    remediationFingerprint: fingerprintBefore,
    exploited: exploitedBefore,
  }
}
