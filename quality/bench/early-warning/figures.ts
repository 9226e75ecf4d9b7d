// Figures over measured times, and the targets that they are held to.
// SPDX-License-Identifier: EUPL-1.2

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** Of sorted values the one at this share, between two of them in proportion. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const position = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(position)] ?? 0, sorted[Math.ceil(position)] ?? 0]
  return low + (high - low) * (position - Math.floor(position))
}

export interface Spread {
  readonly totalMs: number
  readonly medianMs: number
  readonly p95Ms: number
}

export function spreadOf(values: readonly number[]): Spread {
  return {
    totalMs: round(values.reduce((sum, value) => sum + value, 0)),
    medianMs: round(median(values)),
    p95Ms: round(percentile(values, 0.95)),
  }
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

export interface Target {
  readonly name: string
  readonly hold: string
  readonly measured: number
  readonly met: boolean
}

export function target(name: string, measured: number, relation: '>=' | '<=', limit: number): Target {
  const met = relation === '>=' ? measured >= limit : measured <= limit
  return { name, hold: `${relation} ${limit}`, measured: round(measured), met }
}
