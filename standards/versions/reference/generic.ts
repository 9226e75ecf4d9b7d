// A second, independent order of device versions, from parts instead of text; for tests only.
// SPDX-License-Identifier: EUPL-1.2

/** Written from lowest to highest; `end` is where a version stops, numbers stand above all words. */
export const partOrder = [
  'snapshot',
  'alpha',
  'beta',
  'preview',
  'rc',
  'end',
  'build',
  'letters',
  'hotfix',
  'update',
  'sp',
  'release',
  'number',
] as const

export type Part =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'letters'; readonly text: string }
  | { readonly kind: Exclude<(typeof partOrder)[number], 'number' | 'letters' | 'end'> }

export function compareParts(a: readonly Part[], b: readonly Part[]): number {
  const x = withoutIdleZeros(a)
  const y = withoutIdleZeros(b)
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const step = comparePart(x[i], y[i])
    if (step !== 0) return step
  }
  return 0
}

/** A zero counts only when a number above zero follows it directly or behind further zeros. */
function withoutIdleZeros(parts: readonly Part[]): Part[] {
  return parts.filter((part, i) => {
    if (part.kind !== 'number' || part.value !== 0) return true
    const next = parts.slice(i).find((later) => later.kind !== 'number' || later.value > 0)
    return next?.kind === 'number'
  })
}

function comparePart(x: Part | undefined, y: Part | undefined): number {
  const rankOf = (part: Part | undefined) => partOrder.indexOf(part?.kind ?? 'end')
  if (rankOf(x) !== rankOf(y)) return Math.sign(rankOf(x) - rankOf(y))
  if (x?.kind === 'number' && y?.kind === 'number') return Math.sign(x.value - y.value)
  if (x?.kind !== 'letters' || y?.kind !== 'letters') return 0
  return Math.sign(x.text.length - y.text.length) || (x.text === y.text ? 0 : x.text < y.text ? -1 : 1)
}
