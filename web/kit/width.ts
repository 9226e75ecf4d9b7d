// Lengths of bars as classes in whole per cent: the content policy forbids style attributes.
// SPDX-License-Identifier: EUPL-1.2

/** `s-w-0` to `s-w-100`; what lies outside is cut to the edge. */
export function widthClass(percent: number): string {
  const whole = Number.isFinite(percent) ? Math.round(percent) : 0
  return `s-w-${Math.min(100, Math.max(0, whole))}`
}

/** Whole per cents that add up to 100; a part that is not empty never shrinks to nothing. */
export function shareOut(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total <= 0) return counts.map(() => 0)
  const exact = counts.map((count) => (count / total) * 100)
  const shares = exact.map((share) => (share > 0 ? Math.max(1, Math.floor(share)) : 0))
  const missing = 100 - shares.reduce((sum, share) => sum + share, 0)
  // Too little was cut off by rounding down: the most shortened get it. Too much went to tiny parts: the longest gives it.
  for (let step = 0; step < Math.abs(missing); step += 1) {
    const shortage = exact.map((share, index) => share - (shares[index] ?? 0))
    const index = missing > 0 ? indexOfLargest(shortage) : indexOfLargest(shares)
    shares[index] = (shares[index] ?? 0) + Math.sign(missing)
  }
  return shares
}

function indexOfLargest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values))
}
