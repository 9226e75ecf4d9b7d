// What single metrics of a CVSS vector say of an attack: is it known, can it be automated, what does it give.
// SPDX-License-Identifier: EUPL-1.2
import type { CvssVersion } from './index.ts'

export interface AttackMetrics {
  /**
   * Exploit maturity (4.0) and exploit code maturity (2.0 to 3.1), in SSVC's words; null where it is not defined.
   * `active` only from 4.0 `E:A`: "functional" and "high" of the older versions speak of code, not of attacks.
   */
  readonly exploitation: 'none' | 'poc' | 'active' | null
  /** Over the network, without special conditions, password and click (SSVC 2.0); or 4.0's own metric AU. */
  readonly automatable: boolean
  /** SSVC technical impact, by CERT/CC's table for CVSS 4.0; the older versions by their metrics of the same meaning. */
  readonly technicalImpact: 'total' | 'partial'
}

const maxVectorCharacters = 400

/** Null if the vector is of no version that is known, or lacks a metric that is asked for. */
export function attackMetricsOf(cvssVector: string): AttackMetrics | null {
  if (cvssVector.length > maxVectorCharacters) return null
  const parts = cvssVector.trim().replace(/^\(/, '').replace(/\)$/, '').split('/')
  const prefix = /^CVSS:(3\.0|3\.1|4\.0)$/.exec(parts[0] ?? '')?.[1]
  const metrics = new Map(parts.map((part) => splitMetric(part)))
  const version = (prefix ?? (metrics.has('Au') ? '2.0' : undefined)) as CvssVersion | undefined
  if (version === undefined) return null
  const names = namesOf[version]
  const needed = ['AV', 'AC', ...names.open.map(([name]) => name), names.confidentiality, names.integrity]
  if (needed.some((name) => !metrics.has(name))) return null
  return {
    exploitation: maturityOf[version][metrics.get('E') ?? ''] ?? null,
    automatable: isAutomatable(metrics, version),
    technicalImpact: impactOf(metrics, version),
  }
}

function splitMetric(part: string): readonly [string, string] {
  const at = part.indexOf(':')
  return [part.slice(0, at), part.slice(at + 1)]
}

interface Names {
  /** Metrics that have to have this value for an attack that asks for nothing. */
  readonly open: readonly (readonly [name: string, value: string])[]
  readonly privileges: string
  readonly confidentiality: string
  readonly integrity: string
  readonly whole: string
  readonly some: string
}

const version3: Names = {
  open: [
    ['PR', 'N'],
    ['UI', 'N'],
  ],
  privileges: 'PR',
  confidentiality: 'C',
  integrity: 'I',
  whole: 'H',
  some: 'L',
}

const namesOf: Readonly<Record<CvssVersion, Names>> = {
  // It has no metric for a click; Au is the password.
  '2.0': { ...version3, open: [['Au', 'N']], privileges: 'Au', whole: 'C', some: 'P' },
  '3.0': version3,
  '3.1': version3,
  '4.0': { ...version3, open: [['AT', 'N'], ...version3.open], confidentiality: 'VC', integrity: 'VI' },
}

const maturity3 = { U: 'none', P: 'poc', F: 'poc', H: 'poc' } as const
const maturityOf: Readonly<
  Record<CvssVersion, Readonly<Record<string, NonNullable<AttackMetrics['exploitation']>>>>
> = {
  '2.0': { U: 'none', POC: 'poc', F: 'poc', H: 'poc' },
  '3.0': maturity3,
  '3.1': maturity3,
  '4.0': { U: 'none', P: 'poc', A: 'active' },
}

function isAutomatable(metrics: ReadonlyMap<string, string>, version: CvssVersion): boolean {
  const stated = version === '4.0' ? metrics.get('AU') : undefined
  if (stated === 'Y' || stated === 'N') return stated === 'Y'
  return (
    metrics.get('AV') === 'N' &&
    metrics.get('AC') === 'L' &&
    namesOf[version].open.every(([name, value]) => metrics.get(name) === value)
  )
}

/** Total: both wholly lost, or one wholly and the other in part where no account is needed. */
function impactOf(metrics: ReadonlyMap<string, string>, version: CvssVersion): 'total' | 'partial' {
  const { privileges, confidentiality, integrity, whole, some } = namesOf[version]
  const losses = [metrics.get(confidentiality), metrics.get(integrity)]
  if (losses.every((loss) => loss === whole)) return 'total'
  const isOneWhole = losses.includes(whole) && losses.includes(some)
  return isOneWhole && metrics.get(privileges) === 'N' ? 'total' : 'partial'
}
